import { pathBack } from './current-release.ts';
import type { Database } from './database.ts';
import { findCurrentReleaseKey } from './releases.ts';

/** A release that is kept, answering or not. */
export type KeptRelease = {
  readonly key: number;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly loadedAt: string;
  readonly standing: 'answers' | 'answered-before' | 'beside';
  readonly postcodes: number;
  readonly areas: number;
};

/** In the order they were loaded. `answered-before` is the one a rollback goes to. */
export async function keptReleases(database: Database): Promise<KeptRelease[]> {
  const current = await findCurrentReleaseKey(database);
  const before = (await pathBack(database)).at(-2);
  const postcodes = await countByRelease(database, 'postcode');
  const areas = await countByRelease(database, 'area');
  const rows = await database.kysely
    .selectFrom('release')
    .select(['release.key', 'release.id', 'release.loaded_at'])
    .orderBy('release.key')
    .execute();
  return rows.map(({ key, id, loaded_at: loadedAt }) => ({
    key,
    id,
    loadedAt,
    standing: key === current ? 'answers' : key === before ? 'answered-before' : 'beside',
    postcodes: postcodes.get(key) ?? 0,
    areas: areas.get(key) ?? 0,
  }));
}

async function countByRelease(
  { kysely }: Database,
  table: 'postcode' | 'area',
): Promise<Map<number, number>> {
  const rows = await kysely
    .selectFrom(table)
    .select(({ fn }) => ['release', fn.countAll().as('count')])
    .groupBy('release')
    .execute();
  return new Map(rows.map(({ release, count }) => [release, Number(count)]));
}
