import type { Area, BoundarySet } from './area.ts';
import type { LocalDate } from './calendar.ts';
import {
  type Candidate,
  type ChoiceOption,
  HEALTH_KINDS,
  keepAnswered,
  questionFor,
} from './choice.ts';
import { decide, type Decision, type Facts, findArea, isSameDecision, type Responsibility } from './decision.ts';
import { fitsAge, type Need, RULE_OF } from './need.ts';
import {
  type Confidence,
  type NotLocatedReason,
  type Part,
  type Place,
  type PlaceOutcome,
  placeConfidence,
} from './place.ts';
import { bodyOfPractice, type Practice } from './practice.ts';
import { type Arrangement, coversGround, type Team } from './team.ts';
import { holds } from './calendar.ts';
import { offerTeam, type TeamOffer } from './team-offer.ts';

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

/** What a release knows that decisions need. */
export type Directory = {
  readonly sets: readonly BoundarySet[];
  readonly areas: readonly Area[];
  readonly teams: readonly Team[];
  readonly arrangements: readonly Arrangement[];
};

/** One step of the reasoning: the rule applied, the fact it was applied to, and where the rule comes from. */
export type Reason = { readonly rule: string; readonly fact: string; readonly source: string };

export type NextStep = { readonly label: string; readonly detail: string };

export type NotRoutableReason =
  | NotLocatedReason
  | 'NO_TEAM_RECORDED'
  | 'NOT_OFFERED_HERE'
  | 'AGE_OUT_OF_RANGE';

export type Routed = {
  readonly kind: 'routed';
  readonly place: Place;
  readonly need: Need;
  readonly responsible: readonly Responsibility[];
  readonly teams: readonly TeamOffer[];
  readonly arrangements: readonly Arrangement[];
  readonly reasons: readonly Reason[];
  readonly confidence: Confidence;
  readonly at: number;
};

export type NeedsChoice = {
  readonly kind: 'needs-choice';
  readonly key: string;
  readonly question: string;
  readonly options: readonly ChoiceOption[];
  readonly message: string;
  /** For urgent needs: everyone who may have to act, to be rung before the question is settled. */
  readonly urgent: readonly TeamOffer[];
};

export type NotRoutable = {
  readonly kind: 'not-routable';
  readonly reason: NotRoutableReason;
  readonly message: string;
  readonly next: readonly NextStep[];
};

export type Referral = Routed | NeedsChoice | NotRoutable;

/**
 * Who is responsible for this need at this place. The need is decided on every piece of ground the
 * address may lie on; one decision is an answer, several are a question.
 */
export function decideReferral(question: ReferralQuestion, directory: Directory): Referral {
  const { place: outcome, need, age } = question;
  if (outcome.kind === 'not-located')
    return notRoutable(outcome.reason, outcome.message, nextAfter(outcome.reason));
  if (!fitsAge(need.ages, age)) return outsideAgeBand(need);
  const { place } = outcome;
  if (place.ended && question.answers.get(ENDED) !== STILL_THERE) return askWhetherEnded(place.ended);

  const facts = factsOf(question, directory);
  const candidates = answeredParts(place.parts, question.answers, facts).map((part) => ({
    ...part,
    decision: decide(part.ground, facts),
  }));
  const [first] = candidates;
  if (!first) return notRoutable('OUT_OF_COVERAGE', NOT_AMONG, nextAfter('OUT_OF_COVERAGE'));
  return candidates.every(({ decision }) => isSameDecision(decision, first.decision))
    ? answerWith(first.decision, { question, place, facts, directory, candidates })
    : askBetween(candidates, question, facts);
}

const ENDED = 'ended';
const STILL_THERE = 'still-there';
const NOT_AMONG = 'The answers given leave no place that this postcode can be in.';

