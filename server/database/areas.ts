import type { Area, BoundarySet } from '../domain/area.ts';
import type { Overlap } from '../domain/overlap.ts';
import type { Shape } from '../domain/shape.ts';
import type { Database } from './database.ts';
import type { Atlas } from './releases.ts';

export async function findShapes(
  database: Database,
  atlas: Atlas,
  areas: readonly Area[],
): Promise<Map<Area, Shape>> {
  const texts = await findShapeTexts(database, atlas, areas);
  return new Map(texts.map(({ area, shape }) => [area, JSON.parse(shape) as Shape]));
}

/** Shapes as they are stored, for another thread to read. */
export async function findShapeTexts(
  { kysely }: Database,
  atlas: Atlas,
  areas: readonly Area[],
): Promise<{ readonly area: Area; readonly shape: string }[]> {
  const shapes = new Map<number, string>();
  for (const some of inParts(areas)) {
    const rows = await kysely
      .selectFrom('area')
      .select(['area.id', 'area.shape'])
      .where('area.release', '=', atlas.key)
      .where(
        'area.id',
        'in',
        some.map(({ id }) => id),
      )
      .execute();
    for (const row of rows) shapes.set(row.id, row.shape);
  }
  return areas.flatMap((area) => {
    const shape = shapes.get(area.id);
    return shape === undefined ? [] : [{ area, shape }];
  });
}

/** The shared ground of the areas of two sets, slivers left out, as it is stored. */
export async function findOverlapShapeTexts(
  { kysely }: Database,
  { key, areas }: Atlas,
  left: BoundarySet,
  right: BoundarySet,
): Promise<{ readonly left: Area; readonly right: Area; readonly shape: string }[]> {
  const turned = left.id > right.id;
  const [first, second] = turned ? [right, left] : [left, right];
  const found: { readonly left: Area; readonly right: Area; readonly shape: string }[] = [];
  for (const some of inParts(areas.filter(({ set }) => set === first))) {
    const rows = await kysely
      .selectFrom('overlap')
      .select(['overlap.left_area', 'overlap.right_area', 'overlap.shape'])
      .where('overlap.release', '=', key)
      .where('overlap.left_set', '=', first.id)
      .where('overlap.right_set', '=', second.id)
      .where('overlap.sliver', '=', 0)
      .where(
        'overlap.left_area',
        'in',
        some.map(({ id }) => id),
      )
      .execute();
    for (const { left_area: one, right_area: other, shape } of rows) {
      if (shape === null) continue;
      const [leftId, rightId] = turned ? [other, one] : [one, other];
      found.push({ left: areaById(areas, leftId), right: areaById(areas, rightId), shape });
    }
  }
  return found;
}

/** Shapes are long: all of a country in one query would take longer than a server is waited for. */
const MOST_AT_ONCE = 100;

function inParts(areas: readonly Area[]): Area[][] {
  return Array.from({ length: Math.ceil(areas.length / MOST_AT_ONCE) }, (_, at) =>
    areas.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE),
  );
}

export type StoredOverlap = Overlap & { readonly sliver: boolean };

/** Every pair of areas of two sets that share ground, the first set on the left. */
export async function overlapsBetween(
  { kysely }: Database,
  { key, areas }: Atlas,
  left: BoundarySet,
  right: BoundarySet,
): Promise<StoredOverlap[]> {
  const turned = left.id > right.id;
  const [first, second] = turned ? [right, left] : [left, right];
  const rows = await kysely
    .selectFrom('overlap')
    .select(['overlap.left_area', 'overlap.right_area', 'overlap.km2', 'overlap.postcodes'])
    .select(['overlap.residents', 'overlap.sliver'])
    .where('overlap.release', '=', key)
    .where('overlap.left_set', '=', first.id)
    .where('overlap.right_set', '=', second.id)
    .execute();
  return rows.map((row) => {
    const [leftId, rightId] = turned
      ? [row.right_area, row.left_area]
      : [row.left_area, row.right_area];
    return {
      left: areaById(areas, leftId),
      right: areaById(areas, rightId),
      km2: row.km2,
      postcodes: row.postcodes,
      residents: row.residents,
      sliver: row.sliver === 1,
    };
  });
}

export async function findOverlapShape(
  { kysely }: Database,
  { key }: Atlas,
  one: Area,
  other: Area,
): Promise<Shape | undefined> {
  const [left, right] = one.set.id < other.set.id ? [one, other] : [other, one];
  const row = await kysely
    .selectFrom('overlap')
    .select('overlap.shape')
    .where('overlap.release', '=', key)
    .where('overlap.left_set', '=', left.set.id)
    .where('overlap.right_set', '=', right.set.id)
    .where('overlap.left_area', '=', left.id)
    .where('overlap.right_area', '=', right.id)
    .executeTakeFirst();
  return row?.shape ? (JSON.parse(row.shape) as Shape) : undefined;
}

function areaById(areas: readonly Area[], id: number): Area {
  const area = areas[id];
  if (!area) throw new Error(`An overlap names area ${id}, which the release does not have`);
  return area;
}
