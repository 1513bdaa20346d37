import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

import { columnTypes } from './column-types.ts';

/** Which release answered when, what each holds in figures, and who is loading. */
export const releaseHistory: Migration = { up, down };

async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = columnTypes(db);
  await db.schema.alterTable('release').addColumn('summary', text).execute();
  await db.schema.alterTable('release').addColumn('override', text).execute();
  await db.schema
    .createTable('release_turn')
    .addColumn('turn', 'integer', (column) => column.primaryKey())
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .addColumn('way', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('claim')
    .addColumn('slot', 'integer', (column) => column.primaryKey())
    .addColumn('who', text, (column) => column.notNull())
    .addColumn('pid', 'integer', (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .execute();
  await sql`insert into release_turn (turn, release, since, way)
    select 1, release.key, release.loaded_at, 'forward'
    from current_release join release on release.key = current_release.release`.execute(db);
}

async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('claim').execute();
  await db.schema.dropTable('release_turn').execute();
  await db.schema.alterTable('release').dropColumn('override').execute();
  await db.schema.alterTable('release').dropColumn('summary').execute();
}
