import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

import { columnTypes } from './column-types.ts';

/** What a postcode directory says besides positions, and where it differs from the lines. */
export const postcodeSaid: Migration = { up, down };

async function up(db: Kysely<unknown>): Promise<void> {
  const { text, inOrderOfKey } = columnTypes(db);
  await db.schema.alterTable('postcode').addColumn('quality', 'integer').execute();
  await db.schema.alterTable('postcode').addColumn('large_user', 'integer').execute();
  await db.schema
    .createTable('disagreement')
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('postcode', text, (column) => column.notNull())
    .addColumn('boundary_set', 'integer', (column) => column.notNull())
    .addColumn('placed', text)
    .addColumn('said', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('disagreement_key', ['release', 'postcode', 'boundary_set'])
    .modifyEnd(inOrderOfKey)
    .execute();
}

async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('disagreement').execute();
  await db.schema.alterTable('postcode').dropColumn('large_user').execute();
  await db.schema.alterTable('postcode').dropColumn('quality').execute();
}