function factsOf(question: ReferralQuestion, { sets, areas, teams }: Directory): Facts {
  const { need, age, on, practice, answers } = question;
  const health = sets.filter(({ kind }) => HEALTH_KINDS.includes(kind));
  const healthBodies = areas.filter(({ set }) => health.includes(set));
  const said = health.map(({ kind }) => answers.get(kind)).find((answer) => answer !== undefined);
  const registered =
    practice && practice !== 'unknown'
      ? bodyOfPractice(practice, on, healthBodies)
      : said === undefined
        ? undefined
        : findArea(areas, health, said);
  return { need, age, on, sets, teams, registered };
}

/** The ground left once earlier answers are taken into account; a health answer says where to register, not where home is. */
function answeredParts(
  parts: readonly Part[],
  answers: ReadonlyMap<string, string>,
  { sets, registered }: Facts,
): readonly Part[] {
  return sets.reduce((left, set) => {
    const answer = answers.get(set.kind);
    if (answer === undefined) return left;
    return registered?.set === set ? left : keepAnswered(left, set, answer);
  }, parts);
}

type Settled = {
  readonly question: ReferralQuestion;
  readonly place: Place;
  readonly facts: Facts;
  readonly directory: Directory;
  readonly candidates: readonly Candidate[];
};

function answerWith(decision: Decision, settled: Settled): Referral {
  const { question, place, facts, directory, candidates } = settled;
  const { need, at } = question;
  const bodies = [...new Set(decision.responsible.map(({ body }) => body))];
  if (bodies.length === 0)
    return notRoutable(
      'OUT_OF_COVERAGE',
      'This place is outside the areas this service knows for that date.',
      nextAfter('OUT_OF_COVERAGE'),
    );
  if (decision.teams.length === 0)
    return notRoutable(
      'NO_TEAM_RECORDED',
      `No team is recorded for ${need.name.toLowerCase()} here.`,
      bodies.map((body) => ({
        label: `Ring ${body.name}`,
        detail: 'It is responsible: ask its switchboard who answers this need.',
      })),
    );
  const sectors = need.sectors.map(({ sector }) => sector);
  const ground = candidates[0]?.ground ?? [];
  return {
    kind: 'routed',
    place,
    need,
    responsible: decision.responsible,
    teams: decision.teams.map((team) => offerTeam(team, sectors, at)),
    arrangements: directory.arrangements.filter(
      ({ covers, period }) => holds(period, facts.on) && coversGround(covers, withRegistered(ground, facts)),
    ),
    reasons: reasonsOf(decision, settled),
    confidence: confidenceOf(decision, settled),
    at,
  };
}

function withRegistered(ground: Part['ground'], { sets, registered }: Facts): Part['ground'] {
  const inForce = ground.filter((area) => sets.includes(area.set));
  return registered ? [...inForce.filter(({ set }) => set !== registered.set), registered] : inForce;
}

function askBetween(candidates: readonly Candidate[], question: ReferralQuestion, facts: Facts): NeedsChoice {
  const { need, at } = question;
  const { key, text, options } = questionFor(need, candidates, facts.sets);
  return {
    kind: 'needs-choice',
    key,
    question: text,
    options,
    message: 'Addresses with this postcode may lie on either side of a line that matters to this need.',
    urgent: need.urgent ? urgentOffers(candidates, need, at) : [],
  };
}

function urgentOffers(candidates: readonly Candidate[], need: Need, at: number): TeamOffer[] {
  const sectors = need.sectors.map(({ sector }) => sector);
  const teams = [...new Set(candidates.flatMap(({ decision }) => decision.teams))];
  return teams.map((team) => offerTeam(team, sectors, at)).filter(({ contactNow }) => contactNow !== null);
}

function askWhetherEnded(ended: LocalDate): NeedsChoice {
  return {
    kind: 'needs-choice',
    key: ENDED,
    question: 'Does the person still live where this postcode was?',
    options: [
      { answer: STILL_THERE, label: 'Yes, it is an old postcode of the same home', share: null, area: null },
    ],
    message: `This postcode ended on ${ended}. If the home has a new postcode, use that one.`,
    urgent: [],
  };
}

