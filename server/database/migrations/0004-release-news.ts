import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

import { columnTypes } from './column-types.ts';

/** What became otherwise when a release took over, kept when both are gone. */
export const releaseNews: Migration = { up, down };

async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = columnTypes(db);
  await db.schema.alterTable('release_turn').addColumn('news', text).execute();
}

async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('release_turn').dropColumn('news').execute();
}
