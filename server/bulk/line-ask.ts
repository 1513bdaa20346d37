import { parseLonLat } from '../domain/position.ts';
import type { BulkAsk } from '../questions/referrals.ts';
import { rowFault, type RowFault, type Said } from './row-ask.ts';

/** One line of NDJSON: a referral question as in GraphQL, and a name of the asker's own for it. */
export type LineSaid = {
  /** Comes back with the answer. */
  readonly id: string | number | undefined;
  readonly said: Placed | RowFault;
};
type Placed = { readonly where: BulkAsk['where']; readonly rest: Said };

const KEYS = ['id', 'postcode', 'point', 'need', 'age', 'gpPractice', 'asAt', 'at', 'answers'];
const LONGEST_ID = 200;

/** `unclear` says why a text cannot be read in one way only. */
export function readLine(line: string, unclear: (text: string) => string | undefined): LineSaid {
  const value = parsed(line);
  if (!isObject(value))
    return { id: undefined, said: rowFault('JSON', 'Wanted one JSON object on a line.') };
  const id = idIn(value['id']);
  const why = unclear(line) ?? strangeKey(value);
  return { id, said: why === undefined ? saidIn(value) : rowFault('JSON', why) };
}

type Fields = Readonly<Record<string, unknown>>;

function saidIn(value: Fields): Placed | RowFault {
  const where = whereIn(value);
  if (!where) return rowFault('WHERE', 'Wanted either a postcode or a point with lat and lon.');
  const answers = answersIn(value['answers']);
  if (!answers)
    return rowFault('ANSWERS', 'Wanted answers as [{"question": "...", "answer": "..."}].');
  const [need, practice, asAt, at] = TEXTS.map((key) => textIn(value[key]));
  if (need === undefined || practice === undefined || asAt === undefined || at === undefined)
    return rowFault('JSON', `Wanted text in ${TEXTS.join(', ')}.`);
  return { where, rest: { need, practice, asAt, at, answers, age: ageIn(value['age']) } };
}

function strangeKey(value: Fields): string | undefined {
  return Object.keys(value).every((key) => KEYS.includes(key))
    ? undefined
    : `Wanted only the keys ${KEYS.join(', ')}.`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // the row says so
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idIn(value: unknown): string | number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.length <= LONGEST_ID ? value : undefined;
}

const TEXTS = ['need', 'gpPractice', 'asAt', 'at'];

/** Undefined for what is no text. */
function textIn(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : undefined;
}

/** As text: whoever reads rows says what is wrong with it. */
function ageIn(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'number' ? String(value) : 'unfit';
}

function whereIn({ postcode, point }: Fields): BulkAsk['where'] | undefined {
  if (typeof postcode === 'string' && (point === undefined || point === null)) return { postcode };
  if ((postcode !== undefined && postcode !== null) || !isObject(point)) return undefined;
  const { lat, lon } = point;
  const found =
    typeof lat === 'number' && typeof lon === 'number' ? parseLonLat(lon, lat) : undefined;
  return found && { point: found };
}

function answersIn(value: unknown): Said['answers'] | undefined {
  if (value === undefined || value === null) return new Map();
  if (!Array.isArray(value)) return undefined;
  const answers = new Map<string, string>();
  for (const each of value as readonly unknown[]) {
    if (!isObject(each)) return undefined;
    const { question, answer } = each;
    if (typeof question !== 'string' || typeof answer !== 'string') return undefined;
    answers.set(question, answer);
  }
  return answers;
}
