import type { Database } from './database.ts';
import { openSqlite } from './sqlite.ts';

const SQLITE = 'sqlite:';

/** Opens the database an address names: `sqlite:PATH`. Throws a sentence that names no password. */
export function connect(address: string): Database {
  if (address.startsWith(SQLITE)) return openSqlite(address.slice(SQLITE.length));
  const scheme = /^[a-z]+/i.exec(address)?.[0] ?? 'nothing';
  throw new Error(`Wanted a database address that begins sqlite:, found one that begins ${scheme}`);
}

export async function disconnect(database: Database): Promise<void> {
  await database.kysely.destroy();
}
