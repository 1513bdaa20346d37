import { type Need, needOn } from './need.ts';
import {
  type Coverage,
  type CoverageQuestion,
  type CoveredGround,
  type GroundInForce,
  type TeamCoverage,
  teamCoverage,
} from './team-coverage.ts';
import type { Team } from './team.ts';

/** Where a need has no team, one or several on a day, and for how many people. */
export type Cover = {
  /** As its rules stood that day; no sectors where no rule is recorded. */
  readonly need: Need;
  readonly grounds: readonly CoveredGround[];
  readonly gapOf: TeamCoverage['gapOf'];
  /** Ground with any part that is covered so, each piece once; of one team, ground all of whose parts are. */
  readonly counts: Readonly<Record<Coverage, CoverCounts>>;
};

export type CoverCounts = {
  readonly grounds: number;
  readonly postcodes: number;
  /** Of all ages; null where nobody counted some. */
  readonly residents: number | null;
};

export function coverOf(
  { need, on, sets }: CoverageQuestion,
  grounds: readonly GroundInForce[],
  teams: readonly Team[],
): Cover {
  const today = needOn(need, on);
  const ruled = today.sectors.length === 0 ? [] : grounds;
  const { grounds: covered, gapOf } = teamCoverage({ need: today, on, sets }, ruled, teams);
  const count = (coverage: Coverage): CoverCounts =>
    countsOf(covered.filter(({ parts }) => parts.some((part) => part.coverage === coverage)));
  const counts = {
    GAP: count('GAP'),
    SEVERAL: count('SEVERAL'),
    NOT_OFFERED: count('NOT_OFFERED'),
    ONE: countsOf(covered.filter(({ coverage }) => coverage === 'ONE')),
  };
  return { need: today, grounds: covered, gapOf, counts };
}

function countsOf(grounds: readonly CoveredGround[]): CoverCounts {
  return {
    grounds: grounds.length,
    postcodes: grounds.reduce((sum, { postcodes }) => sum + postcodes, 0),
    residents: grounds.reduce<number | null>(
      (sum, { residents }) => (sum === null || residents === null ? null : sum + residents),
      0,
    ),
  };
}
