import { readConfig } from '../server/config.ts';
import { connect, connectToExisting, disconnect } from '../server/database/connect.ts';
import type { Database } from '../server/database/database.ts';
import { findDisagreements } from '../server/database/disagreements.ts';
import { migrateToLatest } from '../server/database/migrate.ts';
import { type KeptRelease, keptReleases } from '../server/database/release-list.ts';
import {
  findCurrentReleaseId,
  findCurrentReleaseKey,
  getAtlas,
} from '../server/database/releases.ts';
import { admit, type Admitted, readOverride } from './admit.ts';
import { type Arguments, nearest, readArguments, type Usage, UsageFault } from './arguments.ts';
import { claimed } from './claimed.ts';
import { differenceBetween } from './difference.ts';
import { differenceInWords } from './difference-in-words.ts';
import { buildPack } from './embedded/build.ts';
import { EMBEDDED_PACK } from './embedded/read.ts';
import { fetchFiles } from './fetch/fetch.ts';
import { layOut } from './fetch/national.ts';
import { InputFault } from './input-fault.ts';
import { getKept, prune, rollBack } from './keep.ts';
import { load } from './load.ts';
import { readManifest, withRepair } from './manifest.ts';
import { progressTo, sayOn } from './progress.ts';
import { pairInWords } from './report.ts';
import { endingOf } from './trouble.ts';

type Command = Usage & { readonly run: (given: Arguments) => Promise<void> };

const COMMANDS: Readonly<Record<string, Command>> = {
  load: {
    usage:
      'load MANIFEST [--database URL] [--teams FOLDER] [--repair] [--no-switch] [--override "NAME: REASON"]',
    operands: [1, 1],
    valued: ['database', 'teams', 'override'],
    bare: ['repair', 'no-switch'],
    run: runLoad,
  },
  fetch: {
    usage:
      'fetch [MANIFEST] [--no-load] [--database URL] [--teams FOLDER] [--repair] [--no-switch] [--override "NAME: REASON"]',
    operands: [0, 1],
    valued: ['database', 'teams', 'override'],
    bare: ['no-load', 'repair', 'no-switch'],
    run: runFetch,
  },
  status: {
    usage: 'status [--database URL]',
    operands: [0, 0],
    valued: ['database'],
    run: runStatus,
  },
  disagreements: {
    usage: 'disagreements [--database URL]',
    operands: [0, 0],
    valued: ['database'],
    run: runDisagreements,
  },
  list: { usage: 'list [--database URL]', operands: [0, 0], valued: ['database'], run: runList },
  switch: {
    usage: 'switch RELEASE [--override "NAME: REASON"] [--database URL]',
    operands: [1, 1],
    valued: ['database', 'override'],
    run: runSwitch,
  },
  rollback: {
    usage: 'rollback [RELEASE] [--database URL]',
    operands: [0, 1],
    valued: ['database'],
    run: runRollback,
  },
  prune: {
    usage: 'prune [--keep N] [--database URL]',
    operands: [0, 0],
    valued: ['database', 'keep'],
    run: runPrune,
  },
  compare: {
    usage: 'compare RELEASE [RELEASE] [--database URL]',
    operands: [1, 2],
    valued: ['database'],
    run: runCompare,
  },
  'build-pack': {
    usage: 'build-pack FIGURES',
    operands: [1, 1],
    valued: [],
    run: runBuildPack,
  },
};

async function runLoad(given: Arguments): Promise<void> {
  const [file = ''] = given.operands;
  const written = readManifest(file);
  const read = given.bare.has('repair') ? withRepair(written) : written;
  const manifest = { ...read, teams: given.values.get('teams') ?? read.teams };
  const override = overrideOf(given);
  const besideOnly = given.bare.has('no-switch');
  await changing(connect(addressOf(given)), async (database) => {
    const progress = progressTo(process.stderr);
    const loaded = await load(database, manifest, { progress, besideOnly, override });
    if (loaded.kind === 'known') {
      print(`${loaded.id} is loaded already; it answers now.`);
      return;
    }
    for (const pair of loaded.pairs) print(pairInWords(pair));
    if (besideOnly)
      print(`Loaded ${loaded.id} beside the others; switch ${loaded.id} makes it answer.`);
    else tellAdmitted(loaded.id, loaded, `Loaded ${loaded.id}; it answers now.`);
  });
}

