import { connect } from '../server/database/connect.ts';
import type { Database } from '../server/database/database.ts';
import { migrateToLatest } from '../server/database/migrate.ts';
import { findCurrentReleaseKey } from '../server/database/releases.ts';
import { writeRelease } from '../server/database/write-release.ts';
import { readEmbeddedPack } from './embedded/read.ts';

/** A database that can answer: brought up to date, and given the embedded pack if it holds nothing yet. */
export async function openReadyDatabase(
  address: string,
  tell: (line: string) => void,
): Promise<Database> {
  const database = connect(address);
  await migrateToLatest(database);
  if ((await findCurrentReleaseKey(database)) === undefined) {
    await writeRelease(database, readEmbeddedPack(), new Date());
    tell('The database was empty: the embedded pack was loaded.');
  }
  return database;
}
