import { goBackTo, pathBack } from '../server/database/current-release.ts';
import type { Database } from '../server/database/database.ts';
import { type KeptRelease, keptReleases } from '../server/database/release-list.ts';
import { removeRelease } from '../server/database/write-release.ts';
import { nearest, UsageFault } from './arguments.ts';

/** Throws one sentence when no release has that name. */
export async function getKept(database: Database, id: string): Promise<KeptRelease> {
  const kept = await keptReleases(database);
  const found = kept.find((release) => release.id === id);
  if (found) return found;
  const ids = kept.map((release) => release.id);
  const meant = nearest(id, ids);
  const hint = meant === undefined ? '' : `: did you mean ${meant}?`;
  throw new UsageFault(`Wanted a release that is kept, found no ${id}${hint}`);
}

/** Goes back to the release that answered before, or to this earlier one. Returns its name. */
export async function rollBack(
  database: Database,
  id: string | undefined,
  at: Date,
): Promise<string> {
  const earlier = (await pathBack(database)).slice(0, -1);
  const kept = await keptReleases(database);
  const key = id === undefined ? earlier.at(-1) : (await getKept(database, id)).key;
  const found = kept.find((release) => release.key === key);
  if (!found || !earlier.includes(found.key))
    throw new UsageFault(
      `Wanted ${id ?? 'a release'} that answered before the one that answers now, found ${id === undefined ? 'none' : 'that it did not'}`,
    );
  await goBackTo(database, found.key, at);
  return found.id;
}

/** Removes all but the newest so many. The one that answers and the one a rollback goes to always stay. */
export async function prune(database: Database, keep: number): Promise<KeptRelease[]> {
  const kept = await keptReleases(database);
  const removed = kept
    .slice(0, Math.max(0, kept.length - keep))
    .filter(({ standing }) => standing === 'beside');
  for (const { key } of removed) await removeRelease(database, key);
  if (removed.length > 0) await database.compact();
  return removed;
}
