import type { BoundarySet } from './area.ts';
import type { LocalDate } from './calendar.ts';
import type { AgeBand, Need, Sector } from './need.ts';
import type { Ground } from './place.ts';
import { type Team, teamsFor } from './team.ts';

export const COVERAGES = ['GAP', 'ONE', 'SEVERAL'] as const;
/** No team, one team, or several that answer for the same people. */
export type Coverage = (typeof COVERAGES)[number];

/** People of one age band on ground of the same areas, and the teams that answer for one sector of the need. */
export type CoveragePiece = {
  /** Areas of the sets in force. */
  readonly ground: Ground;
  readonly sector: Sector;
  readonly ages: AgeBand;
  readonly teams: readonly Team[];
  readonly coverage: Coverage;
  readonly postcodes: number;
  /** Of all ages; null where nobody counted. */
  readonly residents: number | null;
};

export type PeopledGround = {
  readonly ground: Ground;
  readonly postcodes: number;
  readonly residents: number | null;
};

export type CoverageQuestion = {
  readonly need: Need;
  readonly on: LocalDate;
  readonly sets: readonly BoundarySet[];
};

/** For each sector of the need and each piece of ground: where no team covers, where one does, where several do. */
export function teamCoverage(
  { need, on, sets }: CoverageQuestion,
  grounds: readonly PeopledGround[],
  teams: readonly Team[],
): CoveragePiece[] {
  return groundsInForce(grounds, sets).flatMap(({ ground, postcodes, residents }) =>
    need.sectors.flatMap(({ sector }) => {
      const here = teams.filter((team) => team.sectors.includes(sector));
      const found = teamsFor(here, ground, { need: need.id, age: undefined, on });
      return bandsOf(need.ages, found).map(({ ages, teams: each }): CoveragePiece => ({
        ground,
        sector,
        ages,
        teams: each,
        coverage: each.length === 0 ? 'GAP' : each.length === 1 ? 'ONE' : 'SEVERAL',
        postcodes,
        residents,
      }));
    }),
  );
}

/** Ground that only areas out of force tell apart is one. Ground of no area in force is nobody's to cover. */
function groundsInForce(
  grounds: readonly PeopledGround[],
  sets: readonly BoundarySet[],
): PeopledGround[] {
  const merged = new Map<string, PeopledGround>();
  for (const { ground, postcodes, residents } of grounds) {
    const inForce = ground.filter(({ set }) => sets.includes(set));
    if (inForce.length === 0) continue;
    const key = inForce.map(({ id }) => id).join();
    const same = merged.get(key);
    merged.set(key, {
      ground: inForce,
      postcodes: postcodes + (same?.postcodes ?? 0),
      residents:
        residents === null || same?.residents === null ? null : residents + (same?.residents ?? 0),
    });
  }
  return [...merged.values()];
}

type Band = { readonly ages: AgeBand; readonly teams: readonly Team[] };

/** The ages of a need cut where a team's begin or end, so that in each band the same teams answer for all. */
function bandsOf({ from, to }: AgeBand, teams: readonly Team[]): Band[] {
  const first = from ?? 0;
  const last = to ?? Infinity;
  const cuts = teams
    .flatMap(({ ages }) => [ages.from ?? 0, (ages.to ?? Infinity) + 1])
    .filter((age) => age > first && age <= last && age < Infinity);
  const starts = [...new Set([first, ...cuts])].sort((a, b) => a - b);
  return starts.map((start, at) => {
    const end = (starts[at + 1] ?? last + 1) - 1;
    return {
      ages: { from: start === 0 ? null : start, to: end === Infinity ? null : end },
      teams: teams.filter(
        ({ ages }) => (ages.from ?? 0) <= start && (ages.to ?? Infinity) >= start,
      ),
    };
  });
}
