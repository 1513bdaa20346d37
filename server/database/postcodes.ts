import { hasCode } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Part, Place } from '../domain/place.ts';
import { type LonLat, parseLonLat } from '../domain/position.ts';
import type { Postcode } from '../domain/postcode.ts';
import type { Database } from './database.ts';
import { preparedListQuery, RELEASE } from './prepared.ts';
import type { Atlas } from './releases.ts';
import { NO_LINES, sharedBy, type Shared } from './shared-by-places.ts';

/** A postcode of the release: a place, or a record without a position. */
export type PostcodeRecord = Place | 'no-position';

/** Those of the postcodes that the release lists. */
export async function findPostcodes(
  database: Database,
  atlas: Atlas,
  postcodes: readonly Postcode[],
): Promise<Map<Postcode, PostcodeRecord>> {
  const found = new Map<Postcode, PostcodeRecord>();
  const shared = sharedBy(atlas);
  // In order, so that those beside each other are read from one page.
  for (const row of await postcodeRows(database, atlas.key, postcodes.toSorted())) {
    const postcode = row.postcode as Postcode;
    const record =
      row.boundary_set === null
        ? recordOf(row, shared)
        : withOtherwise(found.get(postcode) ?? recordOf(row, shared), row, atlas);
    found.set(postcode, record);
  }
  return found;
}

const postcodeRows = preparedListQuery((kysely, postcodes) =>
  kysely
    .selectFrom('postcode')
    .leftJoin('disagreement', (join) =>
      join
        .onRef('disagreement.release', '=', 'postcode.release')
        .onRef('disagreement.postcode', '=', 'postcode.postcode'),
    )
    .select([
      'postcode.postcode',
      'postcode.lon',
      'postcode.lat',
      'postcode.cell',
      'postcode.cells',
    ])
    .select(['postcode.metres_to_line', 'postcode.ended'])
    .select(['postcode.quality', 'postcode.large_user'])
    .select(['disagreement.boundary_set', 'disagreement.said'])
    .where('postcode.release', '=', RELEASE)
    .where('postcode.postcode', 'in', postcodes),
);

/** What the release knows of whole sectors (`SO23 8`), as places: a few thousand in a country. */
export async function allSectors({ kysely }: Database, atlas: Atlas): Promise<Map<string, Place>> {
  const rows = await kysely
    .selectFrom('sector')
    .select(['sector.sector', 'sector.lon', 'sector.lat', 'sector.cells'])
    .where('sector.release', '=', atlas.key)
    .execute();
  return new Map(
    rows.map(({ sector, lon, lat, cells }) => [
      sector,
      {
        postcode: null,
        precision: 'SECTOR',
        position: lonLat(lon, lat),
        parts: sharedBy(atlas).partsOf(cells),
        metresToLine: NO_LINES,
        ended: null,
        nearby: [],
      },
    ]),
  );
}

/** A postcode of the directory, as far as choosing among its neighbours needs. */
export type ListedPostcode = {
  readonly postcode: Postcode;
  readonly position: LonLat | null;
  readonly ended: LocalDate | null;
};

/** Listed postcodes that begin so (`SO23 8`, `SO23 `), in order. */
export async function postcodesBeginning(
  { kysely }: Database,
  atlas: Atlas,
  beginning: string,
): Promise<ListedPostcode[]> {
  const rows = await kysely
    .selectFrom('postcode')
    .select(['postcode.postcode', 'postcode.lon', 'postcode.lat', 'postcode.ended'])
    .where('postcode.release', '=', atlas.key)
    .where('postcode.postcode', '>=', beginning)
    .where('postcode.postcode', '<', `${beginning}[`)
    .orderBy('postcode.postcode')
    .execute();
  return rows.map(({ postcode, lon, lat, ended }) => ({
    postcode: postcode as Postcode,
    position: lon === null || lat === null ? null : lonLat(lon, lat),
    ended: ended as LocalDate | null,
  }));
}

/** A sector of the release: its ground, and how many postcodes it has. */
export type SectorRecord = {
  readonly sector: string;
  readonly parts: readonly Part[];
  readonly postcodes: number;
};

/** Sectors that begin so (`SO23 8`, `SO23 `, `SO`), in order. */
export async function sectorsBeginning(
  { kysely }: Database,
  atlas: Atlas,
  beginning: string,
): Promise<SectorRecord[]> {
  const rows = await kysely
    .selectFrom('sector')
    .select(['sector.sector', 'sector.cells', 'sector.postcodes'])
    .where('sector.release', '=', atlas.key)
    .where('sector.sector', '>=', beginning)
    .where('sector.sector', '<', `${beginning}[`)
    .orderBy('sector.sector')
    .execute();
  return rows.map(({ sector, cells, postcodes }) => ({
    sector,
    parts: sharedBy(atlas).partsOf(cells),
    postcodes,
  }));
}

type Row = {
  readonly postcode: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly cell: number | null;
  readonly cells: string | null;
  readonly metres_to_line: string | null;
  readonly ended: string | null;
  readonly quality: number | null;
  readonly large_user: number | null;
  /** Of a set in which its directory puts it elsewhere: one row for each such set. */
  readonly boundary_set: number | null;
  readonly said: string | null;
};

function withOtherwise(record: PostcodeRecord, row: Row, { sets, areas }: Atlas): PostcodeRecord {
  const { boundary_set: id, said: code } = row;
  const set = sets.find((each) => each.id === id);
  if (record === 'no-position' || !record.said || !set || code === null) return record;
  const area = areas.find((each) => each.set === set && hasCode(each, code));
  const otherwise = [...record.said.otherwise, { set, code, name: area?.name ?? null }];
  return { ...record, said: { ...record.said, otherwise } };
}

function recordOf(row: Row, shared: Shared): PostcodeRecord {
  if (row.lon === null || row.lat === null) return 'no-position';
  return {
    postcode: row.postcode as Postcode,
    precision: 'UNIT',
    position: lonLat(row.lon, row.lat),
    parts: shared.partsOf(row.cell ?? row.cells),
    metresToLine: row.metres_to_line === null ? NO_LINES : shared.metresOf(row.metres_to_line),
    ended: row.ended as LocalDate | null,
    nearby: [],
    said: shared.saidOf(row.quality, row.large_user === 1),
  };
}

function lonLat(lon: number, lat: number): LonLat {
  const position = parseLonLat(lon, lat);
  if (!position) throw new Error('The database holds a position that is not on the globe');
  return position;
}
