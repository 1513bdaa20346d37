import { type Area, type BoundarySet, setsInForce } from './area.ts';
import { addDays, holds, type LocalDate, type Period } from './calendar.ts';
import { coversArea, coversGround, type CoverageTerm } from './coverage.ts';
import { type AgeBand, fitsAge, type Sector } from './need.ts';
import type { OpeningHours } from './opening-hours.ts';

export type Contact = {
  /** A role or desk, never a person's name. */
  readonly label: string;
  readonly phone: string;
  readonly email: string | null;
  readonly url: string | null;
};

/** Who answers. Coverage is its own record, never derived from a council or an ICB. */
export type Team = {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly sectors: readonly Sector[];
  readonly needs: readonly string[];
  /** The union of these terms. */
  readonly covers: readonly CoverageTerm[];
  readonly ages: AgeBand;
  readonly period: Period;
  readonly does: string;
  readonly doesNot: string;
  readonly hours: OpeningHours;
  /** The same hours in words. */
  readonly hoursText: string;
  readonly day: Contact;
  /** Who answers when the team is closed; null where nobody does. */
  readonly outOfHours: Contact | null;
  readonly sharing: string;
  readonly checkedOn: LocalDate;
};

/** An entry of the directory that nobody has checked for so long is marked stale. */
export const STALE_AFTER_DAYS = 365;

/** True on a day too long after the entry was checked, and always where no check is recorded. */
export function isStale(
  { checkedOn }: { readonly checkedOn: LocalDate | null },
  on: LocalDate,
): boolean {
  return checkedOn === null || addDays(checkedOn, STALE_AFTER_DAYS) < on;
}

/** The first day on which an entry is stale; undefined for one that always is. */
export function staleFrom({
  checkedOn,
}: {
  readonly checkedOn: LocalDate | null;
}): LocalDate | undefined {
  return checkedOn === null ? undefined : addDays(checkedOn, STALE_AFTER_DAYS + 1);
}

export type TeamQuestion = {
  readonly need: string;
  readonly age: number | undefined;
  readonly on: LocalDate;
};

export function teamsFor(
  teams: readonly Team[],
  ground: readonly Area[],
  { need, age, on }: TeamQuestion,
): Team[] {
  const teamsOn = teamsOfNeed(teams, need);
  return teamsOn(ground).filter(({ period, ages }) => holds(period, on) && fitsAge(ages, age));
}

/** For as long as a list of teams is in use: a country has thousands, of which few answer one need in one place. */
const indexes = new WeakMap<readonly Team[], Map<string, TeamsOn>>();

function teamsOfNeed(teams: readonly Team[], need: string): TeamsOn {
  const byNeed = indexes.get(teams) ?? new Map<string, TeamsOn>();
  indexes.set(teams, byNeed);
  const known = byNeed.get(need) ?? indexTeams(teams.filter(({ needs }) => needs.includes(need)));
  byNeed.set(need, known);
  return known;
}

/** All that cover this ground, in their order. */
type TeamsOn = (ground: readonly Area[]) => Team[];

/** Teams by ground: for asking about so much ground that each team cannot be tried on each. */
export function indexTeams(teams: readonly Team[]): TeamsOn {
  const byArea = new Map<string, Set<number>>();
  for (const [at, { covers }] of teams.entries())
    // A term that names no area holds everywhere.
    for (const [first] of covers) {
      const key = first ? `${first.kind} ${first.code}` : EVERYWHERE;
      byArea.set(key, (byArea.get(key) ?? new Set()).add(at));
    }
  const everywhere = [...(byArea.get(EVERYWHERE) ?? [])];
  const known = new WeakMap<Area, readonly number[]>();
  const named = (area: Area): readonly number[] => {
    const before = known.get(area);
    if (before) return before;
    const { set, code, gss, ods } = area;
    const keys = [code, gss, ods].map((each) => `${set.kind} ${each ?? ''}`);
    const found = keys.flatMap((key) => [...(byArea.get(key) ?? [])]);
    known.set(area, found);
    return found;
  };
  return (ground) => {
    const candidates = ground.flatMap(named).concat(everywhere);
    if (candidates.length === 0) return [];
    return [...new Set(candidates)]
      .sort((a, b) => a - b)
      .flatMap((at) => teams[at] ?? [])
      .filter(({ covers }) => coversGround(covers, ground));
  };
}

const EVERYWHERE = '';

/** A team whose coverage names areas that a change of boundaries touches, and which. */
export type AffectedTeam = {
  readonly team: Team;
  readonly areas: readonly Area[];
};

export function affectedTeams(
  teams: readonly Team[],
  changed: readonly Area[],
  on: LocalDate,
): AffectedTeam[] {
  return teams
    .filter(({ period }) => holds(period, on))
    .map((team) => ({ team, areas: changed.filter((area) => coversArea(team.covers, area)) }))
    .filter(({ areas }) => areas.length > 0);
}

/** The share of the addresses of a place that a team covers by areas of these sets. */
export function shareCovered(
  { covers }: Team,
  parts: readonly { readonly ground: readonly Area[]; readonly share: number }[],
  sets: readonly BoundarySet[],
): number {
  return parts
    .filter(({ ground }) =>
      coversGround(
        covers,
        ground.filter(({ set }) => sets.includes(set)),
      ),
    )
    .reduce((sum, { share }) => sum + share, 0);
}

/** True on a day of a team whose coverage names ground that is in force that day. */
export function answersOn(
  on: LocalDate,
  { sets, areas }: { readonly sets: readonly BoundarySet[]; readonly areas: readonly Area[] },
): (team: Team) => boolean {
  const inForce = setsInForce(sets, on);
  const names = new Set(
    areas
      .filter(({ set }) => inForce.includes(set))
      .flatMap(({ set, code, gss, ods }) =>
        [code, gss, ods].map((each) => `${set.kind} ${each ?? ''}`),
      ),
  );
  return ({ period, covers }) =>
    holds(period, on) &&
    covers.some((term) => term.every(({ kind, code }) => names.has(`${kind} ${code}`)));
}
