import { parseArgs } from 'node:util';

import { openReadyDatabase } from '../geodata/ready.ts';
import { readConfig } from './config.ts';
import { disconnect } from './database/connect.ts';
import { parseLocalDate } from './domain/calendar.ts';
import { londonDate } from './domain/london-time.ts';
import type { Need } from './domain/need.ts';
import type { Referral } from './domain/referral-outcome.ts';
import { createQuestions } from './questions/questions.ts';
import type { ReferralAsk } from './questions/referrals.ts';
import { CSV_USAGE, routeCsv } from './route-csv.ts';
import { EX_DATAERR, EX_USAGE, Stop } from './route-stop.ts';
import { referralInWords } from './referral-in-words.ts';

/** `npm run route`: one referral in the terminal, or with `--csv` a table of them. */
const USAGE = `Usage: npm run route -- POSTCODE --need NEED [--age YEARS] [--practice CODE] [--as-at YYYY-MM-DD]
                     [--at MOMENT] [--answer KEY=ANSWER ...] [--json]
${CSV_USAGE}`;

const OPTIONS = {
  need: { type: 'string' },
  age: { type: 'string' },
  practice: { type: 'string' },
  'as-at': { type: 'string' },
  at: { type: 'string' },
  answer: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} as const;

type Arguments = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;

async function main(): Promise<void> {
  const given = readArguments();
  const database = await openReadyDatabase(readConfig(process.env).databaseUrl, console.error);
  try {
    const { atlas, referrals } = await createQuestions(database)();
    const [referral] = await referrals([askFrom(given, atlas.needs)]);
    if (!referral) throw new Error('Asked for one referral, was given none');
    if (given.values.json) console.log(referralInJson(referral, atlas.release.id));
    else console.log([referralInWords(referral), '', ...atlas.release.notices].join('\n'));
  } finally {
    await disconnect(database);
  }
}

function readArguments(): Arguments {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n${USAGE}`, EX_USAGE);
  }
}

function askFrom({ values, positionals }: Arguments, needs: readonly Need[]): ReferralAsk {
  const [postcode, ...rest] = positionals;
  if (postcode === undefined || rest.length > 0 || values.need === undefined)
    throw new Stop(USAGE, EX_USAGE);
  const need = needs.find(({ id }) => id === values.need);
  if (!need) throw unfit('need', `one of ${needs.map(({ id }) => id).join(', ')}`, values.need);
  const at = values.at === undefined ? Date.now() : Date.parse(values.at);
  if (Number.isNaN(at)) throw unfit('at', 'a moment as 2004-03-31T14:00:00+01:00', values.at);
  const on = values['as-at'] === undefined ? londonDate(at) : parseLocalDate(values['as-at']);
  if (!on) throw unfit('as-at', 'a day as YYYY-MM-DD', values['as-at']);
  return {
    where: { postcode },
    need,
    age: readAge(values.age),
    practice: values.practice?.toUpperCase(),
    on,
    at,
    answers: new Map(values.answer?.map(readAnswer)),
  };
}

function readAge(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const age = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (!(age <= 130)) throw unfit('age', 'whole years from 0 to 130', text);
  return age;
}

function readAnswer(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 0) throw unfit('answer', 'KEY=ANSWER', text);
  return [text.slice(0, at), text.slice(at + 1)];
}

function unfit(option: string, wanted: string, found = ''): Stop {
  return new Stop(`--${option}: wanted ${wanted}; found "${found}"`, EX_DATAERR);
}

/** A boundary set appears as its kind and edition: enough for a machine to name it. */
function referralInJson(referral: Referral, release: string): string {
  const plain = (key: string, value: unknown): unknown => {
    if (value instanceof Map) return Object.fromEntries(value) as unknown;
    if (key !== 'set') return value;
    const { kind, edition } = value as { kind: string; edition: string };
    return { kind, edition };
  };
  return JSON.stringify({ ...referral, release }, plain, 2);
}

const args = process.argv.slice(2);
const isTable = args.some((arg) => /^--(?:csv|out)(?:=|$)/.test(arg));
(isTable ? routeCsv(args) : main()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof Stop ? error.code : EX_DATAERR;
});
