import { type BoundarySet, type Kind, kindName } from './area.ts';
import { dayInWords, type LocalDate } from './calendar.ts';
import { type Decision, goesByPractice, type Responsibility } from './decision.ts';
import { type Need, RULE_OF, SECTOR_IN_WORDS } from './need.ts';
import {
  type Confidence,
  isFromDirectory,
  isGrave,
  type Place,
  placeConfidence,
  type Warning,
  type WarningCode,
} from './place.ts';
import type { Reason, ReasonCode } from './referral-outcome.ts';
import { isStale, STALE_AFTER_DAYS } from './team.ts';

/** What an answer rests on. */
export type Basis = {
  readonly decision: Decision;
  readonly need: Need;
  /** The part of it that the answers left. */
  readonly place: Place;
  /** The day on which it is asked, in London. */
  readonly today: LocalDate;
  /** A practice was named, and no record says which body it belonged to. */
  readonly practiceUnknown: boolean;
  /** The asker said that the practice belongs to a body this release does not know. */
  readonly practiceElsewhere: boolean;
  /** Kinds of boundary the asker has settled by an answer. */
  readonly answered: ReadonlySet<Kind>;
};

/** Every rule applied, every fact it was applied to, and every doubt. */
export function reasonsOf(basis: Basis): Reason[] {
  const { decision, need, practiceUnknown } = basis;
  const practiceCounts = need.sectors.some(({ rule }) => goesByPractice(rule));
  return [
    ...decision.responsible.map(({ rule, because, source, link }) => ({
      rule,
      fact: because,
      source,
      link,
    })),
    ...presumptions(decision),
    ...(practiceUnknown && practiceCounts ? [PRACTICE_UNKNOWN] : []),
    ...unofficial(decision),
    ...gaps(basis),
    ...unchecked(basis),
    ...doubts(basis).map((doubt) => ({
      rule: doubt.code,
      fact: doubt.message,
      source: isFromDirectory(doubt)
        ? 'Postcode directory of this release'
        : 'Distance to the lines that matter to this need',
      link: null,
    })),
  ];
}

/** Only doubts about lines that matter to this need count: a line inside one county is none to its social care. */
export function confidenceOf(basis: Basis): Confidence {
  const { decision } = basis;
  if (gaps(basis).length > 0 || doubts(basis).some(isGrave)) return 'LOW';
  const doubtful =
    presumptions(decision).length + unofficial(decision).length + doubts(basis).length > 0;
  return doubtful ? 'MEDIUM' : 'HIGH';
}

const PRACTICE_UNKNOWN: Reason = {
  rule: 'practice-unknown',
  fact: 'No record says which NHS body this GP practice belonged to on that day, so the home was used.',
  source: 'GP practice membership of this release',
  link: null,
};

function presumptions({ responsible }: Decision): Reason[] {
  return responsible.flatMap(({ rule, presumed, source, link }) => {
    const { presumedUnless } = RULE_OF[rule];
    return presumed && presumedUnless !== null
      ? [{ rule: 'presumed' as const, fact: presumedUnless, source, link }]
      : [];
  });
}

/** Lines that are not the official ones; how an old line was drawn is no doubt about a body that a GP practice names. */
function unofficial({ responsible }: Decision): Reason[] {
  const byLine = setsOf({ responsible: responsible.filter(isByLine) });
  return setsOf({ responsible })
    .filter(({ status }) => status !== 'OFFICIAL')
    .filter((set) => set.status !== 'RECONSTRUCTED' || byLine.includes(set))
    .map(({ kind, status, source }) => ({
      rule: 'boundary-status' as const,
      fact: `The ${kindName(kind)} lines are ${status.toLowerCase()}.`,
      source,
      link: null,
    }));
}

const PRACTICE_ELSEWHERE =
  'The GP practice belongs to an NHS body outside the area this service covers: ask the practice about the health part.';

/** Sectors of the need that this answer leaves without a body, without a team, or with several. */
function gaps({ decision, need, practiceElsewhere }: Basis): Reason[] {
  return need.sectors.flatMap(({ sector, rule }) => {
    const named = SECTOR_IN_WORDS[sector];
    if (!decision.responsible.some((each) => each.sector === sector))
      return [
        gap(
          'no-body',
          practiceElsewhere && goesByPractice(rule)
            ? PRACTICE_ELSEWHERE
            : `No body is known here for ${named} on that day. Ask locally.`,
        ),
      ];
    if (!decision.teams.some(({ sectors }) => sectors.includes(sector)))
      return [gap('no-team', `No team is recorded here for ${named}. Ring the responsible body.`)];
    const fitting = decision.teams.filter(({ sectors }) => sectors.includes(sector));
    return fitting.length > 1
      ? [
          gap(
            'several-teams',
            `${fitting.map(({ name }) => name).join(' and ')} fit equally for ${named}: ring either and ask.`,
          ),
        ]
      : [];
  });
}

/** Teams whose entry nobody has checked for too long. */
function unchecked({ decision, today }: Basis): Reason[] {
  return decision.teams
    .filter((team) => isStale(team, today))
    .map(({ name, checkedOn }) =>
      gap(
        'not-checked',
        `The entry of ${name} was last checked on ${dayInWords(checkedOn)}, more than ${STALE_AFTER_DAYS} days ago: check the number.`,
      ),
    );
}

function gap(rule: ReasonCode, fact: string): Reason {
  return { rule, fact, source: 'Boundary sets and directory of this release', link: null };
}

type Doubt = Warning & { readonly code: Exclude<WarningCode, 'STRADDLES' | 'OFF_THE_EDGE'> };

function isDoubt(warning: Warning): warning is Doubt {
  return warning.code !== 'STRADDLES' && warning.code !== 'OFF_THE_EDGE';
}

/**
 * A line the address straddles is no doubt here: both sides gave this one decision, or the asker said which.
 * Nor is one of a set whose body the GP practice named, wherever the home is.
 */
function doubts({ decision, place, answered }: Basis): Doubt[] {
  const sets = setsOf({ responsible: decision.responsible.filter(isByLine) }).filter(
    ({ kind }) => !answered.has(kind),
  );
  return placeConfidence(place, sets).warnings.filter(isDoubt);
}

/** False where the GP practice named the body, wherever the home is. */
function isByLine({ rule, presumed }: Responsibility): boolean {
  return rule !== 'gp-registration' || presumed;
}

function setsOf({ responsible }: Pick<Decision, 'responsible'>): BoundarySet[] {
  return [...new Set(responsible.map(({ body }) => body.set))];
}
