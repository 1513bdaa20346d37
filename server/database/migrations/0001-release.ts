import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

import { columnTypes } from './column-types.ts';

/** Everything a release holds. Migrations never lean on today's row types. */
export const releaseTables: Migration = { up, down };

const DOCUMENT_TABLES = ['practice', 'need', 'team', 'arrangement'];

async function up(db: Kysely<unknown>): Promise<void> {
  const { text, key, inOrderOfKey } = columnTypes(db);
  await db.schema
    .createTable('release')
    .addColumn('key', 'integer', key)
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('loaded_at', text, (column) => column.notNull())
    .addColumn('about', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('current_release')
    .addColumn('slot', 'integer', (column) => column.primaryKey())
    .addColumn('release', 'integer', (column) => column.notNull().references('release.key'))
    .execute();
  await db.schema
    .createTable('boundary_set')
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('edition', text, (column) => column.notNull())
    .addColumn('valid_from', text)
    .addColumn('valid_to', text)
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('licence', text, (column) => column.notNull())
    .addColumn('resolution_metres', 'double precision', (column) => column.notNull())
    .addPrimaryKeyConstraint('boundary_set_key', ['release', 'id'])
    .execute();
  await db.schema
    .createTable('area')
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('boundary_set', 'integer', (column) => column.notNull())
    .addColumn('code', text, (column) => column.notNull())
    .addColumn('gss', text)
    .addColumn('ods', text)
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('km2', 'double precision', (column) => column.notNull())
    .addColumn('postcodes', 'integer', (column) => column.notNull())
    .addColumn('residents', 'double precision')
    .addColumn('shape', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('area_key', ['release', 'id'])
    .execute();
  await db.schema
    .createTable('overlap')
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('left_set', 'integer', (column) => column.notNull())
    .addColumn('right_set', 'integer', (column) => column.notNull())
    .addColumn('left_area', 'integer', (column) => column.notNull())
    .addColumn('right_area', 'integer', (column) => column.notNull())
    .addColumn('km2', 'double precision', (column) => column.notNull())
    .addColumn('postcodes', 'integer', (column) => column.notNull())
    .addColumn('residents', 'double precision')
    .addColumn('sliver', 'integer', (column) => column.notNull())
    .addColumn('shape', text)
    .addPrimaryKeyConstraint('overlap_key', [
      'release',
      'left_set',
      'right_set',
      'left_area',
      'right_area',
    ])
    .execute();
  await db.schema
    .createTable('cell')
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('areas', text, (column) => column.notNull())
    .addColumn('postcodes', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('cell_key', ['release', 'id'])
    .execute();
  await db.schema
    .createTable('postcode')
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('postcode', text, (column) => column.notNull())
    .addColumn('lon', 'double precision')
    .addColumn('lat', 'double precision')
    .addColumn('cell', 'integer')
    .addColumn('cells', text)
    .addColumn('metres_to_line', text)
    .addColumn('ended', text)
    .addPrimaryKeyConstraint('postcode_key', ['release', 'postcode'])
    .modifyEnd(inOrderOfKey)
    .execute();
  await db.schema
    .createTable('sector')
    .addColumn('release', 'integer', (column) => column.notNull())
    .addColumn('sector', text, (column) => column.notNull())
    .addColumn('lon', 'double precision', (column) => column.notNull())
    .addColumn('lat', 'double precision', (column) => column.notNull())
    .addColumn('cells', text, (column) => column.notNull())
    .addColumn('postcodes', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('sector_key', ['release', 'sector'])
    .execute();
  for (const table of DOCUMENT_TABLES)
    await db.schema
      .createTable(table)
      .addColumn('release', 'integer', (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('document', text, (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['release', 'id'])
      .execute();
}

async function down(db: Kysely<unknown>): Promise<void> {
  const tables = [
    'sector',
    'postcode',
    'cell',
    'overlap',
    'area',
    'boundary_set',
    'current_release',
    'release',
  ];
  for (const table of [...DOCUMENT_TABLES, ...tables]) await db.schema.dropTable(table).execute();
}
