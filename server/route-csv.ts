import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { openReadyDatabase } from '../geodata/ready.ts';
import { answerCsv } from './bulk/answer-csv.ts';
import { BulkFault } from './bulk/bulk-fault.ts';
import type { ColumnNames, ColumnUse } from './bulk/columns.ts';
import { type Counts, noCounts } from './bulk/settle-rows.ts';
import { readConfig } from './config.ts';
import { disconnect } from './database/connect.ts';
import { type LocalDate, parseLocalDate } from './domain/calendar.ts';
import type { Need } from './domain/need.ts';
import { createQuestions, type Questions } from './questions/questions.ts';
import { openPart, partPath, type Reached, readReached, whyNotOn } from './route-part.ts';
import { counted, routeProgress } from './route-progress.ts';
import {
  EX_CANTCREAT,
  EX_DATAERR,
  EX_INTERRUPTED,
  EX_NOINPUT,
  EX_USAGE,
  Stop,
} from './route-stop.ts';

export const CSV_USAGE = `       npm run route -- --csv IN.csv --out OUT.csv [--need NEED | --need-column NAME] [--postcode-column NAME]
                     [--age-column NAME] [--practice-column NAME] [--as-at-column NAME] [--as-at YYYY-MM-DD] [--at MOMENT]
                     (- is the standard input or output)`;

const OPTIONS = {
  csv: { type: 'string', multiple: true },
  out: { type: 'string', multiple: true },
  need: { type: 'string' },
  'postcode-column': { type: 'string' },
  'need-column': { type: 'string' },
  'age-column': { type: 'string' },
  'practice-column': { type: 'string' },
  'as-at-column': { type: 'string' },
  'as-at': { type: 'string' },
  at: { type: 'string' },
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** Where rows come from: a file that can be read again, or a stream that cannot. */
type Source = { readonly file: string; readonly size: number } | 'stream';

/** `npm run route -- --csv`: a table of referrals, answered row by row. */
export async function routeCsv(args: readonly string[]): Promise<void> {
  const given = readArguments(args);
  const [from, to] = [oneOf(given, 'csv'), oneOf(given, 'out')];
  const source = await sourceOf(from, to);
  const database = await openReadyDatabase(readConfig(process.env).databaseUrl, console.error);
  try {
    const run = runOf(given, source, await createQuestions(database)());
    await (to === '-' ? toOutput(run) : toFile(run, to));
  } catch (fault) {
    if (fault instanceof BulkFault) throw new Stop(`${from}: ${fault.message}`, EX_DATAERR);
    throw fault;
  } finally {
    await disconnect(database);
  }
}

function readArguments(args: readonly string[]): Given {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new Stop(`${(error as Error).message}\nUsage:\n${CSV_USAGE}`, EX_USAGE);
  }
}

function oneOf(given: Given, name: 'csv' | 'out'): string {
  const [value = '', ...more] = given[name] ?? [];
  if (value === '' || more.length > 0)
    throw new Stop(`Wanted --${name} once, with a file or -.\nUsage:\n${CSV_USAGE}`, EX_USAGE);
  return value;
}

async function sourceOf(from: string, to: string): Promise<Source> {
  if (from !== '-' && from === to)
    throw new Stop(`--out: wanted another file than ${from}.`, EX_USAGE);
  if (to !== '-' && (await statOf(to)))
    throw new Stop(`${to}: wanted a name that is free, found a file: name another.`, EX_CANTCREAT);
  if (from === '-') return 'stream';
  const found = await statOf(from);
  if (!found) throw new Stop(`${from}: wanted a file that can be read, found none.`, EX_NOINPUT);
  if (found.isDirectory()) throw new Stop(`${from}: wanted a file, found a folder.`, EX_NOINPUT);
  return found.isFile() ? { file: from, size: found.size } : 'stream';
}

async function statOf(path: string) {
  return stat(path).catch(() => undefined);
}

type Run = {
  readonly questions: Questions;
  readonly source: Source;
  readonly given: Given;
  readonly need: Need | undefined;
  readonly asAt: LocalDate | undefined;
  /** As given; undefined is now. */
  readonly at: number | undefined;
};

function runOf(given: Given, source: Source, questions: Questions): Run {
  const { needs } = questions.atlas;
  const need = needs.find(({ id }) => id === given.need);
  if (given.need !== undefined && !need)
    throw unfit('need', `one of ${needs.map(({ id }) => id).join(', ')}`);
  const asAt = given['as-at'] === undefined ? undefined : parseLocalDate(given['as-at']);
  if (given['as-at'] !== undefined && !asAt) throw unfit('as-at', 'a day as YYYY-MM-DD');
  const at = given.at === undefined ? undefined : Date.parse(given.at);
  if (Number.isNaN(at)) throw unfit('at', 'a moment as 2004-03-31T14:00:00+01:00');
  return { questions, source, given, need, asAt, at };
}

function unfit(option: string, wanted: string): Stop {
  return new Stop(`--${option}: wanted ${wanted}.`, EX_USAGE);
}

/** Takes what was answered, and says whether to go on. */
type Take = (answered: {
  readonly text: string;
  readonly row: number;
  readonly read: number;
}) => Promise<boolean>;

type Start = {
  readonly at: number;
  readonly after: number;
  readonly counts: Counts;
  readonly hash: Hash;
};

/** So much is answered together. */
const PIECE_BYTES = 128 * 1024;

