import { parseArgs } from 'node:util';

import { readConfig } from '../server/config.ts';
import { connect, disconnect } from '../server/database/connect.ts';
import type { Database } from '../server/database/database.ts';
import { DatabaseFault } from '../server/database/database-fault.ts';
import { migrateToLatest } from '../server/database/migrate.ts';
import { findCurrentReleaseKey, getAtlas } from '../server/database/releases.ts';
import { buildPack } from './embedded/build.ts';
import { EMBEDDED_PACK } from './embedded/read.ts';
import { InputFault } from './input-fault.ts';
import { load } from './load.ts';
import { readManifest, withRepair } from './manifest.ts';
import { progressTo } from './progress.ts';
import { pairInWords } from './report.ts';

/** Exit codes of sysexits.h, and of a shell for an interrupt. */
const USAGE = 64;
const BAD_INPUT = 65;
const UNAVAILABLE = 69;
const INTERRUPTED = 130;

class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

type Options = {
  readonly database: string;
  readonly teams: string | null;
  readonly repair: boolean;
};

type Command = {
  readonly usage: string;
  readonly operands: number;
  readonly run: (operands: readonly string[], options: Options) => Promise<void>;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  load: {
    usage: 'load MANIFEST [--database URL] [--teams FOLDER] [--repair]',
    operands: 1,
    run: runLoad,
  },
  'build-pack': { usage: 'build-pack FIGURES', operands: 1, run: runBuildPack },
  status: { usage: 'status [--database URL]', operands: 0, run: runStatus },
};

async function runLoad([file = '']: readonly string[], options: Options): Promise<void> {
  const written = readManifest(file);
  const read = options.repair ? withRepair(written) : written;
  const manifest = { ...read, teams: options.teams ?? read.teams };
  const stop = (): void => {
    process.stderr.write('\nStopped: nothing was written.\n');
    process.exit(INTERRUPTED);
  };
  process.on('SIGINT', stop);
  await withDatabase(options.database, async (database) => {
    const loaded = await load(database, manifest, {
      progress: progressTo(process.stderr),
      // The write holds the thread, so a handler would run only after it: an interrupt must end the process, and with it the transaction.
      beforeWriting: () => void process.off('SIGINT', stop),
    });
    if (loaded.kind === 'loaded') for (const pair of loaded.pairs) print(pairInWords(pair));
    print(
      loaded.kind === 'loaded'
        ? `Loaded ${loaded.id}; it answers now.`
        : `${loaded.id} is loaded already; it answers now.`,
    );
  });
}

/** Builds the files of the embedded pack again, for those who tend it. */
function runBuildPack([figures = '']: readonly string[]): Promise<void> {
  for (const file of buildPack(figures, EMBEDDED_PACK)) print(`Wrote ${file}`);
  return Promise.resolve();
}

async function runStatus(
  _operands: readonly string[],
  { database: address }: Options,
): Promise<void> {
  await withDatabase(address, async (database) => {
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

async function withDatabase(
  address: string,
  use: (database: Database) => Promise<void>,
): Promise<void> {
  const database = connect(address);
  try {
    await migrateToLatest(database);
    await use(database);
  } finally {
    await disconnect(database);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [name = '', ...operands] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new UsageFault(`Wanted ${usages()}, found ${name === '' ? 'no command' : `"${name}"`}`);
  if (operands.length !== command.operands)
    throw new UsageFault(`Wanted ${command.usage}, found ${operands.length} operands`);
  await command.run(operands, {
    database: values.database ?? readConfig(process.env).databaseUrl,
    teams: values.teams ?? null,
    repair: values.repair ?? false,
  });
}

function readArguments(args: readonly string[]): {
  values: {
    database?: string | undefined;
    teams?: string | undefined;
    repair?: boolean | undefined;
  };
  positionals: string[];
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        database: { type: 'string' },
        teams: { type: 'string' },
        repair: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageFault((cause as Error).message.split('. ')[0], { cause });
  }
}

function usages(): string {
  return Object.values(COMMANDS)
    .map(({ usage }) => usage)
    .join(' or ');
}

/** Faults whose message is for whoever typed the command, with the code to end with. */
function exitCode(fault: unknown): number | undefined {
  if (fault instanceof UsageFault) return USAGE;
  if (fault instanceof InputFault) return BAD_INPUT;
  return fault instanceof DatabaseFault ? UNAVAILABLE : undefined;
}

try {
  await main(process.argv.slice(2));
} catch (fault) {
  const code = exitCode(fault);
  if (code === undefined) throw fault;
  process.stderr.write(`${(fault as Error).message}\n`);
  process.exitCode = code;
}
