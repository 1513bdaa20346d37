import { hasAnswered } from '../server/database/current-release.ts';
import type { Database } from '../server/database/database.ts';
import { findCurrentReleaseId, findReleaseKey } from '../server/database/releases.ts';
import { writeBeside } from '../server/database/write-release.ts';
import { releaseIdOf } from './about-release.ts';
import { admit, type Admitted, type Admitting } from './admit.ts';
import { buildRelease } from './build-release.ts';
import { InputFault } from './input-fault.ts';
import type { Manifest } from './manifest.ts';
import type { Progress } from './progress.ts';
import type { PairReport } from './report.ts';

export type Loaded =
  | (Admitted & {
      readonly kind: 'loaded';
      readonly id: string;
      readonly pairs: readonly PairReport[];
    })
  /** The very same bytes were loaded before, and answer: nothing was done. */
  | { readonly kind: 'known'; readonly id: string };

export type LoadOptions = {
  readonly progress: Progress;
  /** Leaves the release beside the others, unjudged. */
  readonly besideOnly?: boolean;
  readonly override?: Admitting['override'];
};

/**
 * Loads the release a manifest describes beside the others, and makes it the one that answers if the gates
 * let it; or writes nothing.
 */
export async function load(
  database: Database,
  manifest: Manifest,
  { progress, besideOnly = false, override }: LoadOptions,
): Promise<Loaded> {
  const id = releaseIdOf(manifest);
  const current = await findCurrentReleaseId(database);
  if (current === id) return { kind: 'known', id };
  const known = await findReleaseKey(database, id);
  if (known !== undefined && (await hasAnswered(database, known)))
    throw new InputFault(
      `${manifest.file}: wanted a release that has not answered yet, found ${id}, which answered once and was followed by another or gone back from: switch to it by name`,
    );
  const { key, pairs } =
    known === undefined
      ? await write(database, manifest, { id, progress })
      : { key: known, pairs: [] };
  const admitted = besideOnly
    ? { faults: [], difference: null, answers: false }
    : await admit(database, key, { at: new Date(), override });
  return { kind: 'loaded', id, pairs, ...admitted };
}

async function write(
  database: Database,
  manifest: Manifest,
  { id, progress }: { readonly id: string; readonly progress: Progress },
): Promise<{ readonly key: number; readonly pairs: readonly PairReport[] }> {
  const { content, pairs } = await buildRelease(manifest, progress);
  if (content.release.id !== id || releaseIdOf(manifest) !== id)
    throw new InputFault(
      `${manifest.file}: wanted files at rest, found that one of them changed while they were read: load it again`,
    );
  const phase = progress.begin('Release written', 0);
  const key = await writeBeside(database, content, new Date());
  phase.end();
  return { key, pairs };
}
