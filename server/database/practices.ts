import type { Practice } from '../domain/practice.ts';
import type { Database } from './database.ts';
import { preparedListQuery, RELEASE } from './prepared.ts';
import type { Atlas } from './releases.ts';

/** Those of the codes that the release knows, by code. */
export async function findPractices(
  database: Database,
  { key }: Atlas,
  codes: readonly string[],
): Promise<Map<string, Practice>> {
  const rows = await practiceRows(database, key, codes);
  return new Map(rows.map(({ id, document }) => [id, practiceOf(document)]));
}

const practiceRows = preparedListQuery((kysely, codes) =>
  kysely
    .selectFrom('practice')
    .select(['practice.id', 'practice.document'])
    .where('practice.release', '=', RELEASE)
    .where('practice.id', 'in', codes),
);

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
