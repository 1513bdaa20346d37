import { readFileSync } from 'node:fs';

import { PGlite, type Transaction } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, type PGlite as KyselyPGlite } from 'kysely';
import pg from 'pg';
import { afterAll } from 'vitest';

import { connect, disconnect } from '../../server/database/connect.ts';
import type { Database, Unlock } from '../../server/database/database.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import type { Schema } from '../../server/database/schema.ts';

/** Which engine this run is for. */
export const ON_POSTGRES = process.env['TEST_ENGINE'] === 'postgres';

/**
 * An empty database of the engine this run is for, gone when the test file ends: SQLite in memory, or
 * PostgreSQL: a server where `TEST_POSTGRES_URL` names one, else PGlite.
 */
export async function emptyDatabase(): Promise<Database> {
  const database = await opened();
  leaving.push(() => disconnect(database));
  return database;
}

/** The same with its tables. */
export async function openDatabase(): Promise<Database> {
  const database = await emptyDatabase();
  await migrateToLatest(database);
  return database;
}

const leaving: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const leave of leaving.toReversed()) await leave();
});

function opened(): Database | Promise<Database> {
  if (!ON_POSTGRES) return connect('sqlite::memory:');
  const server = process.env['TEST_POSTGRES_URL'];
  return server ? openOnServer(server) : openInPGlite();
}

/** Names differ between test files, which run beside each other. */
const FILE = `test_${process.pid}_${Date.now().toString(36)}`;
let made = 0;

/** A database of its own on a server. */
async function openOnServer(server: string): Promise<Database> {
  const name = `${FILE}_${made++}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`CREATE DATABASE ${name}`);
  leaving.push(() => run(`DROP DATABASE ${name} WITH (FORCE)`));
  const address = new URL(server);
  address.pathname = name;
  return connect(address.href);
}

let pglite: Promise<PGlite> | undefined;

/** A schema of its own in the one PGlite of the test file, seen by a role that sees no other. */
async function openInPGlite(): Promise<Database> {
  pglite ??= PGlite.create({
    loadDataDir: new Blob([readFileSync(process.env['PGLITE_DATA'] ?? '')]),
  });
  const whole = await pglite;
  const name = `world_${made++}`;
  await whole.exec(`CREATE ROLE ${name}; CREATE SCHEMA AUTHORIZATION ${name}`);
  const database: Database = {
    kysely: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: asRole(whole, name) }) }),
    insertAll: async (transaction, table, columns, rows) => {
      for (const some of chunksOf(rows, Math.floor(MOST_PARAMETERS / columns.length)))
        await transaction
          .insertInto(table as 'cell')
          .values(
            some.map((row) =>
              Object.fromEntries(columns.map((column, at) => [column, row[at]])),
            ) as never,
          )
          .execute();
    },
    lock: () => Promise.resolve(lockOf(name)),
    bytes: async () => {
      const { rows } = await whole.query<{ bytes: number }>(
        'SELECT pg_database_size(current_database()) AS bytes',
      );
      return rows[0]?.bytes ?? 0;
    },
    compact: async () => {
      await whole.exec('VACUUM');
    },
    holding: () => database,
  };
  return database;
}

/** Nobody else can be at a PGlite: only this process. */
function lockOf(name: string): Unlock | undefined {
  if (locked.has(name)) return undefined;
  locked.add(name);
  return () => {
    locked.delete(name);
    return Promise.resolve();
  };
}

const locked = new Set<string>();

/** Every statement in a transaction, and every transaction as this role. */
function asRole(whole: PGlite, role: string): KyselyPGlite {
  const transaction = <Value>(use: (transaction: Transaction) => Promise<Value>): Promise<Value> =>
    whole.transaction(async (transaction) => {
      await transaction.exec(`SET LOCAL ROLE ${role}; SET LOCAL search_path = ${role}`);
      return use(transaction);
    });
  return {
    ready: true,
    closed: false,
    waitReady: Promise.resolve(),
    close: () => Promise.resolve(),
    transaction,
    query: (sql, parameters, options) =>
      transaction((inside) => inside.query(sql, parameters, options)),
  };
}

const MOST_PARAMETERS = 32_767;

function* chunksOf<Row>(rows: Iterable<Row>, size: number): Generator<Row[]> {
  let chunk: Row[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
