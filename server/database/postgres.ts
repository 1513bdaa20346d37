import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import pg from 'pg';

import { CopyRows, copyIn } from './copy-in.ts';
import type { Database, Unlock } from './database.ts';
import { DatabaseFault } from './database-fault.ts';
import { readPostgresAddress } from './postgres-address.ts';
import { connectFaultOf, faultOf } from './postgres-fault.ts';
import type { Schema } from './schema.ts';

/** How much is asked of a server at once, and how long it may take. */
export type Patience = {
  readonly connections: number;
  /** Askers who may wait for a connection; the next one is turned away at once. */
  readonly waiting: number;
  /** Milliseconds; null waits as long as it takes. */
  readonly statementMs: number | null;
};

/** A load asks little at once and takes its time. */
export const LOADING: Patience = { connections: 4, waiting: 100, statementMs: null };

/** A question is asked by somebody who waits: better told to ask again than kept waiting. */
export const SERVING: Patience = { connections: 10, waiting: 500, statementMs: 2000 };

/** Longest wait for a connection, to the server or from the pool, milliseconds. */
const CONNECT_MS = 2000;
const OLDEST_VERSION = 15;

/** Opens `postgres://USER:PASSWORD@HOST:PORT/DATABASE`; connects when first asked. */
export function openPostgres(address: string, patience = LOADING): Database {
  const { connectionString, place } = readPostgresAddress(address);
  const pool = new pg.Pool({
    connectionString,
    max: patience.connections,
    connectionTimeoutMillis: CONNECT_MS,
    ...timeouts(patience),
    keepAlive: true,
    types: numbersAsNumbers(),
    verify: refuseOld,
  });
  pool.on('error', ignore); // an idle connection that is lost is replaced when next needed
  pool.on('connect', (client) => client.on('error', ignore)); // a query under way is told by itself
  const kysely = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: kyselyPool(pool, place, patience) }),
  });
  const database: Database = {
    kysely,
    insertAll: async (transaction, table, columns, rows) => {
      const sql = `COPY ${table} (${columns.join(', ')}) FROM STDIN`;
      await transaction.executeQuery(CompiledQuery.raw(sql, [new CopyRows(rows)]));
    },
    lock: () => lockOf(pool, place),
    bytes: async () => {
      const { rows } = await kysely.executeQuery<{ bytes: number }>(
        CompiledQuery.raw('SELECT pg_database_size(current_database()) AS bytes'),
      );
      return rows[0]?.bytes ?? 0;
    },
    compact: async () => {
      // Not FULL, which would keep readers out: the room is filled by the next release.
      await kysely.executeQuery(CompiledQuery.raw('VACUUM'));
    },
    holding: () => database,
  };
  return database;
}

/** Any number that no other program locks on this database. */
const LOCK = 2_004_0331;

/** Held by a connection of its own: when that ends, the server gives the lock back. */
async function lockOf(pool: pg.Pool, place: string): Promise<Unlock | undefined> {
  const client = await pool.connect().catch((error: unknown) => {
    throw connectFaultOf(error, place);
  });
  const { rows } = await client.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_lock(${LOCK}) AS locked`,
  );
  if (rows[0]?.locked !== true) {
    client.release();
    return undefined;
  }
  return () => {
    client.release(true);
    return Promise.resolve();
  };
}

/** A server that hangs keeps no timeout of its own, so there is a second one here. */
function timeouts({ statementMs }: Patience): pg.PoolConfig {
  if (statementMs === null) return {};
  return { statement_timeout: statementMs, query_timeout: statementMs + 500 };
}

const ignore = (): void => undefined;

/** Counts and sums are numbers. */
function numbersAsNumbers(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  return types;
}

function refuseOld(client: pg.PoolClient, done: (fault?: Error) => void): void {
  client
    .query<{ version: string }>("SELECT current_setting('server_version') AS version")
    .then(({ rows }) => {
      const version = rows[0]?.version ?? 'none';
      if (Number.parseInt(version) >= OLDEST_VERSION) done();
      else
        done(new DatabaseFault(`Wanted PostgreSQL ${OLDEST_VERSION} or newer, found ${version}`));
    }, done);
}

/** The pool as Kysely wants it. What goes wrong with the server itself becomes a `DatabaseFault`. */
function kyselyPool(pool: pg.Pool, place: string, { waiting }: Patience): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      if (pool.waitingCount >= waiting)
        throw new DatabaseFault(`Too many wait for the database at ${place}`, { passing: true });
      try {
        return kyselyClient(await pool.connect(), place);
      } catch (error) {
        throw connectFaultOf(error, place);
      }
    },
  };
}

function kyselyClient(client: pg.PoolClient, place: string): PostgresPoolClient {
  let broken = false;
  const query = async (sql: string, parameters: readonly unknown[]): Promise<object> => {
    try {
      return await run(client, sql, parameters);
    } catch (error) {
      const fault = faultOf(error, place);
      broken ||= fault instanceof DatabaseFault && !(error instanceof pg.DatabaseError);
      throw fault;
    }
  };
  return {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => {
      client.release(destroy === true || broken);
    },
  };
}

async function run(
  client: pg.PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<object> {
  const [rows] = parameters;
  if (rows instanceof CopyRows) {
    await copyIn(client, sql, rows);
    return { command: 'COPY', rows: [] };
  }
  const name = statementName(sql, parameters);
  return client.query({ text: sql, values: [...parameters], ...(name !== undefined && { name }) });
}

/** The same few look-ups come again and again: the server plans each once. Long lists differ in length, so they are left out. */
function statementName(sql: string, { length }: readonly unknown[]): string | undefined {
  if (!sql.startsWith('select') || length > MOST_PARAMETERS) return undefined;
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  const name = `q${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

const MOST_PARAMETERS = 8;
const statementNames = new Map<string, string>();
