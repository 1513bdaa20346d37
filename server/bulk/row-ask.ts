import { type LocalDate, parseLocalDate } from '../domain/calendar.ts';
import { londonDate } from '../domain/london-time.ts';
import type { Need } from '../domain/need.ts';
import type { Questions } from '../questions/questions.ts';
import type { Asking, BulkAsk } from '../questions/referrals.ts';

/** What a row says beside where, each as text: blank where it says nothing. */
export type Said = {
  readonly need: string;
  readonly age: string;
  readonly practice: string;
  readonly asAt: string;
  readonly at: string;
  readonly answers: Asking['answers'];
};

/** What holds where a row says nothing else. */
export type Usual = {
  readonly need: Need | undefined;
  /** The moment the bulk began, epoch milliseconds: one for all, so that two rows alike are answered alike. */
  readonly at: number;
  /** The day asked about; that of the moment where undefined. */
  readonly asAt: LocalDate | undefined;
};

export const ROW_FAULTS = [
  'COLUMNS',
  'JSON',
  'WHERE',
  'NEED',
  'AGE',
  'AS_AT',
  'AT',
  'ANSWERS',
] as const;
/** Why a row cannot be asked. Never repeats what stands in it. */
export type RowFault = { readonly fault: (typeof ROW_FAULTS)[number]; readonly message: string };

export function rowFault(fault: RowFault['fault'], message: string): RowFault {
  return { fault, message };
}

export function isRowFault(ask: Asking | BulkAsk | RowFault): ask is RowFault {
  return 'fault' in ask;
}

const OLDEST = 130;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

type RowReader = (said: Said) => Asking | RowFault;

/** Reads rows of one bulk. Those that say the same, but for where, are read once. */
export function rowReader(questions: Questions, usual: Usual): RowReader {
  const read = readerOf(questions, usual);
  const known = new Map<string, Asking | RowFault>();
  return (said) => {
    if (said.answers.size > 0) return read(said);
    const key = inOneText(said);
    const before = known.get(key);
    if (before) return before;
    const asking = read(said);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, asking);
    return asking;
  };
}

/** Some megabytes. */
const MOST_KNOWN = 20_000;

/** With the length of each, so that no two become one. */
function inOneText({ need, age, practice, asAt, at }: Said): string {
  return `${need.length} ${age.length} ${practice.length} ${asAt.length} ${need}${age}${practice}${asAt}${at}`;
}

function readerOf({ atlas }: Questions, usual: Usual): RowReader {
  const needs = new Map(atlas.needs.map((need) => [need.id, need]));
  const today = usual.asAt ?? londonDate(usual.at);
  const wantedNeed = `Wanted a need this release knows: ${[...needs.keys()].join(', ')}.`;
  return (said) => {
    const id = said.need.trim();
    const need = id === '' ? usual.need : needs.get(id);
    if (!need) return rowFault('NEED', wantedNeed);
    const age = readAge(said.age.trim());
    if (age === 'unfit') return rowFault('AGE', `Wanted an age in whole years, 0 to ${OLDEST}.`);
    const at = readMoment(said.at.trim());
    if (Number.isNaN(at)) return rowFault('AT', 'Wanted a moment as 2004-03-31T14:00:00+01:00.');
    const on = readDay(said.asAt.trim(), at === undefined ? today : londonDate(at));
    if (!on) return rowFault('AS_AT', 'Wanted a day as YYYY-MM-DD.');
    const practice = said.practice.trim().toUpperCase() || undefined;
    return { need, age, practice, on, at: at ?? usual.at, answers: said.answers };
  };
}

function readDay(text: string, usual: LocalDate): LocalDate | undefined {
  return text === '' ? usual : parseLocalDate(text);
}

function readAge(text: string): number | undefined | 'unfit' {
  if (text === '') return undefined;
  const age = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  return age <= OLDEST ? age : 'unfit';
}

function readMoment(text: string): number | undefined {
  if (text === '') return undefined;
  return MOMENT.test(text) && parseLocalDate(text.slice(0, 10)) ? Date.parse(text) : NaN;
}
