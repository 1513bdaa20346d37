import { type Area, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { setOfRule } from '../domain/decision.ts';
import { bodyOfPractice, type Practice } from '../domain/practice.ts';
import { searchPractices } from '../domain/practice-search.ts';
import type { OpenRelease } from './open-release.ts';

export type PracticeAsk = {
  readonly search: string;
  readonly on: LocalDate;
  readonly first: number;
};

/** A practice, and the NHS body in force it belongs to on the day asked about. */
export type PracticeOnDay = Practice & { readonly body: Area | null };

export async function practices(
  { atlas, practiceIndex }: OpenRelease,
  { search, on, first }: PracticeAsk,
): Promise<PracticeOnDay[]> {
  const set = setOfRule('gp-registration', setsInForce(atlas.sets, on));
  const bodies = atlas.areas.filter((area) => area.set === set);
  return searchPractices(await practiceIndex(), search, on)
    .slice(0, first)
    .map((practice) => ({ ...practice, body: bodyOfPractice(practice, on, bodies) ?? null }));
}
