import { afterAll } from 'vitest';

import { connect, disconnect } from '../../server/database/connect.ts';
import type { Database } from '../../server/database/database.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import type { ReleaseContent } from '../../server/database/release-content.ts';
import { writeRelease } from '../../server/database/write-release.ts';

export const LOADED_AT = new Date('2026-11-21T12:00:00Z');

/** A database in memory that holds this one release, closed when the test file ends. */
export async function openWorld(content: ReleaseContent): Promise<Database> {
  const database = connect('sqlite::memory:');
  await migrateToLatest(database);
  await writeRelease(database, content, LOADED_AT);
  afterAll(() => disconnect(database));
  return database;
}