/** Where the national manifest is fetched to; the user may edit it there. */
const NATIONAL = 'data/national/manifest.json';

/** Files first, which may take an hour and can be gone on with; then the load. */
async function runFetch(given: Arguments): Promise<void> {
  const [manifest = NATIONAL] = given.operands;
  if (given.operands.length === 0 && layOut(NATIONAL))
    print(`Wrote ${NATIONAL}, which you may edit.`);
  const stopped = stopOnSignals('what has come is kept; run the same command again to go on');
  await fetchFiles(manifest, { progress: progressTo(process.stderr) });
  stopped.takeBack();
  if (given.bare.has('no-load')) print(`Fetched all files of ${manifest}.`);
  else await runLoad({ ...given, operands: [manifest] });
}

function overrideOf({ values }: Arguments): ReturnType<typeof readOverride> | undefined {
  const text = values.get('override');
  return text === undefined ? undefined : readOverride(text);
}

/** Throws one sentence when the gates found fault and nobody answers for it. */
function tellAdmitted(id: string, { difference, faults, answers }: Admitted, done: string): void {
  if (difference) for (const line of differenceInWords(difference)) print(line);
  for (const fault of faults) print(`Fault: ${fault}`);
  if (!answers)
    throw new InputFault(
      `${id} is kept beside the others and does not answer: wanted a release without fault, found ${faults.length} (first: ${faults[0] ?? ''}). A person can answer for it: switch ${id} --override "NAME: REASON"`,
    );
  print(done);
}

async function runStatus(given: Arguments): Promise<void> {
  await reading(given, async (database) => {
    const key = await findCurrentReleaseKey(database);
    if (key === undefined) {
      print('Nothing is loaded.');
      return;
    }
    const { release, sets, areas } = await getAtlas(database, key);
    print(`${release.id}, loaded ${release.loadedAt}, covers ${release.coverage.name}`);
    for (const set of sets) {
      const count = areas.filter((area) => area.set === set).length;
      print(
        `${set.kind} ${set.edition}: ${count} areas, ${set.period.from ?? '…'} to ${set.period.to ?? '…'}, ${set.status.toLowerCase()}`,
      );
    }
    for (const notice of release.notices) print(notice);
  });
}

