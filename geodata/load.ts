import type { Database } from '../server/database/database.ts';
import { findCurrentReleaseId } from '../server/database/releases.ts';
import { writeRelease } from '../server/database/write-release.ts';
import { releaseIdOf } from './about-release.ts';
import { buildRelease } from './build-release.ts';
import type { Manifest } from './manifest.ts';
import type { Progress } from './progress.ts';
import type { PairReport } from './report.ts';

export type Loaded =
  | { readonly kind: 'loaded'; readonly id: string; readonly pairs: readonly PairReport[] }
  /** The very same bytes were loaded before: the release answers, and nothing was written. */
  | { readonly kind: 'known'; readonly id: string };

export type LoadOptions = {
  readonly progress: Progress;
  /** Called when all is computed and the writing begins. */
  readonly beforeWriting: () => void;
};

/** Loads the release a manifest describes and makes it the one that answers; or writes nothing. */
export async function load(
  database: Database,
  manifest: Manifest,
  options: LoadOptions,
): Promise<Loaded> {
  const id = releaseIdOf(manifest);
  if ((await findCurrentReleaseId(database)) === id) return { kind: 'known', id };
  const { content, pairs } = await buildRelease(manifest, options.progress);
  options.beforeWriting();
  const phase = options.progress.begin('Release written', 0);
  const written = await writeRelease(database, content, new Date());
  phase.end();
  return written ? { kind: 'loaded', id, pairs } : { kind: 'known', id };
}
