import type { AreaShape } from '../server/domain/boundary-index.ts';
import { areaKm2 } from './overlay/measure.ts';
import type { Shape } from '../server/domain/shape.ts';
import { addTo, pairKey } from './cells.ts';
import { areaFinder, type SetPair } from './overlay/overlay.ts';
import { packed } from './overlay/packed-shape.ts';
import { inGroups, type Pool } from './overlay/pool.ts';
import { type Share, type SmallAreaShares, type SmallAreaTask, WHOLLY } from './overlay/tasks.ts';
import type { SmallArea } from './read/geojson.ts';

/** People per area and per pair of areas; null where the small areas do not cover the ground. */
export type Residents = {
  readonly ofArea: (id: number) => number | null;
  readonly ofPair: (left: number, right: number) => number | null;
};

export const NO_RESIDENTS: Residents = { ofArea: () => null, ofPair: () => null };

/** A small area less covered than this by a set lies mostly outside it, and is not squeezed in whole. */
const MOSTLY = 0.5;
/** An area less covered than this by small areas would seem to have fewer people than it has. */
const COVERED = 0.95;
/** Small areas per task: enough to outweigh the post between threads. */
const PER_TASK = 20;

export async function residentsOf(
  smallAreas: readonly SmallArea[],
  areas: readonly AreaShape[],
  pairs: readonly SetPair[],
  { pool, step }: { readonly pool: Pool; readonly step: (more: number) => void },
): Promise<Residents> {
  const sets = [...new Set(areas.map(({ area }) => area.set))];
  const finders = sets.map((set) => areaFinder(areas.filter(({ area }) => area.set === set)));
  const places = pairs.map(([left, right]) => [sets.indexOf(left), sets.indexOf(right)] as const);
  const tasks = smallAreas.map(({ shape }): SmallAreaTask => ({
    shape: packed(shape),
    candidates: finders.map((find) => find(shape)),
    pairs: places,
  }));
  const shares = await Promise.all(
    inGroups(tasks, PER_TASK).map(async (group) => {
      const answer = await pool.run({ kind: 'small-areas', smallAreas: group });
      step(group.length);
      return answer;
    }),
  );
  const sums = countResidents(smallAreas, shares.flat(), places);
  const isCovered = coverageTest(areas, sums.km2);
  return {
    ofArea: (id) => (isCovered(id) ? (sums.ofArea.get(id) ?? 0) : null),
    ofPair: (left, right) =>
      isCovered(left) || isCovered(right) ? (sums.ofPair.get(pairKey(left, right)) ?? 0) : null,
  };
}

type Sums = {
  readonly ofArea: Map<number, number>;
  readonly ofPair: Map<string, number>;
  /** Ground of each area that small areas cover. */
  readonly km2: Map<number, number>;
};

function countResidents(
  smallAreas: readonly { readonly residents: number; readonly shape: Shape }[],
  shares: readonly SmallAreaShares[],
  pairs: SmallAreaTask['pairs'],
): Sums {
  const sums: Sums = { ofArea: new Map(), ofPair: new Map(), km2: new Map() };
  smallAreas.forEach(({ residents, shape }, at) => {
    const each = shares[at];
    if (!each) return;
    const km2 = areaKm2(shape);
    for (const [area, share] of each.bySet.flat()) addTo(sums.km2, area, share * km2);
    const spread = spreadOver(each, pairs);
    for (const [area, share] of spread.areas) addTo(sums.ofArea, area, share * residents);
    for (const [left, right, share] of spread.pairs)
      addTo(sums.ofPair, pairKey(left, right), share * residents);
  });
  return sums;
}

type Spread = {
  readonly areas: readonly Share[];
  readonly pairs: readonly (readonly [left: number, right: number, share: number])[];
};

/**
 * Where the people of one small area live, in shares. Edges of two files never meet exactly, so what
 * covers it most is taken to cover it all. In two areas at once: the product of the shares where one
 * set has it whole, since then they tell the same; else what was measured.
 */
export function spreadOver(
  { bySet, inBoth }: SmallAreaShares,
  pairs: SmallAreaTask['pairs'],
): Spread {
  const scales = bySet.map(scaleOf);
  const scaled = bySet.map((shares, set) =>
    shares.map(([area, share]) => [area, share * (scales[set] ?? 1)] as const),
  );
  const setOfArea = new Map(
    bySet.flatMap((shares, set) => shares.map(([area]) => [area, set] as const)),
  );
  const scaleOfArea = (area: number): number => scales[setOfArea.get(area) ?? -1] ?? 1;
  return {
    areas: scaled.flat(),
    pairs: [
      ...pairs
        .filter(([left, right]) => isWhole(bySet[left]) || isWhole(bySet[right]))
        .flatMap(([left, right]) => products(scaled[left] ?? [], scaled[right] ?? [])),
      ...inBoth.map(
        ([left, right, share]) =>
          [left, right, share * Math.min(scaleOfArea(left), scaleOfArea(right))] as const,
      ),
    ],
  };
}

function scaleOf(shares: readonly Share[]): number {
  const covered = shares.reduce((sum, [, share]) => sum + share, 0);
  return covered > MOSTLY ? 1 / covered : 1;
}

function isWhole(shares: readonly Share[] = []): boolean {
  return shares.some(([, share]) => share >= WHOLLY);
}

function products(lefts: readonly Share[], rights: readonly Share[]): [number, number, number][] {
  return lefts.flatMap(([left, leftShare]) =>
    rights.map(([right, rightShare]): [number, number, number] => [
      left,
      right,
      leftShare * rightShare,
    ]),
  );
}

function coverageTest(
  areas: readonly AreaShape[],
  km2: ReadonlyMap<number, number>,
): (id: number) => boolean {
  const covered = new Set(
    areas
      .filter(({ area }) => (km2.get(area.id) ?? 0) >= COVERED * area.km2)
      .map(({ area }) => area.id),
  );
  return (id) => covered.has(id);
}
