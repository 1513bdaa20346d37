import { parseArgs } from 'node:util';

import { openReadyDatabase } from '../geodata/ready.ts';
import { readConfig } from './config.ts';
import { disconnect } from './database/connect.ts';
import { parseLocalDate } from './domain/calendar.ts';
import { londonDate } from './domain/london-time.ts';
import type { Referral } from './domain/referral.ts';
import { AskingFault, createQuestions } from './questions.ts';

const USAGE = `Usage: npm run route -- POSTCODE --need NEED [--age YEARS] [--practice CODE] [--as-at YYYY-MM-DD]
                     [--answer KEY=ANSWER ...] [--json]`;

/** Exit codes of BSD sysexits: 64 the command is wrong, 65 its data. */
const EX_USAGE = 64;
const EX_DATAERR = 65;

const OPTIONS = {
  need: { type: 'string' },
  age: { type: 'string' },
  practice: { type: 'string' },
  'as-at': { type: 'string' },
  answer: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [postcode, ...rest] = positionals;
  if (postcode === undefined || rest.length > 0 || values.need === undefined) return stop(USAGE, EX_USAGE);
  const at = Date.now();
  const on = values['as-at'] === undefined ? londonDate(at) : parseLocalDate(values['as-at']);
  if (!on) return stop(`--as-at: wanted a day as YYYY-MM-DD, found "${values['as-at']}"`, EX_DATAERR);
  const age = values.age === undefined ? undefined : Number(values.age);
  if (age !== undefined && !(Number.isInteger(age) && age >= 0 && age <= 130))
    return stop(`--age: wanted whole years from 0 to 130, found "${values.age}"`, EX_DATAERR);

  const database = await openReadyDatabase(readConfig(process.env).databaseUrl, console.error);
  try {
    const questions = await createQuestions(database)();
    const need = questions.atlas.needs.find(({ id }) => id === values.need);
    if (!need) {
      const known = questions.atlas.needs.map(({ id }) => id).join(', ');
      return stop(`--need: wanted one of ${known}; found "${values.need}"`, EX_DATAERR);
    }
    const answers = new Map(values.answer?.map((each) => splitOnce(each)));
    const ask = { where: { postcode }, need, age, practice: values.practice, on, at, answers };
    const [referral] = await questions.referrals([ask]);
    if (referral) console.log(values.json ? inJson(referral, questions.atlas.release.id) : inWords(referral, questions.atlas.release.notices));
  } finally {
    await disconnect(database);
  }
}

function readArguments(): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    stop(`${(error as Error).message}\n${USAGE}`, EX_USAGE);
    process.exit();
  }
}

function inWords(referral: Referral, notices: readonly string[]): string {
  switch (referral.kind) {
    case 'routed':
      return [
        `${referral.need.name}, confidence ${referral.confidence.toLowerCase()}`,
        '',
        ...referral.responsible.map(({ sector, body, presumed, because }) => `${sector}: ${body.name}${presumed ? ' (presumed)' : ''}\n  ${because}.`),
        '',
        ...referral.teams.flatMap(({ team, openNow, contactNow, opensNext }) => [
          `${team.name}, ${team.organisation}`,
          contactNow
            ? `  ${openNow ? 'Open now' : 'Closed; out of hours'}: ${contactNow.phone} (${contactNow.label})`
            : `  Closed${opensNext === null ? '' : ` until ${new Date(opensNext).toLocaleString('en-GB', { timeZone: 'Europe/London' })}`}: ${team.day.phone} (${team.day.label})`,
        ]),
        '',
        ...notices,
      ].join('\n');
    case 'needs-choice':
      return [
        referral.message,
        referral.question,
        ...referral.options.map(({ answer, label }) => `  --answer ${referral.key}=${answer}  ${label}`),
      ].join('\n');
    case 'not-routable':
      return [
        `${referral.reason}: ${referral.message}`,
        ...referral.next.map(({ label, detail }) => `  ${label}: ${detail}`),
      ].join('\n');
  }
}

/** Sets appear once per area as their kind and edition: enough for a machine to name them. */
function inJson(referral: Referral, release: string): string {
  const plain = (key: string, value: unknown): unknown => {
    if (value instanceof Map) return Object.fromEntries(value);
    return key === 'set' ? { kind: (value as { kind: string }).kind, edition: (value as { edition: string }).edition } : value;
  };
  return JSON.stringify({ ...referral, release }, plain, 2);
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function stop(message: string, code: number): void {
  console.error(message);
  process.exitCode = code;
}

main().catch((error: unknown) => {
  stop(error instanceof AskingFault || error instanceof Error ? error.message : String(error), EX_DATAERR);
});
