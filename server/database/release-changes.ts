import { type RawBuilder, sql } from 'kysely';

import type { Database } from './database.ts';

/** Postcodes counted by where they lay in one release and lie in a later one. */
export type CellCount = {
  /** Cell ids; `NO_CELL` on no ground, `SEVERAL_CELLS` astride a line. */
  readonly oldCell: number;
  readonly newCell: number;
  readonly oldLife: 'absent' | 'live' | 'ended';
  readonly newLife: 'live' | 'ended';
  readonly postcodes: number;
};

export const NO_CELL = -1;
const SEVERAL_CELLS = -2;

/** How many postcodes a release lists, and how many of them are live. */
export async function countPostcodes(
  { kysely }: Database,
  release: number,
): Promise<{ readonly listed: number; readonly live: number }> {
  const { listed, ended } = await kysely
    .selectFrom('postcode')
    .where('postcode.release', '=', release)
    .select(({ fn }) => [
      fn.countAll<number>().as('listed'),
      fn.count<number>('postcode.ended').as('ended'),
    ])
    .executeTakeFirstOrThrow();
  return { listed, live: listed - ended };
}

/** Every postcode of the later release, beside the same one of the earlier. */
export async function postcodesByCell(
  { kysely }: Database,
  before: number,
  after: number,
): Promise<CellCount[]> {
  const rows = await kysely
    .selectFrom('postcode as later')
    .leftJoin('postcode as earlier', (join) =>
      join.onRef('earlier.postcode', '=', 'later.postcode').on('earlier.release', '=', before),
    )
    .where('later.release', '=', after)
    .select(({ fn }) => [
      cellOf('earlier').as('oldCell'),
      cellOf('later').as('newCell'),
      sql<
        CellCount['oldLife']
      >`case when ${sql.ref('earlier.postcode')} is null then 'absent' when ${sql.ref('earlier.ended')} is null then 'live' else 'ended' end`.as(
        'oldLife',
      ),
      sql<
        CellCount['newLife']
      >`case when ${sql.ref('later.ended')} is null then 'live' else 'ended' end`.as('newLife'),
      fn.countAll<number>().as('postcodes'),
    ])
    .groupBy(['oldCell', 'newCell', 'oldLife', 'newLife'])
    .execute();
  return rows;
}

function cellOf(side: 'earlier' | 'later'): RawBuilder<number> {
  const [cell, cells] = [sql.ref(`${side}.cell`), sql.ref(`${side}.cells`)];
  return sql<number>`coalesce(${cell}, case when ${cells} is null then ${sql.lit(NO_CELL)} else ${sql.lit(SEVERAL_CELLS)} end)`;
}

/** Postcodes of a sector (`SO23 8`) that lie somewhere else than they did. */
export type SectorMove = {
  readonly sector: string;
  readonly postcodes: number;
  /** Of those, further than `farMetres`. */
  readonly far: number;
  readonly mostMetres: number;
};

/** Metres in a degree of latitude, on a sphere of the Earth's mean radius. */
const DEGREE = (Math.PI / 180) * 6_371_008.8;

/** Sectors in which postcodes moved by more than `leastMetres`, furthest first. */
export async function movesBySector(
  { kysely }: Database,
  [before, after]: readonly [number, number],
  { leastMetres, farMetres }: { readonly leastMetres: number; readonly farMetres: number },
): Promise<SectorMove[]> {
  const north = sql`((later.lat - earlier.lat) * ${sql.lit(DEGREE)})`;
  const east = sql`((later.lon - earlier.lon) * ${sql.lit(DEGREE)} * cos(radians(earlier.lat)))`;
  const rows = await kysely
    .selectFrom((builder) =>
      builder
        .selectFrom('postcode as later')
        .innerJoin('postcode as earlier', 'earlier.postcode', 'later.postcode')
        .where('later.release', '=', after)
        .where('earlier.release', '=', before)
        .where((eb) =>
          eb.or([
            eb('later.lon', '<>', eb.ref('earlier.lon')),
            eb('later.lat', '<>', eb.ref('earlier.lat')),
          ]),
        )
        .select([
          sql<string>`substr(later.postcode, 1, length(later.postcode) - 2)`.as('sector'),
          sql<number>`${north} * ${north} + ${east} * ${east}`.as('squared'),
        ])
        .as('move'),
    )
    .where('move.squared', '>', leastMetres ** 2)
    .select(({ fn }) => [
      'move.sector',
      fn.countAll<number>().as('postcodes'),
      sql<number>`sum(case when move.squared > ${sql.lit(farMetres ** 2)} then 1 else 0 end)`.as(
        'far',
      ),
      fn.max('move.squared').as('squared'),
    ])
    .groupBy('move.sector')
    .orderBy('squared', 'desc')
    .orderBy('move.sector')
    .execute();
  return rows.map(({ squared, ...move }) => ({ ...move, mostMetres: Math.sqrt(squared) }));
}

/** Ids of areas of two sets that have the same code and another shape. */
export async function redrawnAreas(
  { kysely }: Database,
  before: { readonly release: number; readonly set: number },
  after: { readonly release: number; readonly set: number },
): Promise<{ readonly earlier: number; readonly later: number }[]> {
  return kysely
    .selectFrom('area as later')
    .innerJoin('area as earlier', 'earlier.code', 'later.code')
    .where('later.release', '=', after.release)
    .where('later.boundary_set', '=', after.set)
    .where('earlier.release', '=', before.release)
    .where('earlier.boundary_set', '=', before.set)
    .whereRef('earlier.shape', '<>', 'later.shape')
    .select(['earlier.id as earlier', 'later.id as later'])
    .orderBy('later.id')
    .execute();
}

/** How many documents the later release has more, has no longer, and has otherwise. */
export type DocumentChanges = {
  /** In the earlier release. */
  readonly listed: number;
  readonly appeared: number;
  readonly ended: number;
  readonly changed: number;
};

export async function documentChanges(
  { kysely }: Database,
  table: 'practice' | 'team',
  before: number,
  after: number,
): Promise<DocumentChanges> {
  const read = async (release: number): Promise<Map<string, string>> => {
    const rows = await kysely
      .selectFrom(table as 'practice')
      .select(['id', 'document'])
      .where('release', '=', release)
      .execute();
    return new Map(rows.map(({ id, document }) => [id, document]));
  };
  const [old, later] = [await read(before), await read(after)];
  const both = [...later].filter(([id]) => old.has(id));
  return {
    listed: old.size,
    appeared: later.size - both.length,
    ended: old.size - both.length,
    changed: both.filter(([id, document]) => old.get(id) !== document).length,
  };
}
