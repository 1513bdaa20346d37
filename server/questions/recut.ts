import { type Area, findArea } from '../domain/area.ts';
import { type Recut, recut } from '../domain/recut.ts';
import { AskingFault } from './asking-fault.ts';
import { type ComparisonAsk, weighed } from './compare.ts';
import type { OpenRelease } from './open-release.ts';

export type RecutAsk = ComparisonAsk & {
  readonly counts: readonly { readonly code: string; readonly count: number }[];
};

/** The largest Int of GraphQL. */
const MOST_CASES = 2 ** 31 - 1;

/** Counts by areas of the left set, told by areas of the right one. */
export async function recutCounts(release: OpenRelease, ask: RecutAsk): Promise<Recut> {
  const { left, weighing } = await weighed(release, ask);
  const counts = new Map<Area, number>();
  for (const [at, { code, count }] of ask.counts.entries()) {
    const area = findArea(release.atlas.areas, [left], code);
    const row = `Count ${at + 1}`;
    if (!area)
      throw new AskingFault(
        `${row}: wanted a code of the kind ${left.kind}, found "${code.slice(0, 40)}".`,
      );
    if (counts.has(area))
      throw new AskingFault(`${row}: wanted each area once, found ${area.name} again.`);
    if (!Number.isSafeInteger(count) || count < 0)
      throw new AskingFault(
        `${row}: wanted a whole number of cases, found ${count}: rates and shares of different areas do not add up, so they cannot be recut.`,
      );
    counts.set(area, count);
  }
  const total = ask.counts.reduce((sum, { count }) => sum + count, 0);
  if (total > MOST_CASES)
    throw new AskingFault(`Wanted at most ${MOST_CASES} cases in all, found ${total}.`);
  return recut(
    counts,
    weighing.overlaps.map(({ overlap, weight }) => ({ ...overlap, weight })),
  );
}