/** The whole of a run: gives true when it came to the end. */
async function answer(
  { questions, source, given, need, asAt }: Run,
  start: Start,
  take: Take,
): Promise<boolean> {
  const { at, after, counts, hash } = start;
  const progress = routeProgress(
    process.stderr,
    source === 'stream' ? undefined : source.size,
    Date.now,
  );
  let read = 0;
  const input = async function* (): AsyncGenerator<Uint8Array> {
    const bytes =
      source === 'stream'
        ? process.stdin
        : createReadStream(source.file, { highWaterMark: PIECE_BYTES });
    for await (const piece of bytes) {
      read += (piece as Buffer).length;
      hash.update(piece as Buffer);
      yield piece as Buffer;
    }
  };
  const names = columnNames(given);
  const usual = { need, at, asAt };
  try {
    for await (const { text, row } of answerCsv(input(), {
      questions,
      names,
      usual,
      after,
      counts,
    })) {
      progress.reach(row, read);
      if (!(await take({ text, row, read }))) return false;
    }
    return true;
  } finally {
    progress.end();
  }
}

function columnNames(given: Given): ColumnNames {
  const named: Record<ColumnUse, string | undefined> = {
    postcode: given['postcode-column'],
    need: given['need-column'],
    age: given['age-column'],
    practice: given['practice-column'],
    asAt: given['as-at-column'],
  };
  return Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined));
}

/** How often what was written is made certain, milliseconds: so much work is lost when the power goes. */
const MS_BETWEEN_KEPT = 250;

async function toFile(run: Run, out: string): Promise<void> {
  const { source, questions } = run;
  const reached = await readReached(out);
  const asked = digestOf(JSON.stringify(run.given, Object.keys(OPTIONS)));
  const release = questions.atlas.release.id;
  if (reached) {
    const why =
      source === 'stream'
        ? 'of a file, and this is a stream'
        : await whyNotOn(reached, { asked, release, ...source });
    if (why !== undefined)
      throw new Stop(
        `${partPath(out)}: wanted what a run of the same table left, found one ${why}: remove it to begin again.`,
        EX_CANTCREAT,
      );
    console.error(`Going on after row ${counted(reached.row)}.`);
  }
  const start = startOf(run, reached);
  const part = await openPart(out, reached);
  const signal = heeded();
  let last = { row: start.after, read: 0 };
  const keep = async (): Promise<void> => {
    if (source === 'stream') return;
    const { at, counts, hash } = start;
    const input = { size: source.size, read: last.read, sha256: hash.copy().digest('hex') };
    const state = { asked, release, at, row: last.row, counts: { ...counts }, input };
    await part.keep({ ...state, bytes: part.bytes() });
  };
  const meanwhile = nowAndThen(keep);
  try {
    if (!reached) await keep();
    const isWhole = await answer(run, start, async ({ text, row, read }) => {
      await part.write(text);
      last = { row: Math.max(row, last.row), read };
      if (row < start.after) return !signal.came(); // still where an earlier run was
      if (!signal.came()) await meanwhile.begin();
      return !signal.came();
    });
    await meanwhile.end();
    if (!isWhole) {
      await keep();
      throw stopped(last.row, source);
    }
    await part.finish();
  } catch (fault) {
    await meanwhile.end().catch(ignore);
    await part.close();
    throw fault;
  } finally {
    signal.forget();
  }
  console.error(summary(start.counts, run));
}

function stopped(row: number, source: Source): Stop {
  const then =
    source === 'stream'
      ? 'A stream cannot be gone on with.'
      : 'The same command goes on from there.';
  return new Stop(`Stopped after row ${counted(row)}. ${then}`, EX_INTERRUPTED);
}

type NowAndThen = {
  /** Begins it, unless it is under way or has just ended. */
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Work that nobody waits for, as the disk is slow: what went wrong with it is thrown to whoever calls next. */
function nowAndThen(work: () => Promise<void>): NowAndThen {
  let working = Promise.resolve();
  let notBefore = -Infinity;
  return {
    begin: async () => {
      if (Date.now() < notBefore) return;
      await working;
      notBefore = Infinity;
      working = work().finally(() => {
        notBefore = Date.now() + MS_BETWEEN_KEPT;
      });
      working.catch(ignore);
    },
    end: () => working,
  };
}

const ignore = (): void => undefined;

async function toOutput(run: Run): Promise<void> {
  const start = startOf(run, undefined);
  let isOpen = true;
  process.stdout.on('error', () => {
    isOpen = false; // whoever read it has enough
  });
  await answer(run, start, async ({ text }) => {
    if (isOpen && text !== '' && !process.stdout.write(text)) await roomIn(process.stdout);
    return isOpen;
  });
  console.error(summary(start.counts, run));
}

/** Until it takes more, or never will. */
function roomIn(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['drain', 'error', 'close']) stream.once(event, resolve);
  });
}

function startOf({ at }: Run, reached: Reached | undefined): Start {
  return {
    at: reached?.at ?? at ?? Date.now(),
    after: reached?.row ?? 0,
    counts: reached?.counts ?? noCounts(),
    hash: createHash('sha256'),
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Ctrl-C is heeded at the next whole row; a second one ends at once. */
function heeded(): { readonly came: () => boolean; readonly forget: () => void } {
  let came = false;
  const note = (): void => {
    came = true;
  };
  for (const signal of SIGNALS) process.once(signal, note);
  return {
    came: () => came,
    forget: () => {
      for (const signal of SIGNALS) process.off(signal, note);
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function summary(counts: Counts, { questions }: Run): string {
  const rows = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const told = [
    `${counted(counts.routed)} routed`,
    `${counted(counts['needs-choice'])} need a choice`,
    `${counted(counts['not-routable'])} not routable`,
    `${counted(counts['bad-row'])} not understood`,
  ].join(', ');
  return [
    `${counted(rows)} rows: ${told}. Release ${questions.atlas.release.id}.`,
    ...questions.atlas.release.notices,
  ].join('\n');
}
