import { dayInWords, type LocalDate } from './calendar.ts';
import { ageBandInWords } from './age-question.ts';
import type { Responsibility } from './decision.ts';
import { type Need, type NotOffered, type Sector, SECTOR_IN_WORDS } from './need.ts';
import { ASK_PRACTICE, nextAfter, nextOutside, suggested, URGENT_STEP } from './next-steps.ts';
import type { NotLocated } from './place.ts';
import type { NextStep, NotRoutable, NotRoutableReason } from './referral-outcome.ts';

/** Answers that name nobody: the reason, a sentence about it, and where to turn. */

export function refuseWithoutPlace(outcome: NotLocated, need: Need): NotRoutable {
  const { reason, message, suggestions, candidates, country } = outcome;
  const next =
    reason === 'OUT_OF_COVERAGE' ? nextOutside(sectorsOf(need), country) : nextAfter(reason);
  return { ...refuse(reason, message, [...suggested(suggestions), ...next]), candidates };
}

export function refuseEnded(): NotRoutable {
  return refuse(
    'UNKNOWN',
    'That postcode has ended. Ask for the postcode of the person’s home today.',
    nextAfter('UNKNOWN'),
  );
}

export function refuseNoneLeft(need: Need): NotRoutable {
  return refuse(
    'OUT_OF_COVERAGE',
    'The answers given leave no place that this postcode can be in.',
    nextOutside(sectorsOf(need)),
  );
}

export function refuseOutside(need: Need): NotRoutable {
  return refuse(
    'OUT_OF_COVERAGE',
    'This place is outside the areas this service knows for that date.',
    nextOutside(sectorsOf(need)),
  );
}

/** The home is known, and counts for nothing here: the practice decides, and belongs to a body of no record. */
export function refusePracticeElsewhere(): NotRoutable {
  return refuse(
    'OUT_OF_COVERAGE',
    'The GP practice belongs to an NHS body outside the area this service covers, and that body is responsible.',
    [{ label: 'What to do', detail: ASK_PRACTICE }, URGENT_STEP],
  );
}

export function refuseWithoutRule({ name }: Need, on: LocalDate): NotRoutable {
  return refuse(
    'NO_RULE_RECORDED',
    `This release holds no rule that says who answered for “${name}” on ${dayInWords(on)}. That does not mean that nobody did.`,
    nextAfter('NO_RULE_RECORDED'),
  );
}

export function refuseNotOffered({ name }: Need, { because, instead }: NotOffered): NotRoutable {
  return refuse('NOT_OFFERED_HERE', `${name} is not offered here. ${because}`, [
    { label: 'Instead', detail: instead },
    URGENT_STEP,
  ]);
}

export function refuseAge({ name, ages }: Need): NotRoutable {
  return refuse('AGE_OUT_OF_RANGE', `${name} is for people ${ageBandInWords(ages)}.`, [
    { label: 'Choose another need', detail: 'Children’s and adults’ needs are listed apart.' },
    URGENT_STEP,
  ]);
}

/** Names the body of each sector of the need, and each sector that has none. */
export function refuseWithoutTeam(need: Need, responsible: readonly Responsibility[]): NotRoutable {
  const bodies = [...new Set(responsible.map(({ body }) => body))];
  const without = sectorsOf(need).filter(
    (sector) => !responsible.some((each) => each.sector === sector),
  );
  return refuse(
    'NO_TEAM_RECORDED',
    [
      `No team is recorded for “${need.name}” here.`,
      ...without.map((sector) => `No body is known here for its ${SECTOR_IN_WORDS[sector]} part.`),
    ].join(' '),
    [
      ...bodies.map((body) => ({
        label: `Ring ${body.name}`,
        detail: `It is responsible for ${partsOf(responsible.filter((each) => each.body === body))}: ask its switchboard who answers this need.`,
      })),
      ...without.map((sector) => ({
        label: `For ${SECTOR_IN_WORDS[sector]}`,
        detail: sector === 'HEALTH' ? ASK_PRACTICE : ASK_COUNCIL,
      })),
      URGENT_STEP,
    ],
  );
}

const ASK_COUNCIL =
  'Ring the council for that address, whichever it is: find it at gov.uk/find-local-council.';

function partsOf(responsible: readonly Responsibility[]): string {
  return responsible.map(({ sector }) => SECTOR_IN_WORDS[sector]).join(' and ');
}

function sectorsOf({ sectors }: Need): Sector[] {
  return [...new Set(sectors.map(({ sector }) => sector))];
}

function refuse(
  reason: NotRoutableReason,
  message: string,
  next: readonly NextStep[],
): NotRoutable {
  return { kind: 'not-routable', reason, message, next, candidates: [] };
}
