import { type Area, type BoundarySet, hasCode } from './area.ts';
import type { LocalDate } from './calendar.ts';
import { type Need, RULE_OF, type RuleId, type Sector } from './need.ts';
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
};

/** Who answers a need on one piece of ground. */
export type Decision = {
  readonly responsible: readonly Responsibility[];
  readonly teams: readonly Team[];
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
  readonly noFixedAbode: boolean;
};

/** On ground as `groundInForce` gives it. */
export function decide(ground: Ground, facts: Facts): Decision {
  return {
    responsible: facts.need.sectors.flatMap(({ sector, rule }) => {
      const set = setOfRule(rule, facts.sets);
      const body = set && areaOfSet(ground, set);
      return body ? [responsibility(sector, rule, body, facts)] : [];
    }),
    teams: teamsFor(facts.teams, ground, {
      need: facts.need.id,
      age: facts.age,
      on: facts.on,
    }).filter((team) =>
      team.sectors.some((sector) => facts.need.sectors.some((each) => each.sector === sector)),
    ),
  };
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
  return bodies(a) === bodies(b) && teams(a) === teams(b);
}

/**
 * The areas that count here: of the sets in force, with the NHS body of the GP practice, when known, in
 * place of the one drawn round the home (NHS England, Who Pays?).
 */
export function groundInForce(ground: Ground, { sets, registered }: Facts): Ground {
  const inForce = ground.filter((area) => sets.includes(area.set));
  if (!registered) return inForce;
  return [...inForce.filter((area) => area.set.kind !== registered.set.kind), registered];
}

function responsibility(
  sector: Sector,
  rule: RuleId,
  body: Area,
  { registered, noFixedAbode }: Facts,
): Responsibility {
  const byPractice = rule === 'gp-registration' && registered === body;
  return {
    sector,
    body,
    rule,
    presumed: !byPractice && RULE_OF[rule].presumedUnless !== null,
    because: byPractice
      ? `${body.name} is the NHS body of the person's GP practice`
      : `${body.name} ${noFixedAbode ? RULE_OF[rule].withNoFixedAbode : RULE_OF[rule].because}`,
  };
}

/** Finds an area of the sets in force by any of its codes. */
export function findArea(
  areas: readonly Area[],
  sets: readonly BoundarySet[],
  code: string,
): Area | undefined {
  return areas.find((area) => sets.includes(area.set) && hasCode(area, code));
}
