import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

import { Kysely, SqliteDialect } from 'kysely';

import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/** Opens or makes a SQLite file; `:memory:` keeps nothing. */
export function openSqlite(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new DatabaseSync(path, { timeout: 5000 });
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  const prepare = cachedStatements(sqlite);
  return {
    kysely: new Kysely<Schema>({
      dialect: new SqliteDialect({
        database: {
          prepare: (sql) => asKyselyStatement(prepare(sql)),
          close: () => {
            sqlite.close();
          },
        },
      }),
    }),
    insertAll: (_transaction, table, columns, rows) => {
      const marks = columns.map(() => '?').join(', ');
      const insert = sqlite.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`,
      );
      for (const row of rows) insert.run(...row);
      return Promise.resolve();
    },
  };
}

/** The same few queries come again and again: each is prepared once. */
function cachedStatements(sqlite: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = sqlite.prepare(sql);
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

/** Kysely expects the shape of better-sqlite3, which takes parameters as one list. */
function asKyselyStatement(statement: StatementSync): KyselyStatement {
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
