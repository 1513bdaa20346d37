import pg from 'pg';

import { DatabaseFault } from './database-fault.ts';

export type PostgresAddress = {
  /** As pg reads it. */
  readonly connectionString: string;
  /** Host, port and database: what may be said of it. */
  readonly place: string;
};

export const POSTGRES = /^postgres(?:ql)?:\/\//;

/**
 * Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. All before the last `@` is the user and the password, so
 * a password may hold `@`, `/`, `#` and `%` as they are, or percent-encoded. An `@` on both sides of a `?` could be
 * of a password or of a setting, and a wrong guess would send the password to another server: refused.
 */
export function readPostgresAddress(address: string): PostgresAddress {
  const rest = address.replace(POSTGRES, '');
  const [place = '', ...settings] = rest.split('?');
  if (place.includes('@') && settings.some((each) => each.includes('@')))
    throw new DatabaseFault(
      'Wanted a database address with one reading, found an @ before a ? and another after it: write those of the password as %40 and %3F, those of settings as %40',
    );
  const at = rest.lastIndexOf('@');
  const [user = '', ...password] = rest.slice(0, Math.max(at, 0)).split(':');
  const who = at < 0 ? '' : `${encoded(user)}:${encoded(password.join(':'))}@`;
  const connectionString = `postgres://${who}${rest.slice(at + 1)}`;
  try {
    const { host, port, database } = new pg.Client({ connectionString });
    return { connectionString, place: `${host}:${port}/${database ?? ''}` };
  } catch {
    // What could not be read is not repeated, nor is its cause: either may hold the password.
    throw new DatabaseFault(
      'Wanted a database address such as postgres://USER:PASSWORD@HOST:5432/DATABASE, found one that cannot be read',
    );
  }
}

function encoded(text: string): string {
  return encodeURIComponent(decoded(text));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
