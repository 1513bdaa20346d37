import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';

import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';

import type { Database, Unlock } from './database.ts';
import type { Schema } from './schema.ts';
import { sqliteTrouble } from './trouble.ts';

/** Opens or makes a SQLite file; `:memory:` keeps nothing. */
export function openSqlite(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new DatabaseSync(path, { timeout: 5000 });
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  const prepare = cachedStatements(sqlite);
  const database: Database = {
    kysely: new Kysely<Schema>({
      dialect: new SqliteDialect({
        database: {
          prepare: (sql) =>
            sql === 'rollback' && !sqlite.isTransaction ? NOTHING_TO_DO : prepare(sql),
          close: () => {
            sqlite.close();
          },
        },
      }),
    }),
    rowsAtOnce: <Row>({ sql, parameters }: CompiledQuery<Row>) =>
      sqlite.isTransaction ? undefined : (prepare(sql).all(parameters) as Row[]),
    insertAll: async (_transaction, table, columns, rows) => {
      const marks = columns.map(() => '?').join(', ');
      const insert = sqlite.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`,
      );
      let written = 0;
      for (const row of rows) {
        insert.run(...row);
        if (++written % ROWS_AT_ONCE === 0) await setImmediate();
      }
    },
    lock: () => Promise.resolve(lockBeside(path)),
    bytes: () => Promise.resolve(pragma(sqlite, 'page_count') * pragma(sqlite, 'page_size')),
    compact: () => {
      sqlite.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
      return Promise.resolve();
    },
    holding: () => database,
  };
  return database;
}

export function isThere(path: string): boolean {
  return path === ':memory:' || existsSync(path);
}

/** So many are written before other work, such as a wish to stop, has its turn. */
const ROWS_AT_ONCE = 5000;

/**
 * The system gives a lock on a file back when the process that holds it ends, however it ends. One lock for one
 * file, by whatever name it is opened.
 */
function lockBeside(path: string): Unlock | undefined {
  const side = new DatabaseSync(path === ':memory:' ? path : `${realpathSync(path)}.lock`);
  try {
    side.exec('BEGIN IMMEDIATE');
  } catch (cause) {
    side.close();
    if (sqliteTrouble(cause) === 'busy') return undefined;
    throw cause;
  }
  return () => {
    side.close();
    return Promise.resolve();
  };
}

function pragma(sqlite: DatabaseSync, name: 'page_count' | 'page_size'): number {
  return Number(sqlite.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** The same few queries come again and again: each is prepared once. */
function cachedStatements(sqlite: DatabaseSync): (sql: string) => KyselyStatement {
  const statements = new Map<string, KyselyStatement>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = asKyselyStatement(sqlite.prepare(sql));
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statements.set(sql, statement);
    }
    return statement;
  };
}

const MOST_STATEMENTS = 200;

type KyselyStatement = ReturnType<
  Extract<
    ConstructorParameters<typeof SqliteDialect>[0]['database'],
    { prepare: unknown }
  >['prepare']
>;

/** A full disk takes the transaction back by itself; taking it back again would hide why. */
const NOTHING_TO_DO: KyselyStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

/**
 * Kysely expects the shape of better-sqlite3, which takes parameters as one list. Objects as `node:sqlite` makes them
 * are slow to make and to read, so they are made here, of the bare values.
 */
function asKyselyStatement(statement: StatementSync): KyselyStatement {
  const names = statement.columns().map(({ name }) => name);
  statement.setReturnArrays(true);
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  const rowOf = (row: unknown): Record<string, unknown> => {
    const found: Record<string, unknown> = {};
    let at = 0;
    for (const name of names) found[name] = (row as readonly unknown[])[at++];
    return found;
  };
  return {
    reader: names.length > 0,
    all: (parameters) => statement.all(...values(parameters)).map(rowOf),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)).map(rowOf),
  };
}
