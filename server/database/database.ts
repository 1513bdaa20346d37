import type { CompiledQuery, Kysely, Transaction } from 'kysely';

import type { Schema } from './schema.ts';

/** What each engine gives: queries through Kysely, and its own fast way to insert many rows. */
export type Database = {
  readonly kysely: Kysely<Schema>;
  /**
   * What a query finds, where the engine need not be waited for: Kysely waits a dozen times over. Undefined while a
   * transaction is under way, which others must not see into.
   */
  readonly rowsAtOnce?: <Row>(query: CompiledQuery<Row>) => Row[] | undefined;
  /** Inserts within the transaction. Table and column names come from this folder, never from input. */
  readonly insertAll: <Table extends keyof Schema>(
    transaction: Transaction<Schema>,
    table: Table,
    columns: readonly (keyof Schema[Table] & string)[],
    rows: Iterable<readonly (string | number | null)[]>,
  ) => Promise<void>;
  /**
   * Keeps every other process that asks out, until given up or until this process ends, however it ends.
   * Undefined when another has it.
   */
  readonly lock: () => Promise<Unlock | undefined>;
  /**
   * The same, for reading one release: where there are several copies, only those that hold it answer, so
   * nobody is answered from two releases at once.
   */
  readonly holding: (release: ReleaseName) => Database;
  /** What the database takes on disk. */
  readonly bytes: () => Promise<number>;
  /** Gives room that nothing fills any more back to the system. */
  readonly compact: () => Promise<void>;
};

/** A release as every copy of the database knows it. */
export type ReleaseName = { readonly key: number; readonly id: string };

export type Unlock = () => Promise<void>;
