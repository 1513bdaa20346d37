import { connect } from '../server/database/connect.ts';
import type { Database } from '../server/database/database.ts';
import { isUpToDate } from '../server/database/migrate.ts';
import { findCurrentReleaseId } from '../server/database/releases.ts';
import { writeRelease } from '../server/database/write-release.ts';
import { claimedInTurn } from './claimed.ts';
import { EMBEDDED, embeddedPackId, readEmbeddedPack } from './embedded/read.ts';

/** Opens a database and sees to it that it can answer. */
export async function openReadyDatabase(
  address: string,
  tell: (line: string) => void,
): Promise<Database> {
  const database = connect(address);
  await makeReady(database, tell);
  return database;
}

/**
 * Brings a database up to date, and gives it the embedded pack if it holds nothing yet, or an older edition
 * of it. A release loaded by a manifest is never touched.
 */
export async function makeReady(database: Database, tell: (line: string) => void): Promise<void> {
  if (await isReady(database)) return;
  await claimedInTurn(database, async () => {
    if (await isReady(database)) return;
    const current = await findCurrentReleaseId(database);
    await writeRelease(database, readEmbeddedPack(), new Date());
    tell(
      current === undefined
        ? 'The database was empty: the embedded pack was loaded.'
        : 'The embedded pack has changed: its new edition was loaded.',
    );
  });
}

async function isReady(database: Database): Promise<boolean> {
  if (!(await isUpToDate(database))) return false;
  const current = await findCurrentReleaseId(database);
  if (current === undefined) return false;
  return !current.startsWith(`${EMBEDDED}-`) || current === embeddedPackId();
}
