import Flatbush from 'flatbush';

import { areLaidOver, type BoundarySet } from '../../server/domain/area.ts';
import type { AreaShape } from '../../server/domain/boundary-index.ts';
import { boxOf, type Shape } from '../../server/domain/shape.ts';
import type { Pool } from './pool.ts';
import type { SharedGround } from './tasks.ts';

/** Two sets to be laid over each other, the lower id first. */
export type SetPair = readonly [left: BoundarySet, right: BoundarySet];

export function setPairs(sets: readonly BoundarySet[]): SetPair[] {
  return sets.flatMap((left, at) =>
    sets
      .slice(at + 1)
      .filter((right) => areLaidOver(left, right))
      .map((right) => [left, right] as const),
  );
}

/** One area, and those of another set whose boxes meet its own: by id. */
export type Row = { readonly left: number; readonly rights: readonly number[] };

export function rowsOf(pairs: readonly SetPair[], areas: readonly AreaShape[]): Row[] {
  const bySet = Map.groupBy(areas, ({ area }) => area.set);
  const finders = new Map(pairs.map(([, right]) => [right, areaFinder(bySet.get(right) ?? [])]));
  return pairs.flatMap(([left, right]) =>
    (bySet.get(left) ?? [])
      .map(({ area, shape }) => ({ left: area.id, rights: finders.get(right)?.(shape) ?? [] }))
      .filter(({ rights }) => rights.length > 0),
  );
}

/** Each area, and those of its own set that come after it and whose boxes meet its own. */
export function rowsWithin(sets: readonly BoundarySet[], areas: readonly AreaShape[]): Row[] {
  const bySet = Map.groupBy(areas, ({ area }) => area.set);
  return sets.flatMap((set) => {
    const members = bySet.get(set) ?? [];
    const find = areaFinder(members);
    return members
      .map(({ area, shape }) => ({
        left: area.id,
        rights: find(shape).filter((id) => id > area.id),
      }))
      .filter(({ rights }) => rights.length > 0);
  });
}

/** Finds, in order, the ids of the areas whose boxes meet the box of a shape. */
export function areaFinder(areas: readonly AreaShape[]): (shape: Shape) => number[] {
  if (areas.length === 0) return () => [];
  const boxes = new Flatbush(areas.length);
  for (const { shape } of areas) boxes.add(...boxOf(shape));
  boxes.finish();
  return (shape) =>
    boxes
      .search(...boxOf(shape))
      .map((at) => areas[at]?.area.id ?? -1)
      .sort((a, b) => a - b);
}

/** The ground every row's area shares with each of the others, row after row. */
export async function sharedGrounds(
  rows: readonly Row[],
  pool: Pool,
  step: () => void,
): Promise<SharedGround[]> {
  const found = await Promise.all(
    rows.map(async ({ left, rights }) => {
      const grounds = await pool.run({ kind: 'overlaps', left, rights });
      step();
      return grounds;
    }),
  );
  return found.flat();
}
