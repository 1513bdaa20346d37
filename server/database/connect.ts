import type { Database } from './database.ts';
import { DatabaseFault } from './database-fault.ts';
import { openPostgres } from './postgres.ts';
import { POSTGRES } from './postgres-address.ts';
import { openSqlite } from './sqlite.ts';

const SQLITE = 'sqlite:';

/** Opens the database an address names: `sqlite:PATH` or `postgres://…`. */
export function connect(address: string): Database {
  if (address.startsWith(SQLITE)) return openSqlite(address.slice(SQLITE.length));
  if (POSTGRES.test(address)) return openPostgres(address);
  const scheme = /^[a-z]+/i.exec(address)?.[0] ?? 'nothing';
  throw new DatabaseFault(
    `Wanted a database address that begins sqlite: or postgres://, found one that begins ${scheme}`,
  );
}

export async function disconnect(database: Database): Promise<void> {
  await database.kysely.destroy();
}
