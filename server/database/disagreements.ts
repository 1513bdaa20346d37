import type { Database } from './database.ts';

/** A postcode that its directory puts in another area than the lines do. */
export type DisagreementRecord = {
  readonly postcode: string;
  readonly kind: string;
  readonly edition: string;
  /** Code of the area by the lines; null where they put it in none of the set. */
  readonly placed: string | null;
  /** Code by the directory. */
  readonly said: string;
};

/** All of a release, in order of postcode and set. */
export function findDisagreements(
  { kysely }: Database,
  key: number,
): Promise<DisagreementRecord[]> {
  return kysely
    .selectFrom('disagreement')
    .innerJoin('boundary_set', (join) =>
      join
        .onRef('boundary_set.release', '=', 'disagreement.release')
        .onRef('boundary_set.id', '=', 'disagreement.boundary_set'),
    )
    .select(['disagreement.postcode', 'boundary_set.kind', 'boundary_set.edition'])
    .select(['disagreement.placed', 'disagreement.said'])
    .where('disagreement.release', '=', key)
    .orderBy('disagreement.postcode')
    .orderBy('disagreement.boundary_set')
    .execute();
}
