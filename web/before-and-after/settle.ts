import { kindsInForce, type SetInForce } from '../compare-boundaries/settle.ts';
import { dayInWords } from '../words/dates.ts';
import { COUNCIL_KINDS, HEALTH_KINDS, kindNames, shortKinds } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';
import type { Choices, Wanted } from './address.ts';
import type { Reorganisation } from './ask.ts';

export type Settled = {
  readonly choices: Choices;
  /** What was chosen for the reader, and why. */
  readonly notes: readonly string[];
};

type Known = {
  readonly reorganisations: readonly Reorganisation[];
  readonly sets: readonly SetInForce[];
  readonly today: string;
};

export function choicesOf({ before, eve, after, day }: Reorganisation): Choices {
  return { before: before.kind, from: eve, after: after.kind, to: day };
}

/** Fills in what the address left out, and replaces what was not in force, saying so. */
export function settle({ choices, ignored }: Wanted, known: Known): Settled {
  const first = firstLook(choices.before, known);
  const misread =
    ignored.length > 0 ? [`The address names a ${inList(ignored)} that cannot be read.`] : [];
  const days = inOrder(choices.from ?? first.from, choices.to ?? first.to);
  const kinds = kindsOn(days, choices, { first, sets: known.sets });
  if (!kinds)
    return {
      choices: first,
      notes: [
        ...misread,
        `Nothing is known to hold ${dayInWords(days.from)} against ${dayInWords(days.to)}: ${dayInWords(first.to)} is shown instead.`,
      ],
    };
  return {
    choices: { from: days.from, to: days.to, ...kinds },
    notes: [
      ...misread,
      ...(days.turned ? ['The days were the wrong way round, and have been turned.'] : []),
      ...insteadOf(choices.before, kinds.before, days.from),
      ...insteadOf(choices.after, kinds.after, days.to),
    ],
  };
}

type Days = { readonly from: string; readonly to: string };
type Kinds = Pick<Choices, 'before' | 'after'>;

/** Those asked for where they were in force; undefined where nothing can be held against anything. */
function kindsOn(
  { from, to }: Days,
  wanted: Partial<Choices>,
  { first, sets }: { readonly first: Choices; readonly sets: readonly SetInForce[] },
): Kinds | undefined {
  const before = nearest(wanted.before ?? first.before, kindsInForce(sets, from));
  if (before === undefined) return undefined;
  const later = kindsInForce(sets, to).filter((kind) => canFollow(before, kind));
  const after = nearest(wanted.after ?? before, later);
  return after === undefined ? undefined : { before, after };
}

/** The latest reorganisation, the announced one while there is one; of the kind asked for where it had one. */
function firstLook(kind: string | undefined, { reorganisations, sets, today }: Known): Choices {
  const latest = reorganisations.findLast(({ before }) => before.kind === kind);
  const day = reorganisations.at(-1)?.day;
  const found = latest ?? reorganisations.find((each) => each.day === day);
  if (found) return choicesOf(found);
  const [only = 'district'] = kindsInForce(sets, today);
  return { before: only, from: today, after: only, to: today };
}

function inOrder(from: string, to: string): Days & { readonly turned: boolean } {
  return from <= to ? { from, to, turned: false } : { from: to, to: from, turned: true };
}

/** Kinds of one family take over from each other; any other only from itself. */
export function canFollow(before: string, after: string): boolean {
  return (
    before === after ||
    [HEALTH_KINDS, COUNCIL_KINDS].some((kinds) => kinds.includes(before) && kinds.includes(after))
  );
}

function nearest(wanted: string, kinds: readonly string[]): string | undefined {
  if (kinds.includes(wanted)) return wanted;
  return NEAREST.find((kind) => kinds.includes(kind) && canFollow(wanted, kind)) ?? kinds[0];
}

/** The nearest in size to a PCT first. */
const NEAREST: readonly string[] = ['pct', 'ccg', 'sub-icb', 'icb', 'district', 'upper-tier'];

function insteadOf(wanted: string | undefined, used: string, day: string): string[] {
  if (wanted === undefined || wanted === used) return [];
  return [
    `No ${kindNames(wanted)} are known for ${dayInWords(day)} here: ${shortKinds(used)} are shown instead.`,
  ];
}
