import type { Practice } from '../domain/practice.ts';
import type { Database } from './database.ts';
import type { Atlas } from './releases.ts';

/** Those of the codes that the release knows, by code: at most 1,000 are asked for at once. */
export async function findPractices(
  { kysely }: Database,
  { key }: Atlas,
  codes: readonly string[],
): Promise<Map<string, Practice>> {
  if (codes.length === 0) return new Map();
  const rows = await kysely
    .selectFrom('practice')
    .select(['practice.id', 'practice.document'])
    .where('practice.release', '=', key)
    .where('practice.id', 'in', codes)
    .execute();
  return new Map(rows.map(({ id, document }) => [id, practiceOf(document)]));
}

/** Every practice of the release, in order of code. */
export async function allPractices({ kysely }: Database, { key }: Atlas): Promise<Practice[]> {
  const rows = await kysely
    .selectFrom('practice')
    .select('practice.document')
    .where('practice.release', '=', key)
    .orderBy('practice.id')
    .execute();
  return rows.map(({ document }) => practiceOf(document));
}

/** Releases loaded before these were kept have neither. */
const NOT_KEPT: Pick<Practice, 'postcode' | 'open'> = {
  postcode: null,
  open: { from: null, to: null },
};

function practiceOf(document: string): Practice {
  return { ...NOT_KEPT, ...(JSON.parse(document) as Practice) };
}
