import { setTimeout } from 'node:timers/promises';

import type { Database, Unlock } from './database.ts';
import { migrateToLatest } from './migrate.ts';

/** Who may change what the database holds. */
export type Holder = {
  readonly who: string;
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
};

export type Claim =
  | { readonly kind: 'claimed'; readonly giveUp: Unlock }
  /** Null where the other has not yet said who it is. */
  | { readonly kind: 'held'; readonly by: Holder | null };

/** The other says who it is just after it takes the lock. */
const MS_TO_SAY = 200;

/** Claims the database for one load, or says who has it. A claim ends with its process: a dead holder holds nothing. */
export async function claim(database: Database, holder: Holder): Promise<Claim> {
  const unlock = await database.lock();
  if (!unlock) {
    await setTimeout(MS_TO_SAY);
    return { kind: 'held', by: await findHolder(database) };
  }
  try {
    await migrateToLatest(database);
    await writeHolder(database, holder);
  } catch (fault) {
    await unlock();
    throw fault;
  }
  return {
    kind: 'claimed',
    giveUp: async () => {
      try {
        await database.kysely.deleteFrom('claim').execute();
      } finally {
        await unlock();
      }
    },
  };
}

async function writeHolder({ kysely }: Database, holder: Holder): Promise<void> {
  await kysely
    .insertInto('claim')
    .values({ slot: 1, ...holder })
    .onConflict((conflict) => conflict.column('slot').doUpdateSet(holder))
    .execute();
}

async function findHolder({ kysely }: Database): Promise<Holder | null> {
  const row = await kysely
    .selectFrom('claim')
    .select(['claim.who', 'claim.pid', 'claim.since'])
    .executeTakeFirst();
  return row ?? null;
}
