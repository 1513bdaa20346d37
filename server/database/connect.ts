import type { Database } from './database.ts';
import { DatabaseFault } from './database-fault.ts';
import { overCopies } from './copies.ts';
import { openPostgres, SERVING } from './postgres.ts';
import { POSTGRES } from './postgres-address.ts';
import { isThere, openSqlite } from './sqlite.ts';

const SQLITE = 'sqlite:';

/** Opens the database an address names: `sqlite:PATH` or `postgres://…`. */
export function connect(address: string): Database {
  if (address.startsWith(SQLITE)) return openSqlite(address.slice(SQLITE.length));
  if (POSTGRES.test(address)) return openPostgres(address);
  const scheme = /^[a-z]+(?=:\/\/)/i.exec(address)?.[0] ?? 'otherwise';
  throw new DatabaseFault(
    `Wanted a database address that begins sqlite: or postgres://, found one that begins ${scheme}`,
  );
}

/** For commands that only look: to look for a file must not make one. */
export function connectToExisting(address: string): Database {
  const path = address.startsWith(SQLITE) ? address.slice(SQLITE.length) : null;
  if (path !== null && !isThere(path))
    throw new DatabaseFault(`Wanted a database at ${path}, found none: load makes one`);
  return connect(address);
}

/**
 * What a server answers from: on PostgreSQL the primary and its replicas, none of them waited for long; else the
 * database itself.
 */
export function readingFrom(
  database: Database,
  address: string,
  replicas: readonly string[],
): Database {
  if (![address, ...replicas].every((each) => POSTGRES.test(each))) {
    if (replicas.length === 0) return database;
    throw new DatabaseFault(
      'DATABASE_REPLICA_URLS: wanted postgres:// addresses beside a DATABASE_URL that is one, found another',
    );
  }
  return overCopies(
    openPostgres(address, SERVING),
    replicas.map((replica) => openPostgres(replica, SERVING)),
  );
}

export async function disconnect(database: Database): Promise<void> {
  await database.kysely.destroy();
}
