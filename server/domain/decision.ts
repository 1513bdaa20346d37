import { type Area, type BoundarySet, HEALTH_KINDS } from './area.ts';
import type { LocalDate } from './calendar.ts';
import {
  type Need,
  type NotOffered,
  notOfferedOn,
  RULE_OF,
  type RuleId,
  type Sector,
  type SectorRule,
} from './need.ts';
import { areaOfSet, type Ground } from './place.ts';
import { type Team, teamsFor } from './team.ts';

/** A body that must act, and the rule that makes it so. */
export type Responsibility = {
  readonly sector: Sector;
  readonly body: Area;
  readonly rule: RuleId;
  /** True when the place alone suggests it, and a fact not given could change it. */
  readonly presumed: boolean;
  readonly because: string;
  /** Act or guidance, with its section. */
  readonly source: string;
  readonly link: string | null;
};

/** Who answers a need on one piece of ground. */
export type Decision = {
  readonly responsible: readonly Responsibility[];
  readonly teams: readonly Team[];
  /** Set where a record says that nobody offers the need here; there are no teams then. */
  readonly notOffered: NotOffered | undefined;
};

/** All that a decision rests on, apart from the ground. */
export type Facts = {
  readonly need: Need;
  readonly age: number | undefined;
  readonly on: LocalDate;
  readonly sets: readonly BoundarySet[];
  readonly teams: readonly Team[];
  /** The NHS body the person's GP practice belongs to, when known. */
  readonly registered: Area | undefined;
  /** The asker said that the practice belongs to a body this release does not know. */
  readonly registeredElsewhere: boolean;
  readonly noFixedAbode: boolean;
  /** A GP practice was named, and no record says which body it belonged to. */
  readonly practiceUnknown: boolean;
  /** All ground there is. */
  readonly grounds: readonly Ground[];
};

/** On ground as `groundInForce` gives it. */
export function decide(ground: Ground, facts: Facts): Decision {
  const { need, on } = facts;
  const notOffered = notOfferedOn(need, ground, on);
  return {
    responsible: need.sectors.flatMap((each) => {
      const set = setOfRule(each.rule, facts.sets);
      const body = set && areaOfSet(ground, set);
      return body ? [responsibility(each, body, facts)] : [];
    }),
    teams: notOffered
      ? []
      : [...new Set(need.sectors.flatMap((each) => teamsOf(each, ground, facts)))],
    notOffered,
  };
}

/**
 * A home and a GP practice may be of grounds that nowhere meet, so teams are looked for further off: where
 * registration decides, on all ground of the practice's body, which they must serve; else on all ground of the home's councils.
 */
function teamsOf({ sector, rule }: SectorRule, ground: Ground, facts: Facts): Team[] {
  const { registered, grounds } = facts;
  const here = teamsOn(ground, sector, facts);
  const byPractice = goesByPractice(rule);
  if (byPractice && facts.registeredElsewhere) return [];
  if (!registered || (!byPractice && here.length > 0)) return here;
  const isNear = byPractice
    ? (other: Ground) => other.includes(registered)
    : (other: Ground) =>
        ground.every((area) => area.set.kind === registered.set.kind || other.includes(area));
  const near = new Set(grounds.filter(isNear).flatMap((other) => teamsOn(other, sector, facts)));
  const both = here.filter((team) => near.has(team));
  return both.length > 0 ? both : [...near].sort(byName);
}

/** True for a rule that names an NHS body: which one a GP practice can tell. */
export function goesByPractice(rule: RuleId): boolean {
  return RULE_OF[rule].kinds.some((kind) => HEALTH_KINDS.includes(kind));
}

/** By name, so that the order of a directory never favours one of several. */
function teamsOn(ground: Ground, sector: Sector, { teams, need, age, on }: Facts): Team[] {
  return teamsFor(teams, ground, { need: need.id, age, on })
    .filter(({ sectors }) => sectors.includes(sector))
    .sort(byName);
}

function byName(a: Team, b: Team): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** The set of the first kind the rule names that is in force. */
export function setOfRule(rule: RuleId, sets: readonly BoundarySet[]): BoundarySet | undefined {
  return RULE_OF[rule].kinds
    .map((kind) => sets.find((set) => set.kind === kind))
    .find((set) => set !== undefined);
}

export function isSameDecision(a: Decision, b: Decision): boolean {
  const bodies = (decision: Decision): string =>
    decision.responsible.map(({ sector, body }) => `${sector} ${body.id}`).join();
  const teams = (decision: Decision): string => decision.teams.map(({ id }) => id).join();
  return bodies(a) === bodies(b) && teams(a) === teams(b) && a.notOffered === b.notOffered;
}

/**
 * The areas that count here: of the sets in force, and with the NHS body of the GP practice, when known, in
 * place of the one drawn round the home (NHS England, Who Pays?).
 */
export function groundInForce(
  ground: Ground,
  { sets, registered, registeredElsewhere }: Facts,
): Ground {
  const inForce = ground.filter(
    ({ set }) => sets.includes(set) && !(registeredElsewhere && HEALTH_KINDS.includes(set.kind)),
  );
  if (!registered) return inForce;
  return [...inForce.filter((area) => area.set.kind !== registered.set.kind), registered];
}

function responsibility(
  { sector, rule, source, link }: SectorRule,
  body: Area,
  facts: Facts,
): Responsibility {
  const byPractice = rule === 'gp-registration' && facts.registered === body;
  return {
    sector,
    body,
    rule,
    presumed: !byPractice && RULE_OF[rule].presumedUnless !== null,
    because: `${body.name} ${byPractice ? BY_PRACTICE : because(rule, facts)}`,
    source,
    link,
  };
}

const BY_PRACTICE = 'is the NHS body of the person’s GP practice';

function because(rule: RuleId, { noFixedAbode, practiceUnknown }: Facts): string {
  if (noFixedAbode) return RULE_OF[rule].withNoFixedAbode;
  return rule === 'gp-registration' && practiceUnknown
    ? 'covers the usual address; no record says which NHS body the GP practice belonged to on that day'
    : RULE_OF[rule].because;
}
