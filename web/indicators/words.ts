import type { Weight } from '../api/generated/graphql.ts';
import type { Comparison } from '../compare-boundaries/ask.ts';
import { countInWords, percentInWords } from '../compare-boundaries/words.ts';
import { shortKind, shortKinds } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';
import type { Recut } from './ask.ts';
import type { Counted } from './read-counts.ts';

const SHARED_BY = {
  RESIDENTS: 'residents live',
  POSTCODES: 'postcodes lie',
  AREA: 'ground lies',
} as const satisfies Record<Weight, string>;

export function casesInWords(count: number): string {
  return `${countInWords(count)} ${count === 1 ? 'case' : 'cases'}`;
}

/** How it is done, for the page and for the file. */
export function methodInWords({ left, right, weight }: Comparison): string {
  return (
    `The count of each ${shortKind(left)} is shared out among the ${shortKinds(right)} it meets as its ${SHARED_BY[weight]} ` +
    `(areal or dasymetric weighting, Goodchild and Lam 1980), in whole cases: what is left over goes to the largest remainders, so that every case is kept.`
  );
}

/** How sure it is. */
export function uncertaintyInWords(recut: Recut, { left, right }: Comparison): string {
  const { total, crossing } = recut;
  if (total === 0) return 'There are no cases to share out.';
  if (crossing === 0)
    return `All ${casesInWords(total)} are certain: each ${shortKind(left)} with cases lies in one ${shortKind(right)}.`;
  return (
    `${percentInWords(crossing / total)}% of the cases, ${countInWords(crossing)} of ${countInWords(total)}, were counted in ${shortKinds(left)} ` +
    `that lie in several ${shortKinds(right)}. Where those fall is reckoned, not known: each ${shortKind(right)} has at least and at most ` +
    `what the table says. If cases fell by chance as the weight does, a count would be out by more than twice its likely error about one time in twenty.`
  );
}

export type Cautions = {
  /** Areas of the right set whose count leaves out an uncounted area, by code. */
  readonly tooLow: ReadonlyMap<string, readonly string[]>;
  readonly sentences: readonly string[];
};

/** From here up, what the other set does not cover of an area is worth a word. */
const WORTH_SAYING = 0.005;

/** What the counts leave out, said even where it is little. */
export function cautionsOf(
  comparison: Comparison,
  counts: readonly Counted[],
  { unplaced }: Pick<Recut, 'unplaced'>,
): Cautions {
  const counted = new Set(counts.map(({ area }) => area.code));
  const missing = comparison.overlaps.filter(({ left }) => !counted.has(left.code));
  const names = [...new Set(missing.map(({ left }) => left.name))];
  const partly = comparison.remainders.filter(
    ({ area, share }, at) =>
      at < comparison.leftCount && counted.has(area.code) && share >= WORTH_SAYING,
  );
  const right = shortKinds(comparison.right);
  return {
    tooLow: new Map(
      [...Map.groupBy(missing, (overlap) => overlap.right.code)].map(([code, overlaps]) => [
        code,
        overlaps.map((overlap) => overlap.left.name),
      ]),
    ),
    sentences: [
      ...(names.length > 0
        ? [
            `No count is given for ${inList(names)}: the ${right} that share ground with ${names.length === 1 ? 'it' : 'them'} are too low, and marked.`,
          ]
        : []),
      ...(unplaced > 0
        ? [
            `${casesInWords(unplaced)} belong to areas that share no ground with the ${right} here, and are in no row.`,
          ]
        : []),
      ...partly.map(
        ({ area, share }) =>
          `${percentInWords(share)}% of ${area.name} lies in no ${shortKind(comparison.right)} here: its cases are shared out as if none fell there.`,
      ),
    ],
  };
}

export type TableRow = {
  readonly area: { readonly code: string; readonly name: string };
  /** Null where no area that was counted shares ground with it. */
  readonly told: Omit<Recut['areas'][number], 'area'> | null;
};

/** Every area of the right set, those nothing can be said of last. */
export function tableRows({ areas }: Recut, { overlaps }: Comparison): TableRow[] {
  const rest = new Map(overlaps.map(({ right }) => [right.code, right]));
  for (const { area } of areas) rest.delete(area.code);
  return [
    ...areas.map(({ area, ...told }) => ({ area, told })),
    ...[...rest.values()].map((area) => ({ area, told: null })),
  ];
}
