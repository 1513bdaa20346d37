import pg from 'pg';

import type { Shape } from '../../server/domain/shape.ts';
import { startPostgres } from './postgres.ts';

/** A PostgreSQL server with PostGIS, for the length of one benchmark. */
export type PostGis = {
  readonly client: pg.Client;
  readonly version: string;
  readonly stop: () => Promise<void>;
};

/** Undefined where PostgreSQL or PostGIS is not installed. */
export async function startPostGis(folder: string): Promise<PostGis | undefined> {
  const server = startPostgres(folder, '-c fsync=off');
  if (!server) return undefined;
  const client = new pg.Client(server.addressOf('postgres'));
  const stop = async (): Promise<void> => {
    await client.end();
    server.stop();
  };
  await client.connect();
  try {
    await client.query('CREATE EXTENSION postgis');
  } catch {
    await stop();
    return undefined;
  }
  const { rows } = await client.query<{ version: string }>(
    'SELECT postgis_geos_version() AS version',
  );
  return { client, version: rows[0]?.version ?? '', stop };
}

/** Stored as they are, so that no time goes into unpacking. */
export async function storeShapes(
  { client }: PostGis,
  table: string,
  shapes: readonly Shape[],
): Promise<void> {
  await client.query(`CREATE TABLE ${table} (id integer PRIMARY KEY, ground geometry)`);
  await client.query(`ALTER TABLE ${table} ALTER ground SET STORAGE EXTERNAL`);
  for (const [id, shape] of shapes.entries())
    await client.query(`INSERT INTO ${table} VALUES ($1, ST_GeomFromGeoJSON($2))`, [
      id,
      JSON.stringify(shape),
    ]);
  await client.query(`CREATE INDEX ON ${table} USING gist (ground)`);
  await client.query('ANALYZE');
}

export type NativeOverlay = {
  readonly pairs: number;
  /** Square degrees. */
  readonly area: number;
  readonly cpuSeconds: number;
};

/** The shared ground of every pair whose boxes meet, by GEOS as PostGIS calls it, on one core. */
export async function overlayNatively({ client }: PostGis): Promise<NativeOverlay> {
  let cpuSeconds = 0;
  const count = ({
    message = '',
    detail = '',
  }: {
    message?: string | undefined;
    detail?: string | undefined;
  }): void => {
    const [, user = '0', system = '0'] =
      /([\d.]+) s user, ([\d.]+) s system, [\d.]+ s elapsed/.exec(`${message} ${detail}`) ?? [];
    cpuSeconds += Number(user) + Number(system);
  };
  client.on('notice', count);
  await client.query('SET max_parallel_workers_per_gather = 0');
  await client.query('SET client_min_messages = log');
  await client.query('SET log_executor_stats = on');
  const { rows } = await client.query<{ pairs: string; area: number }>(
    'SELECT count(*) AS pairs, sum(ST_Area(ST_Intersection(one.ground, other.ground))) AS area FROM one JOIN other ON one.ground && other.ground',
  );
  await client.query('SET log_executor_stats = off');
  client.off('notice', count);
  return { pairs: Number(rows[0]?.pairs), area: rows[0]?.area ?? 0, cpuSeconds };
}