function outsideAgeBand(need: Need): NotRoutable {
  const { from, to } = need.ages;
  const band = to === null ? `aged ${from ?? 0} and over` : `aged ${from ?? 0} to ${to}`;
  return notRoutable('AGE_OUT_OF_RANGE', `${need.name} is for people ${band}.`, [
    { label: 'Choose another need', detail: 'Children’s and adults’ needs are listed apart.' },
  ]);
}

function reasonsOf(decision: Decision, { question, place, facts }: Settled): Reason[] {
  const reasons: Reason[] = decision.responsible.map(({ rule, because }) => ({
    rule,
    fact: because,
    source: RULE_OF[rule].source,
  }));
  for (const { rule, presumed } of decision.responsible) {
    const { presumedUnless, source } = RULE_OF[rule];
    if (presumed && presumedUnless !== null) reasons.push({ rule: 'presumed', fact: presumedUnless, source });
  }
  if (question.practice !== undefined && !facts.registered)
    reasons.push({
      rule: 'practice-unknown',
      fact: 'No record says which NHS body this GP practice belonged to on that day, so the home was used.',
      source: 'GP practice membership of this release',
    });
  for (const set of bodySets(decision)) {
    if (set.status === 'OFFICIAL') continue;
    reasons.push({ rule: 'boundary-status', fact: `The ${set.kind} lines are ${set.status.toLowerCase()}.`, source: set.source });
  }
  return [...reasons, ...doubtsAbout(place, bodySets(decision)).map(({ code, message }) => ({ rule: code, fact: message, source: 'Distance to the lines that matter to this need' }))];
}

/** Only doubts about lines that matter to this need count: rule 5 of the design. */
function confidenceOf(decision: Decision, { place }: Settled): Confidence {
  const doubtful =
    decision.responsible.some(({ presumed }) => presumed) ||
    bodySets(decision).some(({ status }) => status !== 'OFFICIAL') ||
    doubtsAbout(place, bodySets(decision)).length > 0;
  return doubtful ? 'MEDIUM' : 'HIGH';
}

/** A line the address straddles is no doubt here: both sides gave this one decision. */
function doubtsAbout(place: Place, sets: readonly BoundarySet[]): ReturnType<typeof placeConfidence>['warnings'] {
  return placeConfidence(place, sets).warnings.filter(({ code }) => code !== 'STRADDLES');
}

function bodySets({ responsible }: Decision): BoundarySet[] {
  return [...new Set(responsible.map(({ body }) => body.set))];
}

function notRoutable(reason: NotRoutableReason, message: string, next: readonly NextStep[]): NotRoutable {
  return { kind: 'not-routable', reason, message, next };
}

const URGENT_STEP: NextStep = {
  label: 'If someone is in danger now',
  detail: 'Ring 999. For urgent medical advice ring 111.',
};

function nextAfter(reason: NotRoutableReason): NextStep[] {
  const advice: Record<NotRoutableReason, string> = {
    MALFORMED: 'Check the postcode and enter it again.',
    PARTIAL: 'Enter the whole postcode: the first half covers too many homes.',
    UNKNOWN: 'Check the postcode on a letter or with the person; a new one may not be in this release.',
    NO_POSITION: 'Ask the person which council is on their council tax bill, and ring that council.',
    NON_GEOGRAPHIC: 'Ask for the postcode of the home.',
    FORCES: 'Ask for the postcode of the unit, or ring the defence medical centre.',
    CROWN_DEPENDENCY: 'Ring the health and social services of that island.',
    OVERSEAS: 'The person has no home address in the UK: act where the person is now.',
    PSEUDO: 'Ask where the person is staying now; with no fixed abode, use the place where they are.',
    OUT_OF_COVERAGE: 'Ring the council for that address: find it at gov.uk/find-local-council.',
    NO_EDITION: 'Choose another date.',
    NO_TEAM_RECORDED: 'Ring the responsible body.',
    NOT_OFFERED_HERE: 'Ring the responsible body.',
    AGE_OUT_OF_RANGE: 'Choose another need.',
  };
  return [{ label: 'What to do', detail: advice[reason] }, URGENT_STEP];
}
