import type { Kysely, Transaction } from 'kysely';

import type { Schema } from './schema.ts';

/** What each engine gives: queries through Kysely, and its own fast way to insert many rows. */
export type Database = {
  readonly kysely: Kysely<Schema>;
  /** Inserts within the transaction. Table and column names come from this folder, never from input. */
  readonly insertAll: <Table extends keyof Schema>(
    transaction: Transaction<Schema>,
    table: Table,
    columns: readonly (keyof Schema[Table] & string)[],
    rows: Iterable<readonly (string | number | null)[]>,
  ) => Promise<void>;
};
