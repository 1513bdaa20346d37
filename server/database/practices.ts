import type { Practice } from '../domain/practice.ts';
import type { Database } from './database.ts';
import type { Atlas } from './releases.ts';

export async function findPractice(
  { kysely }: Database,
  { key }: Atlas,
  code: string,
): Promise<Practice | undefined> {
  const row = await kysely
    .selectFrom('practice')
    .select('practice.document')
    .where('practice.release', '=', key)
    .where('practice.id', '=', code)
    .executeTakeFirst();
  return row && practiceOf(row.document);
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
