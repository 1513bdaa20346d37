import { type BoundarySet, isSuccession, type Kind } from './area.ts';
import type { LocalDate } from './calendar.ts';

/** One set of boundaries takes over from another. */
export type Reorganisation = {
  /** The first day of `after`, and the first without `before`. */
  readonly day: LocalDate;
  readonly before: BoundarySet;
  readonly after: BoundarySet;
};

/**
 * Every pair of sets of which one ends on the day the other begins, oldest first. A kind that lives on takes
 * over from itself; one that ends for good, or is new, is paired with those of its family.
 */
export function reorganisations(sets: readonly BoundarySet[]): Reorganisation[] {
  const known = sets.filter(({ status }) => status !== 'PROPOSED');
  return known
    .flatMap((after) => {
      const day = after.period.from;
      if (day === null) return [];
      const beginning = known.filter(({ period }) => period.from === day);
      const ending = known.filter(({ period }) => period.to === day);
      return ending
        .filter(({ kind }) => isSuccession(kind, after.kind))
        .filter(
          ({ kind }) =>
            kind === after.kind || !hasKind(beginning, kind) || !hasKind(ending, after.kind),
        )
        .map((before) => ({ day, before, after }));
    })
    .sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
}

function hasKind(sets: readonly BoundarySet[], wanted: Kind): boolean {
  return sets.some(({ kind }) => kind === wanted);
}
