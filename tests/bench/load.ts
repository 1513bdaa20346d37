import { rmSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

import { least, print, repeat, type Run, run, shown, spread, verdict } from './measure.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { inFolder, realFiles } from './real.ts';

const RUNS = 3;
const LOADER = ['--max-semi-space-size=4', 'geodata/cli.ts'];
const SECONDS = 30;
const MB = 512;
const POSTGRES_TO_SQLITE = 3;
const POSTGRES_SECONDS = 90;

/** Great Britain's postcodes, placed and written to SQLite and to PostgreSQL, against only storing the same rows. */
export async function benchLoad(): Promise<void> {
  const files = realFiles('great-britain.json', 'postcodes/nspl-2025-05-latlong-gb.csv.gz');
  if (!files) return;
  await inFolder((folder) =>
    withServer(async (server) => {
      const runs = await repeat(RUNS, async () => ({
        stored: await storeOnly(files['postcodes/nspl-2025-05-latlong-gb.csv.gz'], folder),
        sqlite: await loadSqlite(files['great-britain.json'], folder),
        postgres: server && (await loadPostgres(files['great-britain.json'], server)),
      }));
      reportSqlite(runs);
      reportPostgres(runs);
    }),
  );
}

/** The server has a folder of its own, since it may run as another user. */
async function withServer(
  use: (server: PostgresServer | undefined) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const server = startPostgres(folder);
    if (!server) print('PostgreSQL is not installed here: only SQLite is measured');
    try {
      await use(server);
    } finally {
      server?.stop();
    }
  });
}

type Runs = readonly {
  readonly stored: Run;
  readonly sqlite: Run;
  readonly postgres: PostgresRun | undefined;
}[];

/** What it took of the server too. */
type PostgresRun = Run & { readonly serverSeconds: number };

async function storeOnly(file: string, folder: string): Promise<Run> {
  const path = join(folder, 'stored.sqlite');
  const stored = await run([join(import.meta.dirname, 'store-rows.ts'), file, path]);
  rmSync(path);
  return stored;
}

async function loadSqlite(manifest: string, folder: string): Promise<Run> {
  const path = join(folder, 'loaded.sqlite');
  const loaded = await load(manifest, `sqlite:${path}`);
  rmSync(path);
  return loaded;
}

async function loadPostgres(manifest: string, server: PostgresServer): Promise<PostgresRun> {
  const client = new pg.Client(server.addressOf('postgres'));
  await client.connect();
  await client.query('CREATE DATABASE loaded');
  const before = server.cpuSeconds();
  const loaded = await load(manifest, server.addressOf('loaded'));
  const serverSeconds = server.cpuSeconds() - before;
  await client.query('DROP DATABASE loaded WITH (FORCE)');
  await client.end();
  return { ...loaded, serverSeconds };
}

function load(manifest: string, database: string): Promise<Run> {
  return run([...LOADER, 'load', manifest, '--repair', '--database', database]);
}

function reportSqlite(runs: Runs): void {
  const loads = runs.map(({ sqlite }) => sqlite);
  reportRuns('SQLite', loads);
  const stored = runs.map((each) => each.stored.cpuSeconds);
  print(`only storing: CPU  ${spread(stored, 's')}`);
  const ratio = least(runs.map((each) => each.sqlite.cpuSeconds / each.stored.cpuSeconds));
  print(`ratio of CPU: ${shown(ratio)} × only storing the rows`);
  verdict('load into SQLite', least(loads.map(({ wallSeconds }) => wallSeconds)), SECONDS, 's');
  verdict('memory of the load', Math.max(...loads.map(({ peakMb }) => peakMb)), MB, 'MB');
}

function reportPostgres(runs: Runs): void {
  const pairs = runs.flatMap(({ sqlite, postgres }) => (postgres ? [{ sqlite, postgres }] : []));
  if (pairs.length === 0) return;
  const loads = pairs.map(({ postgres }) => postgres);
  reportRuns('PostgreSQL', loads);
  const servers = loads.map(({ serverSeconds }) => serverSeconds);
  print(`the server:   CPU  ${spread(servers, 's')}`);
  const cpu = pairs.map(
    ({ sqlite, postgres }) => (postgres.cpuSeconds + postgres.serverSeconds) / sqlite.cpuSeconds,
  );
  print(`ratio of CPU: ${shown(least(cpu))} × SQLite, the server counted in`);
  const wall = loads.map(({ wallSeconds }) => wallSeconds);
  const ratio = least(wall) / least(pairs.map(({ sqlite }) => sqlite.wallSeconds));
  verdict('load into PostgreSQL', least(wall), POSTGRES_SECONDS, 's');
  verdict('PostgreSQL to SQLite, wall', ratio, POSTGRES_TO_SQLITE, '×');
  verdict('memory of that load', Math.max(...loads.map(({ peakMb }) => peakMb)), MB, 'MB');
}

function reportRuns(name: string, runs: readonly Run[]): void {
  const figures = (pick: (each: Run) => number, unit: string): string =>
    spread(runs.map(pick), unit);
  print(`${name}: wall   ${figures(({ wallSeconds }) => wallSeconds, 's')}`);
  print(`${name}: CPU    ${figures(({ cpuSeconds }) => cpuSeconds, 's')}`);
  print(`${name}: memory ${figures(({ peakMb }) => peakMb, 'MB')}`);
}
