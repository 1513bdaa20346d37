import type { Area, BoundarySet } from './area.ts';
import { holds, type LocalDate } from './calendar.ts';
import { setOfRule } from './decision.ts';
import { type Gap, gapOf } from './gap.ts';
import { type AgeBand, type Need, type NotOffered, notOfferedOn, type Sector } from './need.ts';
import { areaOfSet, type Ground } from './place.ts';
import { indexTeams, type Team } from './team.ts';

export const COVERAGES = ['GAP', 'SEVERAL', 'NOT_OFFERED', 'ONE'] as const;
/** No team, several that answer for the same people, nobody by a record that says so, or one. The worst first. */
export type Coverage = (typeof COVERAGES)[number];

/** Who answers for one sector of the need for people of one age band. */
export type CoveragePart = {
  readonly sector: Sector;
  readonly ages: AgeBand;
  /** By name. */
  readonly teams: readonly Team[];
  readonly coverage: Coverage;
  /** Responsible by the rule of the sector; undefined where no such body is known. */
  readonly body: Area | undefined;
  /** The record that nobody offers it here. */
  readonly notOffered: NotOffered | undefined;
};

/** Ground with the people on it. */
export type PeopledGround = {
  readonly ground: Ground;
  readonly postcodes: number;
  /** Of all ages; null where nobody counted. */
  readonly residents: number | null;
};

/** Ground that no area in force tells apart. */
export type GroundInForce = PeopledGround & {
  /** The same with areas of every day, as places lie in it. */
  readonly whole: readonly Ground[];
};

export type CoveredGround = GroundInForce & {
  readonly parts: readonly CoveragePart[];
  /** The worst of any part. */
  readonly coverage: Coverage;
};

export type TeamCoverage = {
  readonly grounds: readonly CoveredGround[];
  /** Why there is no team for a part of a ground; undefined of one that is no gap. */
  readonly gapOf: (on: GroundInForce, part: CoveragePart) => Gap | undefined;
};

export type CoverageQuestion = {
  readonly need: Need;
  readonly on: LocalDate;
  readonly sets: readonly BoundarySet[];
};

/** For each piece of ground and sector of the need, as its rules stood that day: how many teams answer. */
export function teamCoverage(
  question: CoverageQuestion,
  grounds: readonly GroundInForce[],
  teams: readonly Team[],
): TeamCoverage {
  const { need, on, sets } = question;
  const ofNeed = teams.filter((team) => team.needs.includes(need.id)).sort(byName);
  const bySector = need.sectors.map((rule): OfSector => {
    const every = ofNeed.filter(({ sectors }) => sectors.includes(rule.sector));
    const thatDay = every.filter(({ period }) => holds(period, on));
    return {
      sector: rule.sector,
      set: setOfRule(rule.rule, sets),
      teamsOn: indexTeams(thatDay),
      everOn: indexTeams(every),
      isElsewhere: thatDay.length > 0,
      known: new Map(),
    };
  });
  return {
    grounds: grounds.map((each) => {
      const parts = bySector.flatMap((sector) => partsOf(each, sector, question));
      return { ...each, parts, coverage: worstOf(parts) };
    }),
    gapOf: (each, { sector, coverage }) => {
      const asked = bySector.find((of) => of.sector === sector);
      return coverage === 'GAP' && asked ? gapIn(each, asked, on) : undefined;
    },
  };
}

/** The teams of one sector, by the ground they cover. */
type OfSector = {
  readonly sector: Sector;
  /** Whose areas are responsible by its rule. */
  readonly set: BoundarySet | undefined;
  readonly teamsOn: (ground: Ground) => Team[];
  /** Of any day. */
  readonly everOn: (ground: Ground) => Team[];
  readonly isElsewhere: boolean;
  /** The parts of ground with the same body and teams are the same. */
  readonly known: Map<string, readonly CoveragePart[]>;
};

function partsOf(
  { ground }: GroundInForce,
  { sector, set, teamsOn, known }: OfSector,
  { need, on }: CoverageQuestion,
): readonly CoveragePart[] {
  const about = { sector, body: set && areaOfSet(ground, set) };
  const notOffered = notOfferedOn(need, ground, on);
  if (notOffered)
    return [{ ...about, ages: need.ages, teams: [], coverage: 'NOT_OFFERED', notOffered }];
  const found = teamsOn(ground);
  const key = [about.body?.id, ...found.map(({ id }) => id)].join('\n');
  const before = known.get(key);
  if (before) return before;
  const parts = bandsOf(need.ages, found).map((band): CoveragePart => {
    const coverage = band.teams.length === 0 ? 'GAP' : band.teams.length === 1 ? 'ONE' : 'SEVERAL';
    return { ...about, ...band, coverage, notOffered: undefined };
  });
  known.set(key, parts);
  return parts;
}

function gapIn(
  { ground, whole }: GroundInForce,
  { teamsOn, everOn, isElsewhere }: OfSector,
  on: LocalDate,
): Gap {
  const named = [...new Set(whole.flatMap(everOn))].sort(byName);
  return gapOf({ here: teamsOn(ground), named, isElsewhere, on });
}

function worstOf(parts: readonly CoveragePart[]): Coverage {
  return COVERAGES.find((each) => parts.some(({ coverage }) => coverage === each)) ?? 'ONE';
}

function byName(a: Team, b: Team): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** Ground that only areas out of force tell apart is one. Ground of no area in force is nobody's to cover. */
export function groundsInForce(
  grounds: readonly PeopledGround[],
  sets: readonly BoundarySet[],
): GroundInForce[] {
  const merged = new Map<string, GroundInForce>();
  for (const { ground, postcodes, residents } of grounds) {
    const inForce = ground.filter(({ set }) => sets.includes(set));
    if (inForce.length === 0) continue;
    const key = inForce.map(({ id }) => id).join();
    const same = merged.get(key);
    merged.set(key, {
      ground: inForce,
      whole: [...(same?.whole ?? []), ground],
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
