import { parseChoices, type Choices } from '../compare-boundaries/address.ts';
import type { SetInForce } from '../compare-boundaries/settle.ts';
import { changeQuery } from '../layout/address-query.ts';
import { shortKinds } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';

/** Against the health bodies of each day, as an address writes it; any other word is a kind. */
export const HEALTH_OF_THE_DAY = 'health';
/** On each day the first of these that is in force: the nearest in size to a PCT. */
const HEALTH_KINDS = ['sub-icb', 'ccg', 'pct', 'icb'] as const;

/** Since when districts and PCTs have been side by side. */
const FIRST_DAY = '2002-04-01';

export type HistoryChoices = Pick<Choices, 'left' | 'weight' | 'within'> & {
  readonly against: string;
};

/** Fills in what the address leaves out or what this release does not know. */
export function parseHistoryChoices(
  query: string,
  kinds: readonly string[],
  councils: readonly string[],
): HistoryChoices {
  const { choices } = parseChoices(query);
  const against = new URLSearchParams(query).get('against') ?? HEALTH_OF_THE_DAY;
  const left = choices.left ?? 'district';
  const within = choices.within === undefined ? 'E10000014' : choices.within;
  return {
    left: kinds.includes(left) ? left : (kinds[0] ?? left),
    against: kinds.includes(against) ? against : HEALTH_OF_THE_DAY,
    weight: choices.weight ?? 'RESIDENTS',
    within: within !== null && councils.includes(within) ? within : null,
  };
}

export function formatHistoryChoices(
  { left, against, weight, within }: HistoryChoices,
  address = '',
): string {
  return changeQuery(address, {
    left,
    against,
    weight: weight.toLowerCase(),
    within: within ?? 'everywhere',
  });
}

/** Says which choices of the address were not taken; nothing where all were. */
export function notTaken(query: string, choices: HistoryChoices): string[] {
  const [asked, used] = [query, formatHistoryChoices(choices)].map(
    (text) => new URLSearchParams(text),
  );
  const names = ['left', 'against', 'weight', 'within'].filter(
    (name) => asked?.has(name) && asked.get(name) !== used?.get(name),
  );
  return names.length === 0
    ? []
    : [`The address names a ${inList(names)} that cannot be read or is not known here.`];
}

export function kindsOf(sets: readonly SetInForce[]): string[] {
  return [...new Set(sets.map(({ kind }) => kind))];
}

export function againstInWords(against: string): string {
  return against === HEALTH_OF_THE_DAY ? 'the health bodies of the day' : shortKinds(against);
}

export function rightKinds({ against }: HistoryChoices): string[] {
  return against === HEALTH_OF_THE_DAY ? [...HEALTH_KINDS] : [against];
}

/** From the first day to today, or to the last change announced. */
export function daysLookedAt(
  sets: readonly SetInForce[],
  today: string,
): { readonly from: string; readonly to: string } {
  const begins = sets.flatMap(({ from }) => (from ? [from] : []));
  return { from: FIRST_DAY, to: begins.reduce((last, day) => (day > last ? day : last), today) };
}
