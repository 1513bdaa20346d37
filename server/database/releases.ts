import type { Area, BoundarySet, BoundaryStatus } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { type Need, RULE_OF } from '../domain/need.ts';
import type { Ground } from '../domain/place.ts';
import type { Release } from '../domain/release.ts';
import { type Override, overrideInWords, type ReleaseSummary } from '../domain/release-summary.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Team } from '../domain/team.ts';
import type { Database, ReleaseName } from './database.ts';
import { preparedQuery } from './prepared.ts';
import type { DocumentRow } from './schema.ts';

/** Ground some place lies in, and how many postcodes do. */
export type Cell = { readonly ground: Ground; readonly postcodes: number };

/** All of a release but its postcodes, practices and shapes: small, read once, kept in memory. */
export type Atlas = {
  /** The release's key in every other table. */
  readonly key: number;
  readonly release: Release;
  readonly sets: readonly BoundarySet[];
  /** By id. */
  readonly areas: readonly Area[];
  /** By id. */
  readonly cells: readonly Cell[];
  readonly needs: readonly Need[];
  readonly teams: readonly Team[];
  readonly arrangements: readonly Arrangement[];
};

/** Undefined when nothing has been loaded. */
export async function findCurrentReleaseKey({ kysely }: Database): Promise<number | undefined> {
  const row = await kysely
    .selectFrom('current_release')
    .select('current_release.release')
    .executeTakeFirst();
  return row?.release;
}

/** Undefined when nothing has been loaded. */
export async function findCurrentRelease(database: Database): Promise<ReleaseName | undefined> {
  return (await currentRelease(database))[0];
}

const currentRelease = preparedQuery((kysely) =>
  kysely
    .selectFrom('current_release')
    .innerJoin('release', 'release.key', 'current_release.release')
    .select(['release.key', 'release.id']),
);

/** The name of the release that answers; undefined when nothing has been loaded. */
export async function findCurrentReleaseId({ kysely }: Database): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('current_release')
    .innerJoin('release', 'release.key', 'current_release.release')
    .select('release.id')
    .executeTakeFirst();
  return row?.id;
}

/** Whether it answers or not; undefined when it was never loaded. */
export async function findReleaseKey(
  { kysely }: Database,
  id: string,
): Promise<number | undefined> {
  const row = await kysely
    .selectFrom('release')
    .select('release.key')
    .where('release.id', '=', id)
    .executeTakeFirst();
  return row?.key;
}

export async function getAtlas(database: Database, key: number): Promise<Atlas> {
  const sets = await boundarySets(database, key);
  const areas = await areasOf(database, key, sets);
  return {
    key,
    release: await getRelease(database, key),
    sets,
    areas,
    cells: await cellsOf(database, key, areas),
    needs: (await documents<Need>(database, key, 'need')).map(withAllFields),
    teams: (await documents<Team>(database, key, 'team')).map((team) => ({
      ...team,
      hours: { ...{ country: 'england' }, ...team.hours },
    })),
    arrangements: (await documents<Arrangement>(database, key, 'arrangement')).map((each) => ({
      ...{ checkedOn: null },
      ...each,
    })),
  };
}

/** Releases loaded before sources and periods were kept have none. */
function withAllFields(need: Need): Need {
  return {
    ...need,
    notOffered: Object.hasOwn(need, 'notOffered') ? need.notOffered : [],
    sectors: need.sectors.map((each) => ({
      ...{
        source: RULE_OF[each.rule].source,
        link: null,
        period: { from: null, to: null },
      },
      ...each,
    })),
  };
}

/** Its name, sources, notices and coverage. */
export async function getRelease({ kysely }: Database, key: number): Promise<Release> {
  const row = await kysely
    .selectFrom('release')
    .select(['release.id', 'release.loaded_at', 'release.about', 'release.override'])
    .where('release.key', '=', key)
    .executeTakeFirstOrThrow();
  const about = JSON.parse(row.about) as Omit<Release, 'id' | 'loadedAt'>;
  const override = row.override === null ? null : (JSON.parse(row.override) as Override);
  const notices = [...about.notices, ...(override ? [overrideInWords(override)] : [])];
  return { id: row.id, loadedAt: row.loaded_at, ...about, notices };
}

/** Null for a release that was not counted when it was made. */
export async function findSummary(
  { kysely }: Database,
  key: number,
): Promise<ReleaseSummary | null> {
  const { summary } = await kysely
    .selectFrom('release')
    .select('release.summary')
    .where('release.key', '=', key)
    .executeTakeFirstOrThrow();
  return summary === null ? null : (JSON.parse(summary) as ReleaseSummary);
}

async function boundarySets({ kysely }: Database, key: number): Promise<BoundarySet[]> {
  const rows = await kysely
    .selectFrom('boundary_set')
    .select(['boundary_set.id', 'boundary_set.kind', 'boundary_set.edition'])
    .select(['boundary_set.valid_from', 'boundary_set.valid_to', 'boundary_set.status'])
    .select(['boundary_set.source', 'boundary_set.licence', 'boundary_set.resolution_metres'])
    .where('boundary_set.release', '=', key)
    .orderBy('boundary_set.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    edition: row.edition,
    period: { from: row.valid_from as LocalDate | null, to: row.valid_to as LocalDate | null },
    status: row.status as BoundaryStatus,
    source: row.source,
    licence: row.licence,
    resolutionMetres: row.resolution_metres,
  }));
}

async function areasOf(
  { kysely }: Database,
  key: number,
  sets: readonly BoundarySet[],
): Promise<Area[]> {
  const rows = await kysely
    .selectFrom('area')
    .select(['area.id', 'area.boundary_set', 'area.code', 'area.gss', 'area.ods', 'area.name'])
    .select(['area.km2', 'area.postcodes', 'area.residents'])
    .where('area.release', '=', key)
    .orderBy('area.id')
    .execute();
  return rows.map(({ boundary_set: id, ...area }) => {
    const set = sets[id];
    if (!set) throw new Error(`Area ${area.code} names boundary set ${id}, which is not there`);
    return { ...area, set };
  });
}

async function cellsOf({ kysely }: Database, key: number, areas: readonly Area[]): Promise<Cell[]> {
  const rows = await kysely
    .selectFrom('cell')
    .select(['cell.areas', 'cell.postcodes'])
    .where('cell.release', '=', key)
    .orderBy('cell.id')
    .execute();
  return rows.map((row) => ({
    ground: (JSON.parse(row.areas) as number[])
      .map((id) => areas[id])
      .filter((area) => area !== undefined),
    postcodes: row.postcodes,
  }));
}

async function documents<Document>(
  { kysely }: Database,
  key: number,
  table: 'need' | 'team' | 'arrangement',
): Promise<Document[]> {
  const rows: Pick<DocumentRow, 'document'>[] = await kysely
    .selectFrom(table)
    .select('document')
    .where('release', '=', key)
    .orderBy('id')
    .execute();
  return rows.map(({ document }) => JSON.parse(document) as Document);
}
