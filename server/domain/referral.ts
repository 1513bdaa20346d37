import { type Area, type BoundarySet, findArea, HEALTH_KINDS } from './area.ts';
import { dayInWords, type LocalDate } from './calendar.ts';
import { type Candidate, compareShares, ELSEWHERE, keepAnswered, questionFor } from './choice.ts';
import {
  decide,
  type Decision,
  type Facts,
  goesByPractice,
  groundInForce,
  isSameDecision,
  setOfRule,
} from './decision.ts';
import { ageBandsOf, ageSaid, askAge } from './age-question.ts';
import { fitsAge, type Need, needOn } from './need.ts';
import { coversGround } from './coverage.ts';
import { londonDate } from './london-time.ts';
import type { Ground, Part, Place, PlaceOutcome } from './place.ts';
import { bodyOfPractice, type Practice } from './practice.ts';
import { confidenceOf, reasonsOf } from './reasons.ts';
import {
  atHour,
  type Decided,
  type NotRoutable,
  type OpenChoice,
  placed,
  type Referral,
} from './referral-outcome.ts';
import {
  refuseAge,
  refuseEnded,
  refuseNoneLeft,
  refuseNotOffered,
  refuseOutside,
  refusePracticeElsewhere,
  refuseWithoutPlace,
  refuseWithoutRule,
  refuseWithoutTeam,
} from './refusals.ts';
import { type Arrangement, arrangementsOn } from './arrangement.ts';
import type { Team } from './team.ts';
import { answeringTeam, type AnsweringTeam } from './team-offer.ts';

export type ReferralQuestion = {
  readonly place: PlaceOutcome;
  readonly need: Need;
  readonly age: number | undefined;
  /** Undefined when not given; `unknown` when the code is in no record. */
  readonly practice: Practice | 'unknown' | undefined;
  readonly on: LocalDate;
  /** The moment that decides opening hours, epoch milliseconds. */
  readonly at: number;
  /** Answers to questions asked before, by key. */
  readonly answers: ReadonlyMap<string, string>;
};

/** A question before its hour is known. */
export type DayQuestion = Omit<ReferralQuestion, 'at'> & {
  /** The day on which it is asked, in London: entries grow stale. */
  readonly today: LocalDate;
};

/** What a release knows that decisions need. */
export type Directory = {
  readonly sets: readonly BoundarySet[];
  readonly areas: readonly Area[];
  readonly teams: readonly Team[];
  readonly arrangements: readonly Arrangement[];
  /** All ground there is, as far as any place lies in it. */
  readonly grounds: readonly Ground[];
};

/**
 * Who is responsible for this need at this place. The need is decided on every piece of ground the
 * address may lie on; one decision is an answer, several are a question.
 */
export function decideReferral(question: ReferralQuestion, directory: Directory): Referral {
  const { at, place } = question;
  const decided = decideOnDay({ ...question, today: londonDate(at) }, directory);
  return placed(atHour(decided, at), place);
}

/** The same for all hours of a day, which only tell who is open. */
export function decideOnDay(question: DayQuestion, directory: Directory): Decided {
  const answer = answerOnDay(question, directory);
  if ('answer' in answer) return answer;
  return { answer, parts: null };
}

function answerOnDay(
  question: DayQuestion,
  directory: Directory,
): Decided | OpenChoice | NotRoutable {
  const { place: outcome } = question;
  const need = needOn(question.need, question.on);
  if (outcome.kind === 'not-located') return refuseWithoutPlace(outcome, need);
  const { place } = outcome;
  const facts = factsOf({ ...question, need }, directory);
  if (!fitsAge(need.ages, facts.age)) return refuseAge(need);
  if (need.sectors.length === 0) return refuseWithoutRule(need, question.on);
  const candidates = candidatesOf(place, question, facts);
  if (place.ended && place.ended <= question.on) {
    const answer = question.answers.get(ENDED);
    if (answer === NOT_THERE) return refuseEnded();
    if (answer !== STILL_THERE)
      return askWhetherEnded(place.ended, place.nearby, urgentTeams(candidates, question));
  }
  const [first] = candidates;
  if (!first) return refuseNoneLeft(need);
  if (isDivided(candidates)) return askBetween(candidates, question, facts);
  const bands = facts.age === undefined ? ageBandsOf(first.decision, need) : [];
  return bands.length > 1
    ? askAge(bands, urgentTeams(candidates, question))
    : answerWith(first.decision, {
        question: { ...question, need },
        place,
        facts,
        directory,
        candidates,
      });
}

/** Where nobody is responsible on any of the ground, no answer would help. */
function isDivided([first, ...others]: readonly Candidate[]): boolean {
  if (!first) return false;
  const isSomeones = [first, ...others].some(({ decision }) => decision.responsible.length > 0);
  return isSomeones && !others.every(({ decision }) => isSameDecision(decision, first.decision));
}

/** Every piece of ground the address may lie on, once, with what would be decided there. */
function candidatesOf(place: Place, { answers }: DayQuestion, facts: Facts): Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const { ground, share } of answeredParts(place.parts, answers, facts)) {
    const counting = groundInForce(ground, facts);
    const key = counting.map(({ id }) => id).join();
    const same = candidates.get(key);
    candidates.set(key, {
      ground: counting,
      share: share + (same?.share ?? 0),
      decision: same?.decision ?? decide(counting, facts),
    });
  }
  return [...candidates.values()].sort(largestFirst);
}

/** Then by what it is, so that the order in which parts were stored shows nowhere. */
function largestFirst(a: Candidate, b: Candidate): number {
  const key = ({ ground }: Candidate): string => ground.map(({ id }) => id).join();
  return compareShares(a.share, b.share) || (key(a) < key(b) ? -1 : 1);
}

