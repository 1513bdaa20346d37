import { dayInWords } from '../words/dates.ts';
import { inList } from '../words/sentences.ts';
import { kindNames, shortKinds } from '../words/kinds.ts';
import type { Choices, Wanted } from './address.ts';

export type SetInForce = {
  readonly kind: string;
  readonly from?: string | null;
  readonly to?: string | null;
};

export type Settled = {
  readonly choices: Choices;
  /** What was chosen for the reader, and why. */
  readonly notes: readonly string[];
};

/** Where this began: eleven districts, seven PCTs, one county. */
const FIRST_LOOK = { asAt: '2004-03-31', within: 'E10000014' } as const;

/** Which health body to compare with when the one asked for was not there: the nearest in size to a PCT first. */
const INSTEAD: readonly string[] = ['pct', 'ccg', 'sub-icb', 'icb', 'upper-tier', 'district'];

export function kindsInForce(sets: readonly SetInForce[], asAt: string): string[] {
  const inForce = sets.filter(
    ({ from, to }) => (from ?? '') <= asAt && (to === null || to === undefined || asAt < to),
  );
  return [...new Set(inForce.map(({ kind }) => kind))];
}

/** Fills in what the address left out, and replaces what was not in force that day, saying so. */
export function settle(wanted: Wanted, sets: readonly SetInForce[], today: string): Settled {
  const { choices, ignored } = wanted;
  const day = settleDay(choices.asAt, sets, today);
  const kinds = kindsInForce(sets, day.asAt);
  const left = settleKind(choices.left ?? 'district', kinds, ['district', ...INSTEAD]);
  const others = INSTEAD.filter((kind) => kind !== left);
  const right = settleKind(choices.right ?? 'pct', kinds, [...others, ...kinds]);
  const isGiven = (kind: string | undefined, used: string): boolean =>
    kind !== undefined && kind !== used;
  const missing = [
    ...(isGiven(choices.left, left) ? [[choices.left ?? '', left] as const] : []),
    ...(isGiven(choices.right, right) ? [[choices.right ?? '', right] as const] : []),
  ];
  return {
    choices: {
      left,
      right,
      asAt: day.asAt,
      weight: choices.weight ?? 'RESIDENTS',
      within: choices.within === undefined ? FIRST_LOOK.within : choices.within,
    },
    notes: [
      ...(ignored.length > 0
        ? [`The address names a ${inList(ignored)} that cannot be read.`]
        : []),
      ...day.notes,
      ...missing.map(
        ([kind, used]) =>
          `No ${kindNames(kind)} are known for ${dayInWords(day.asAt)}: ${shortKinds(used)} are shown instead.`,
      ),
    ],
  };
}

function settleDay(
  wanted: string | undefined,
  sets: readonly SetInForce[],
  today: string,
): { readonly asAt: string; readonly notes: readonly string[] } {
  if (wanted !== undefined && kindsInForce(sets, wanted).length > 0)
    return { asAt: wanted, notes: [] };
  const asAt = kindsInForce(sets, FIRST_LOOK.asAt).includes('pct') ? FIRST_LOOK.asAt : today;
  if (wanted === undefined) return { asAt, notes: [] };
  const note = `No boundaries are known for ${dayInWords(wanted)}: ${dayInWords(asAt)} is shown instead.`;
  return { asAt, notes: [note] };
}

function settleKind(wanted: string, kinds: readonly string[], instead: readonly string[]): string {
  if (kinds.includes(wanted)) return wanted;
  return instead.find((kind) => kinds.includes(kind)) ?? kinds[0] ?? wanted;
}

/** Keeps `within` only where there is such an area that day. */
export function settleWithin(
  { choices, notes }: Settled,
  wanted: Wanted,
  codes: readonly string[],
): Settled {
  const { within } = choices;
  if (within === null || codes.includes(within)) return { choices, notes };
  const note = 'The area named in the address is not known here: everywhere is shown.';
  return {
    choices: { ...choices, within: null },
    notes: wanted.choices.within === undefined ? notes : [...notes, note],
  };
}
