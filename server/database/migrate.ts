import { type Migration, Migrator } from 'kysely/migration';

import type { Database } from './database.ts';
import { DatabaseFault } from './database-fault.ts';
import { releaseTables } from './migrations/0001-release.ts';
import { releaseHistory } from './migrations/0002-release-history.ts';
import { postcodeSaid } from './migrations/0003-postcode-said.ts';
import { releaseNews } from './migrations/0004-release-news.ts';

const migrations: Record<string, Migration> = {
  '0001-release': releaseTables,
  '0002-release-history': releaseHistory,
  '0003-postcode-said': postcodeSaid,
  '0004-release-news': releaseNews,
};

function migrator({ kysely }: Database): Migrator {
  return new Migrator({
    db: kysely,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
}

export async function isUpToDate(database: Database): Promise<boolean> {
  const known = await migrator(database).getMigrations();
  return known.every(({ executedAt }) => executedAt !== undefined);
}

export async function migrateToLatest(database: Database): Promise<void> {
  const { error } = await migrator(database).migrateToLatest();
  if (error instanceof DatabaseFault) throw error;
  if (error !== undefined)
    throw new Error('The database could not be brought up to date', { cause: error });
}

/** Takes every migration back: for tests, and for leaving. */
export async function migrateDown(database: Database): Promise<void> {
  for (const _step of Object.keys(migrations)) {
    const { error } = await migrator(database).migrateDown();
    if (error !== undefined)
      throw new Error('A migration could not be taken back', { cause: error });
  }
}