const ENDED = 'ended';
const STILL_THERE = 'still-there';
const NOT_THERE = 'not-there';

function factsOf(question: DayQuestion, directory: Directory): Facts {
  const { place, need, on, practice, answers } = question;
  const { sets, areas, teams, grounds } = directory;
  const health = sets.filter(({ kind }) => HEALTH_KINDS.includes(kind));
  const responsible = setOfRule('gp-registration', sets);
  const said = health.map(({ kind }) => answers.get(kind)).find((answer) => answer !== undefined);
  const ofPractice =
    practice && practice !== 'unknown'
      ? bodyOfPractice(
          practice,
          on,
          areas.filter(({ set }) => set === responsible),
        )
      : undefined;
  const registered = ofPractice ?? (said === undefined ? undefined : findArea(areas, health, said));
  return {
    need,
    age: question.age ?? ageSaid(answers),
    on,
    sets,
    teams,
    grounds,
    registered,
    registeredElsewhere: said === ELSEWHERE && !registered,
    noFixedAbode: place.kind === 'located' && place.place.precision === 'AREA',
    practiceUnknown: practice !== undefined && !registered,
  };
}

/** The ground left once earlier answers are taken into account; a health answer says where to register, not where home is. */
function answeredParts(
  parts: readonly Part[],
  answers: ReadonlyMap<string, string>,
  { sets, registered, registeredElsewhere }: Facts,
): readonly Part[] {
  return sets.reduce((left, set) => {
    const answer = answers.get(set.kind);
    if (answer === undefined) return left;
    const isOfPractice = registeredElsewhere && HEALTH_KINDS.includes(set.kind);
    return registered?.set === set || isOfPractice ? left : keepAnswered(left, set, answer);
  }, parts);
}

/** With no fixed abode, where the person is was only ever said by answers. */
function wholeOf(candidates: readonly Candidate[]): Part[] {
  const total = candidates.reduce((sum, { share }) => sum + share, 0);
  return candidates.map(({ ground, share }) => ({ ground, share: share / total }));
}

type Agreed = {
  readonly question: DayQuestion;
  readonly place: Place;
  readonly facts: Facts;
  readonly directory: Directory;
  readonly candidates: readonly Candidate[];
};

function answerWith(decision: Decision, agreed: Agreed): Decided | NotRoutable {
  const { question, place, facts, directory, candidates } = agreed;
  const { need, today } = question;
  if (decision.notOffered) return refuseNotOffered(need, decision.notOffered);
  if (decision.responsible.length === 0)
    return facts.registeredElsewhere && need.sectors.every(({ rule }) => goesByPractice(rule))
      ? refusePracticeElsewhere()
      : refuseOutside(need);
  if (decision.teams.length === 0) return refuseWithoutTeam(need, decision.responsible);
  const basis = {
    decision,
    need,
    place: { ...place, parts: candidates },
    today,
    practiceUnknown: facts.practiceUnknown,
    practiceElsewhere: facts.registeredElsewhere,
    answered: new Set(question.answers.keys()),
  };
  const sectors = need.sectors.map(({ sector }) => sector);
  const ground = candidates[0]?.ground ?? [];
  const arrangements = directory.arrangements.filter(({ covers }) =>
    candidates.every((candidate) => coversGround(covers, candidate.ground)),
  );
  const beside = decision.teams;
  return {
    answer: {
      kind: 'routed',
      need,
      responsible: decision.responsible,
      teams: beside.map((team) => answeringTeam(team, { sectors, ground, beside, today })),
      arrangements: arrangementsOn(arrangements, facts.on, today),
      reasons: reasonsOf(basis),
      confidence: confidenceOf(basis),
    },
    parts: facts.noFixedAbode ? wholeOf(candidates) : null,
  };
}

function askBetween(
  candidates: readonly Candidate[],
  question: DayQuestion,
  facts: Facts,
): OpenChoice {
  const { key, text, options } = questionFor(facts, candidates);
  return {
    kind: 'needs-choice',
    reason: facts.noFixedAbode ? 'WHERE_NOW' : 'STRADDLES',
    key,
    question: text,
    options,
    message: facts.noFixedAbode
      ? 'With no fixed abode, the place where the person is now decides.'
      : 'Addresses with this postcode may lie on either side of a line that matters to this need.',
    urgent: urgentTeams(candidates, question),
    nearby: [],
  };
}

/** While a question is open, an urgent need is given everyone who may have to act, each once. */
function urgentTeams(
  candidates: readonly Candidate[],
  { need, today }: DayQuestion,
): AnsweringTeam[] {
  if (!need.urgent) return [];
  const sectors = need.sectors.map(({ sector }) => sector);
  const found = new Map<Team, AnsweringTeam>();
  for (const { ground, decision } of candidates)
    for (const team of decision.teams)
      if (!found.has(team))
        found.set(team, answeringTeam(team, { sectors, ground, beside: decision.teams, today }));
  return [...found.values()];
}

function askWhetherEnded(
  ended: LocalDate,
  nearby: Place['nearby'],
  urgent: readonly AnsweringTeam[],
): OpenChoice {
  return {
    kind: 'needs-choice',
    reason: 'ENDED',
    key: ENDED,
    question: 'Does the person still live where this postcode was?',
    options: [
      {
        answer: STILL_THERE,
        label: 'Yes, it is an old postcode of the same home',
        share: null,
        area: null,
      },
      { answer: NOT_THERE, label: 'No, or not sure', share: null, area: null },
    ],
    message: `This postcode ended on ${dayInWords(ended)}. If the home has a new postcode, use that one.`,
    urgent,
    nearby,
  };
}
