import type { Transaction } from 'kysely';

import { backwards, type Turn } from '../domain/release-history.ts';
import type { ReleaseNews } from '../domain/release-news.ts';
import type { Override } from '../domain/release-summary.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

export type Switching = {
  readonly at: Date;
  /** Kept with the release from then on. */
  readonly override?: Override | null;
  /** What becomes otherwise, for whoever follows the releases. */
  readonly news?: ReleaseNews | null;
};

/** Makes a release the one that answers, in one step. Nothing happens when it is that already. */
export async function switchTo(
  { kysely }: Database,
  release: number,
  { at, override = null, news = null }: Switching,
): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    if (override)
      await transaction
        .updateTable('release')
        .set({ override: JSON.stringify(override) })
        .where('release.key', '=', release)
        .execute();
    await makeCurrent(transaction, { release, way: 'forward' }, { at, news });
  });
}

/** Goes back to a release that answered before; see `pathBack`. */
export async function goBackTo({ kysely }: Database, release: number, at: Date): Promise<void> {
  await kysely
    .transaction()
    .execute((transaction) => makeCurrent(transaction, { release, way: 'back' }, { at }));
}

/** Keys of the releases that going back would pass through, oldest first; the last one answers now. */
export async function pathBack({ kysely }: Database): Promise<number[]> {
  const turns = await kysely
    .selectFrom('release_turn')
    .select(['release_turn.release', 'release_turn.way'])
    .orderBy('release_turn.turn')
    .execute();
  const kept = await kysely.selectFrom('release').select('release.key').execute();
  const keys = new Set(kept.map(({ key }) => key));
  return backwards(turns)
    .filter((release) => keys.has(release))
    .filter((release, at, path) => release !== path[at - 1]);
}

export async function hasAnswered({ kysely }: Database, release: number): Promise<boolean> {
  const turn = await kysely
    .selectFrom('release_turn')
    .select('release_turn.turn')
    .where('release_turn.release', '=', release)
    .executeTakeFirst();
  return turn !== undefined;
}

export async function makeCurrent(
  transaction: Transaction<Schema>,
  { release, way }: Turn,
  { at, news = null }: Pick<Switching, 'at' | 'news'>,
): Promise<void> {
  const current = await transaction
    .selectFrom('current_release')
    .select('current_release.release')
    .executeTakeFirst();
  if (current?.release === release) return;
  await transaction
    .insertInto('current_release')
    .values({ slot: 1, release })
    .onConflict((conflict) => conflict.column('slot').doUpdateSet({ release }))
    .execute();
  const last = await transaction
    .selectFrom('release_turn')
    .select(({ fn }) => fn.max('release_turn.turn').as('turn'))
    .executeTakeFirst();
  await transaction
    .insertInto('release_turn')
    .values({
      turn: (last?.turn ?? 0) + 1,
      release,
      since: at.toISOString(),
      way,
      news: news === null ? null : JSON.stringify(news),
    })
    .execute();
}
