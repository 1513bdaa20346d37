import type { ReferralInput } from '../api/generated/graphql.ts';
import type { Practice } from './ask.ts';
import { readPoint } from './point.ts';

export type TypedDay = { readonly day: string; readonly month: string; readonly year: string };

/** What stands in the form, as typed. Lives in memory only: never in the address, history or storage. */
export type Typed = {
  /** Which of the two says where. */
  readonly by: 'postcode' | 'point';
  readonly postcode: string;
  /** Latitude and longitude. */
  readonly point: string;
  readonly need: string;
  readonly age: string;
  /** What was looked for, and the one chosen. */
  readonly practice: string;
  readonly practiceFound: Pick<Practice, 'code' | 'name' | 'postcode'> | null;
  readonly date: TypedDay;
};

export const NOTHING_TYPED: Typed = {
  by: 'postcode',
  postcode: '',
  point: '',
  need: '',
  age: '',
  practice: '',
  practiceFound: null,
  date: { day: '', month: '', year: '' },
};

export type Field = 'postcode' | 'point' | 'need' | 'age' | 'practice' | 'date';
export type Faults = Readonly<Partial<Record<Field, string>>>;

export type Checked =
  | { readonly kind: 'complete'; readonly input: ReferralInput }
  | { readonly kind: 'faulty'; readonly faults: Faults };

/** More than a pasted address can be; the server is not sent the rest. */
export const LONGEST_POSTCODE = 200;

const OLDEST = 130;

/** Only what can be told without the server; which postcodes there are is for the server to say. */
export function checkTyped(typed: Typed): Checked {
  const where = readWhere(typed);
  const practice = readPractice(typed);
  const age = readAge(typed.age);
  const asAt = readDay(typed.date);
  const faults: Faults = {
    ...('faults' in where && where.faults),
    ...(typed.need === '' && { need: 'Choose what the person needs' }),
    ...(practice === 'faulty' && { practice: NOT_CHOSEN }),
    ...(age === 'faulty' && { age: `Age must be a whole number from 0 to ${OLDEST}` }),
    ...(asAt === 'faulty' && { date: 'Date must be a real date, like 31 3 2004' }),
  };
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults };
  return {
    kind: 'complete',
    input: {
      ...('input' in where && where.input),
      need: typed.need,
      ...(typeof age === 'number' && { age }),
      ...(practice !== null && { gpPractice: practice }),
      ...(asAt !== null && asAt !== 'faulty' && { asAt: asAt.iso }),
    },
  };
}

const NOT_CHOSEN = 'Search for the GP practice and choose it, or leave it empty';

type Where =
  { readonly input: Pick<ReferralInput, 'postcode' | 'point'> } | { readonly faults: Faults };

function readWhere({ by, postcode, point }: Typed): Where {
  if (by === 'postcode')
    return postcode.trim() === ''
      ? { faults: { postcode: 'Enter a postcode' } }
      : { input: { postcode: postcode.trim().slice(0, LONGEST_POSTCODE) } };
  const found = readPoint(point);
  if (found) return { input: { point: found } };
  const isEmpty = point.trim() === '';
  return { faults: { point: isEmpty ? 'Enter a point or choose one on the map' : WRONG_POINT } };
}

const WRONG_POINT = 'Enter latitude, then longitude, like 51.0629, -1.3166';

const PRACTICE_CODE = /^[A-Z]\d{5}$/;

/** The code of the practice chosen or typed; null when nothing was. A name nobody chose from is no practice yet. */
function readPractice({ practice, practiceFound }: Typed): string | null {
  if (practiceFound) return practiceFound.code;
  const text = practice.trim().toUpperCase();
  if (text === '') return null;
  return PRACTICE_CODE.test(text) ? text : 'faulty';
}

function readAge(text: string): number | null | 'faulty' {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,3}$/.test(trimmed) && Number(trimmed) <= OLDEST ? Number(trimmed) : 'faulty';
}

/** A day as `YYYY-MM-DD`; null when nothing was typed. */
export function readDay({
  day,
  month,
  year,
}: TypedDay): { readonly iso: string } | null | 'faulty' {
  const parts = [year, month, day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return null;
  const [yyyy = '', mm = '', dd = ''] = parts;
  if (!/^\d{4}$/.test(yyyy) || !/^\d{1,2}$/.test(mm) || !/^\d{1,2}$/.test(dd)) return 'faulty';
  const iso = `${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 10) !== iso
    ? 'faulty'
    : { iso };
}

/** True when anything under the fold is filled in, so that it opens. */
export function hasMore({ age, practice, practiceFound, date }: Typed): boolean {
  if (practiceFound) return true;
  return [age, practice, date.day, date.month, date.year].some((part) => part.trim() !== '');
}
