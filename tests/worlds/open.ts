import type { Database } from '../../server/database/database.ts';
import type { ReleaseContent } from '../../server/database/release-content.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { openDatabase } from './engine.ts';

export const LOADED_AT = new Date('2026-11-21T12:00:00Z');

/** A database that holds this one release, gone when the test file ends. */
export async function openWorld(content: ReleaseContent): Promise<Database> {
  const database = await openDatabase();
  await writeRelease(database, content, LOADED_AT);
  return database;
}
