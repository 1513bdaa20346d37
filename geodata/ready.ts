import { connect } from '../server/database/connect.ts';
import type { Database } from '../server/database/database.ts';
import { migrateToLatest } from '../server/database/migrate.ts';
import { findCurrentReleaseId } from '../server/database/releases.ts';
import { writeRelease } from '../server/database/write-release.ts';
import { EMBEDDED, embeddedPackId, readEmbeddedPack } from './embedded/read.ts';

/**
 * A database that can answer: brought up to date, and given the embedded pack if it holds nothing yet, or
 * an older edition of it. A release loaded by a manifest is never touched.
 */
export async function openReadyDatabase(
  address: string,
  tell: (line: string) => void,
): Promise<Database> {
  const database = connect(address);
  await migrateToLatest(database);
  const current = await findCurrentReleaseId(database);
  if (current !== undefined && !current.startsWith(`${EMBEDDED}-`)) return database;
  if (current === embeddedPackId()) return database;
  await writeRelease(database, readEmbeddedPack(), new Date());
  tell(
    current === undefined
      ? 'The database was empty: the embedded pack was loaded.'
      : 'The embedded pack has changed: its new edition was loaded.',
  );
  return database;
}
