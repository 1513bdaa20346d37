import { AskingFault } from '../../questions/asking-fault.ts';
import type { Coding, Telling } from './telling.ts';

/** Half-open, epoch milliseconds. */
export type Stretch = { readonly from: number; readonly to: number };

export type Values<Thing, Value> = (thing: Thing, telling: Telling) => readonly Value[];

/** What a resource can be searched by, and what it then says of itself. */
export type SearchParameter<Thing> = {
  readonly name: string;
  readonly documentation: string;
} & (
  | { readonly type: 'string'; readonly of: Values<Thing, string> }
  | { readonly type: 'token'; readonly of: Values<Thing, Partial<Coding>> }
  /** As `Organization/id`. */
  | { readonly type: 'reference'; readonly of: Values<Thing, string> }
  | { readonly type: 'date'; readonly of: Values<Thing, Stretch> }
);

/** One parameter as sent: any of its values may match, and all parameters must. */
export type Term = { readonly name: string; readonly modifier: string; readonly values: string[] };

export function readTerm(name: string, value: string): Term {
  const [plain = '', modifier = ''] = name.split(':', 2);
  const values = value.split(/(?<!\\),/).map((each) => each.replaceAll(/\\([,|$\\])/g, '$1'));
  return { name: plain, modifier, values };
}

export function matches<Thing>(
  parameter: SearchParameter<Thing>,
  { modifier, values }: Term,
  telling: Telling,
): (thing: Thing) => boolean {
  const { name, type } = parameter;
  const known = type === 'string' ? ['', 'exact', 'contains'] : [''];
  if (!known.includes(modifier))
    throw new AskingFault(
      `Wanted ${name} ${type === 'string' ? 'alone, or with :exact or :contains' : 'without a modifier'}, found ":${modifier.slice(0, 40)}".`,
    );
  const any = <Value>(
    of: Values<Thing, Value>,
    testOf: (wanted: string) => (value: Value) => boolean,
  ): ((thing: Thing) => boolean) => {
    const tests = values.map(testOf);
    return (thing) => of(thing, telling).some((value) => tests.some((test) => test(value)));
  };
  switch (parameter.type) {
    case 'string':
      return any(parameter.of, (value) => stringTest(value, modifier));
    case 'token':
      return any(parameter.of, tokenTest);
    case 'reference':
      return any(parameter.of, (value) => referenceTest(value, telling.base));
    case 'date':
      return any(parameter.of, (value) => dateTest(name, value));
  }
}

/** Begins with it, whatever the capitals and accents. */
function stringTest(value: string, modifier: string): (text: string) => boolean {
  if (modifier === 'exact') return (text) => text === value;
  const wanted = plain(value);
  return modifier === 'contains'
    ? (text) => plain(text).includes(wanted)
    : (text) => plain(text).startsWith(wanted);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** `code`, `system|code`, `system|` or `|code`. */
function tokenTest(value: string): (coding: Partial<Coding>) => boolean {
  const [first = '', second] = value.split('|', 2);
  if (second === undefined) return ({ code }) => code === first;
  return ({ system = '', code }) => system === first && (second === '' || code === second);
}

/** `Type/id`, the whole address of that, or the id alone. */
function referenceTest(value: string, base: string): (reference: string) => boolean {
  const wanted = value.startsWith(`${base}/`) ? value.slice(base.length + 1) : value;
  return wanted.includes('/')
    ? (reference) => reference === wanted
    : (reference) => reference.endsWith(`/${wanted}`);
}

const MOMENT =
  /^(eq|ne|gt|lt|ge|le)?(\d{4}(?:-\d\d(?:-\d\d)?)?|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))$/;

/** A day, month or year stands for all of it. */
function dateTest(name: string, value: string): (stretch: Stretch) => boolean {
  const [, prefix = 'eq', moment = ''] = MOMENT.exec(value.replace(' ', '+')) ?? [];
  const from = Date.parse(moment);
  if (moment === '' || Number.isNaN(from))
    throw new AskingFault(
      `Wanted ${name} as a day or a moment, such as ge2026-04-01, found "${value.slice(0, 40)}".`,
    );
  const to = endOf(moment, from);
  const inside = (each: Stretch): boolean => each.from >= from && each.to <= to;
  switch (prefix) {
    case 'ne':
      return (each) => !inside(each);
    case 'gt':
      return (each) => each.to > to;
    case 'lt':
      return (each) => each.from < from;
    case 'ge':
      return (each) => each.to > from;
    case 'le':
      return (each) => each.from < to;
    default:
      return inside;
  }
}

function endOf(moment: string, from: number): number {
  const end = new Date(from);
  if (moment.length === 4) end.setUTCFullYear(end.getUTCFullYear() + 1);
  else if (moment.length === 7) end.setUTCMonth(end.getUTCMonth() + 1);
  else if (moment.length === 10) end.setUTCDate(end.getUTCDate() + 1);
  else if (/T\d\d:\d\d(?:Z|[+-])/.test(moment)) return from + 60_000;
  else return from + (moment.includes('.') ? 1 : 1000);
  return end.getTime();
}
