import {
  type ColumnDefinitionBuilder,
  type Kysely,
  PostgresAdapter,
  type RawBuilder,
  sql,
} from 'kysely';

export type ColumnTypes = {
  /** Sorted and compared by its bytes, whatever the language of the server. */
  readonly text: 'text' | RawBuilder<string>;
  /** Counts up by itself and never gives a number twice. */
  readonly key: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /** For the end of a table of many short rows: they lie in the order of their key, not beside an index of it. */
  readonly inOrderOfKey: RawBuilder<unknown>;
};

/** Types of columns that mean the same on every engine. */
export function columnTypes(db: Kysely<unknown>): ColumnTypes {
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? {
        text: sql<string>`text collate "C"`,
        key: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
        inOrderOfKey: sql``,
      }
    : {
        text: 'text',
        key: (column) => column.primaryKey().autoIncrement(),
        inOrderOfKey: sql`without rowid`,
      };
}
