import type { Transaction } from 'kysely';

import { makeCurrent } from './current-release.ts';
import type { Database } from './database.ts';
import type { CellShares, ReleaseContent } from './release-content.ts';
import { findReleaseKey } from './releases.ts';
import type { Schema } from './schema.ts';

/** Every table that holds part of a release. */
const PARTS = [
  'boundary_set',
  'area',
  'overlap',
  'cell',
  'postcode',
  'disagreement',
  'sector',
  'practice',
  'need',
  'team',
  'arrangement',
] as const satisfies readonly (keyof Schema)[];

/**
 * Writes a release beside the others, all in one transaction: whatever goes wrong, nothing of it is there.
 * It answers nothing until it is made current. Returns its key; that of the one there when this very release is.
 */
export async function writeBeside(
  database: Database,
  content: ReleaseContent,
  loadedAt: Date,
): Promise<number> {
  const known = await findReleaseKey(database, content.release.id);
  if (known !== undefined) return known;
  return database.kysely
    .transaction()
    .execute((transaction) => insertContent(database, transaction, content, loadedAt));
}

/**
 * Writes a release and makes it the one that answers, all in one transaction: for a database that answers
 * nothing yet. False when this very release is there already.
 */
export async function writeRelease(
  database: Database,
  content: ReleaseContent,
  loadedAt: Date,
): Promise<boolean> {
  const known = await findReleaseKey(database, content.release.id);
  await database.kysely.transaction().execute(async (transaction) => {
    const release = known ?? (await insertContent(database, transaction, content, loadedAt));
    await makeCurrent(transaction, { release, way: 'forward' }, { at: loadedAt });
  });
  return known === undefined;
}

/** Takes a release away whole. The one that answers stays: the foreign key of `current_release` sees to that. */
export async function removeRelease({ kysely }: Database, key: number): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('release').where('release.key', '=', key).execute();
    for (const table of PARTS)
      await transaction
        .deleteFrom(table as 'area')
        .where('release', '=', key)
        .execute();
  });
}

async function insertContent(
  database: Database,
  transaction: Transaction<Schema>,
  content: ReleaseContent,
  loadedAt: Date,
): Promise<number> {
  const { id, ...about } = content.release;
  const summary = content.summary ? JSON.stringify(content.summary) : null;
  const { key } = await transaction
    .insertInto('release')
    .values({ id, loaded_at: loadedAt.toISOString(), about: JSON.stringify(about), summary })
    .returning('release.key')
    .executeTakeFirstOrThrow();
  const rows = rowsOf(content, key);
  for (const table of PARTS)
    await database.insertAll(transaction, table, rows[table].columns as never, rows[table].rows);
  return key;
}

type Rows = {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
};

function rowsOf(content: ReleaseContent, release: number): Record<(typeof PARTS)[number], Rows> {
  return {
    boundary_set: {
      columns: [
        'release',
        'id',
        'kind',
        'edition',
        'valid_from',
        'valid_to',
        'status',
        'source',
        'licence',
        'resolution_metres',
      ],
      rows: content.sets.map(
        ({ id, kind, edition, period, status, source, licence, resolutionMetres }) => [
          release,
          id,
          kind,
          edition,
          period.from,
          period.to,
          status,
          source,
          licence,
          resolutionMetres,
        ],
      ),
    },
    area: {
      columns: [
        'release',
        'id',
        'boundary_set',
        'code',
        'gss',
        'ods',
        'name',
        'km2',
        'postcodes',
        'residents',
        'shape',
      ],
      rows: content.areas.map(({ area, shape }) => [
        release,
        area.id,
        area.set.id,
        area.code,
        area.gss,
        area.ods,
        area.name,
        area.km2,
        area.postcodes,
        area.residents,
        JSON.stringify(shape),
      ]),
    },
    overlap: {
      columns: [
        'release',
        'left_set',
        'right_set',
        'left_area',
        'right_area',
        'km2',
        'postcodes',
        'residents',
        'sliver',
        'shape',
      ],
      rows: content.overlaps.map(({ left, right, km2, postcodes, residents, sliver, shape }) => [
        release,
        setIdOf(content, left),
        setIdOf(content, right),
        left,
        right,
        km2,
        postcodes,
        residents,
        Number(sliver),
        shape && JSON.stringify(shape),
      ]),
    },
    cell: {
      columns: ['release', 'id', 'areas', 'postcodes'],
      rows: content.cells.map(({ id, areas, postcodes }) => [
        release,
        id,
        JSON.stringify(areas),
        postcodes,
      ]),
    },
    postcode: {
      columns: [
        'release',
        'postcode',
        'lon',
        'lat',
        'cell',
        'cells',
        'metres_to_line',
        'ended',
        'quality',
        'large_user',
      ],
      rows: postcodeRows(content, release),
    },
    disagreement: {
      columns: ['release', 'postcode', 'boundary_set', 'placed', 'said'],
      rows: (content.disagreements ?? []).map(({ postcode, set, placed, said }) => [
        release,
        postcode,
        set,
        placed,
        said,
      ]),
    },
    sector: {
      columns: ['release', 'sector', 'lon', 'lat', 'cells', 'postcodes'],
      rows: content.sectors.map(({ sector, position: [lon, lat], cells, postcodes }) => [
        release,
        sector,
        lon,
        lat,
        JSON.stringify(cells),
        postcodes,
      ]),
    },
    practice: documents(
      release,
      content.practices.map((practice) => [practice.code, practice]),
    ),
    need: documents(
      release,
      content.needs.map((need) => [need.id, need]),
    ),
    team: documents(
      release,
      content.teams.map((team) => [team.id, team]),
    ),
    arrangement: documents(
      release,
      content.arrangements.map((arrangement) => [arrangement.id, arrangement]),
    ),
  };
}

function* postcodeRows(
  { postcodes }: ReleaseContent,
  release: number,
): Generator<(string | number | null)[]> {
  for (const { postcode, position, cells, metresToLine, ended, quality, largeUser } of postcodes)
    yield [
      release,
      postcode,
      position?.[0] ?? null,
      position?.[1] ?? null,
      onlyCell(cells),
      cells.length > 1 ? JSON.stringify(cells) : null,
      metresToLine.length > 0 ? JSON.stringify(metresToLine) : null,
      ended,
      quality ?? null,
      largeUser === true ? 1 : null,
    ];
}

function onlyCell(cells: CellShares): number | null {
  return cells.length === 1 ? (cells[0]?.[0] ?? null) : null;
}

function documents(release: number, entries: readonly (readonly [string, object])[]): Rows {
  return {
    columns: ['release', 'id', 'document'],
    rows: entries.map(([id, document]) => [release, id, JSON.stringify(document)]),
  };
}

function setIdOf({ areas }: ReleaseContent, area: number): number {
  const found = areas[area];
  if (!found) throw new Error(`Overlap names area ${area}; the release has ${areas.length}`);
  return found.area.set.id;
}