async function runDisagreements(given: Arguments): Promise<void> {
  await reading(given, async (database) => {
    const key = await findCurrentReleaseKey(database);
    print('postcode,kind,edition,placed,said');
    for (const each of key === undefined ? [] : await findDisagreements(database, key))
      print(
        [each.postcode, each.kind, each.edition, each.placed ?? '', each.said]
          .map(csvCell)
          .join(','),
      );
  });
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const STANDINGS = {
  answers: 'answers now',
  'answered-before': 'answered before: a rollback goes to it',
  beside: 'beside the others',
} as const satisfies Record<KeptRelease['standing'], string>;

async function runList(given: Arguments): Promise<void> {
  await reading(given, async (database) => {
    const kept = await keptReleases(database);
    if (kept.length === 0) print('Nothing is loaded.');
    for (const { id, loadedAt, standing, postcodes, areas } of kept)
      print(
        `${id}, loaded ${loadedAt}: ${counted(postcodes)} postcodes, ${counted(areas)} areas, ${STANDINGS[standing]}`,
      );
    print(`${megabytes(await database.bytes())} MB on disk`);
  });
}

async function runSwitch(given: Arguments): Promise<void> {
  const [id = ''] = given.operands;
  const override = overrideOf(given);
  await changing(connectToExisting(addressOf(given)), async (database) => {
    const { key } = await getKept(database, id);
    const admitted = await admit(database, key, { at: new Date(), override });
    tellAdmitted(id, admitted, `${id} answers now.`);
  });
}

/** Two releases, or one beside the one that answers. */
async function runCompare({ operands: [one = '', other], ...given }: Arguments): Promise<void> {
  await reading({ operands: [], ...given }, async (database) => {
    const before = other === undefined ? await findCurrentReleaseId(database) : one;
    const { key: from } = await getKept(database, before ?? '');
    const { key: to } = await getKept(database, other ?? one);
    for (const line of differenceInWords(await differenceBetween(database, from, to))) print(line);
  });
}

async function runRollback(given: Arguments): Promise<void> {
  await changing(connectToExisting(addressOf(given)), async (database) => {
    const id = await rollBack(database, given.operands[0], new Date());
    print(`${id} answers again.`);
  });
}

/** The one that answers and one to go back to. */
const USUALLY_KEPT = '2';

async function runPrune(given: Arguments): Promise<void> {
  const keep = given.values.get('keep') ?? USUALLY_KEPT;
  if (!/^\d{1,3}$/.test(keep))
    throw new UsageFault(`Wanted how many releases to keep after --keep, found ${keep}`);
  await changing(connectToExisting(addressOf(given)), async (database) => {
    const before = await database.bytes();
    const removed = await prune(database, Number(keep));
    for (const { id } of removed) print(`Removed ${id}`);
    const freed = before - (await database.bytes());
    print(
      removed.length === 0 ? 'Nothing to remove.' : `${megabytes(freed)} MB of disk given back.`,
    );
  });
}

/** Builds the files of the embedded pack again, for those who tend it. */
function runBuildPack({ operands: [figures = ''] }: Arguments): Promise<void> {
  for (const file of buildPack(figures, EMBEDDED_PACK)) print(`Wrote ${file}`);
  return Promise.resolve();
}

/** For commands that change nothing. */
async function reading(
  given: Arguments,
  use: (database: Database) => Promise<void>,
): Promise<void> {
  await withDatabase(connectToExisting(addressOf(given)), async (database) => {
    await migrateToLatest(database);
    await use(database);
  });
}

/** For commands that change what is held: one at a time. */
async function changing(
  database: Database,
  use: (database: Database) => Promise<void>,
): Promise<void> {
  stopOnSignals('what answered before answers still');
  await withDatabase(database, () => claimed(database, () => use(database)));
}

/** Exit codes of a shell for a signal. */
const STOPPED = { SIGINT: 130, SIGTERM: 143 } as const;

/** What was under way is taken back, being a transaction, or kept, being a part of a file: the end of the process harms neither. */
function stopOnSignals(comfort: string): { readonly takeBack: () => void } {
  const stops = Object.entries(STOPPED).map(([signal, code]) => ({
    signal,
    stop: () => {
      process.stderr.write(`\nStopped: ${comfort}.\n`);
      process.exit(code);
    },
  }));
  for (const { signal, stop } of stops) process.once(signal, stop);
  // A terminal that goes away takes no work with it.
  process.on('SIGHUP', () => undefined);
  return {
    takeBack: () => {
      for (const { signal, stop } of stops) process.off(signal, stop);
    },
  };
}

function addressOf({ values }: Arguments): string {
  const given = values.get('database');
  if (given !== undefined && HOLDS_PASSWORD.test(given))
    process.stderr.write(
      'What is typed after a command can be seen by everybody on this machine: keep the password in DATABASE_URL.\n',
    );
  return given ?? readConfig(process.env).databaseUrl;
}

const HOLDS_PASSWORD = /^postgres(?:ql)?:\/\/[^:]*:.*@/s;

async function withDatabase(
  database: Database,
  use: (database: Database) => Promise<void>,
): Promise<void> {
  try {
    await use(database);
  } finally {
    await disconnect(database);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageFault(unknownCommand(name));
  await command.run(readArguments(args, command));
}

function unknownCommand(name: string): string {
  const names = Object.keys(COMMANDS);
  const meant = nearest(name, names);
  const hint = meant === undefined ? '' : `: did you mean ${meant}?`;
  return `Wanted a command (${names.join(', ')}), found ${name === '' ? 'no command' : `"${name}"`}${hint}`;
}

/** Whoever reads the output may stop reading: that is no fault. A full disk under it is one. */
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  process.stderr.write(`What was done could not be told: ${fault.message}.\n`);
  process.exit(OUTPUT_LOST);
});
/** There is nowhere left to say so. */
process.stderr.on('error', () => undefined);

const OUTPUT_LOST = 74;

function endWith(fault: unknown): void {
  const { sentence, code } = endingOf(fault);
  sayOn(process.stderr, sentence);
  process.exitCode = code;
  // What is still under way, such as areas being laid over each other, has become useless, and would talk on.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

try {
  await main(process.argv.slice(2));
} catch (fault) {
  endWith(fault);
}
