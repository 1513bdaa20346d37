import type { ChoiceOption } from './choice.ts';
import type { Responsibility } from './decision.ts';
import { type Need, RULES } from './need.ts';
import type {
  AreaAtPlace,
  Confidence,
  NotLocatedReason,
  Part,
  Place,
  PlaceOutcome,
} from './place.ts';
import type { Postcode } from './postcode.ts';
import type { Team } from './team.ts';
import type { ArrangementHere } from './arrangement.ts';
import { type AnsweringTeam, offerAt, type TeamOffer } from './team-offer.ts';

/** Rules of responsibility first, then what makes an answer less than sure. */
export const REASON_CODES = [
  ...RULES,
  'presumed',
  'practice-unknown',
  'boundary-status',
  'no-body',
  'no-team',
  'several-teams',
  'not-checked',
  'ENDED',
  'BY_SECTOR',
  'NO_FIXED_ABODE',
  'NEAR_LINE',
  'POSITION_ROUGH',
  'POSITION_GUESSED',
  'LARGE_USER',
  'DIRECTORY_DISAGREES',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** One step of the reasoning: the rule applied, the fact it was applied to, and where the rule comes from. */
export type Reason = {
  readonly rule: ReasonCode;
  readonly fact: string;
  readonly source: string;
  /** Where the source can be read; null where that is this release's own data. */
  readonly link: string | null;
};

export const CHOICE_REASONS = ['STRADDLES', 'ENDED', 'WHERE_NOW', 'AGE'] as const;
/** Why one more fact is needed. */
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

export type NextStep = { readonly label: string; readonly detail: string };

export type NotRoutableReason =
  | NotLocatedReason
  | 'NO_TEAM_RECORDED'
  | 'NO_RULE_RECORDED'
  | 'NOT_OFFERED_HERE'
  | 'AGE_OUT_OF_RANGE';

export type Routed = {
  readonly kind: 'routed';
  readonly place: Place;
  readonly need: Need;
  readonly responsible: readonly Responsibility[];
  readonly teams: readonly TeamOffer[];
  readonly arrangements: readonly ArrangementHere[];
  readonly reasons: readonly Reason[];
  readonly confidence: Confidence;
  readonly at: number;
};

export type NeedsChoice = {
  readonly kind: 'needs-choice';
  readonly reason: ChoiceReason;
  readonly key: string;
  readonly question: string;
  readonly options: readonly ChoiceOption[];
  readonly message: string;
  /** For urgent needs: everyone who may have to act, to be rung before the question is settled. */
  readonly urgent: readonly TeamOffer[];
  /** Those, and everyone who may have to act at another hour. */
  readonly standby: readonly Team[];
  /** Live postcodes near one that has ended, the nearest first. */
  readonly nearby: readonly Postcode[];
};

export type NotRoutable = {
  readonly kind: 'not-routable';
  readonly reason: NotRoutableReason;
  readonly message: string;
  readonly next: readonly NextStep[];
  /** For part of a postcode: every area any of its homes may lie in. Never grounds for a team. */
  readonly candidates: readonly AreaAtPlace[];
};

export type Referral = Routed | NeedsChoice | NotRoutable;

/** A referral without the place it was asked about: the same for every place that lies alike. */
export type Placeless = Omit<Routed, 'place'> | NeedsChoice | NotRoutable;

export type Settled = {
  readonly referral: Placeless;
  readonly parts: PartsLeft;
};

/** Of a person with no fixed abode: the ground that answers left. Null for any other place. */
type PartsLeft = readonly Part[] | null;

/** What is decided before the hour is known: the same all day. */
export type Decided = {
  readonly answer: RoutedAllDay | OpenChoice | NotRoutable;
  readonly parts: PartsLeft;
};

export type RoutedAllDay = Omit<Routed, 'place' | 'teams' | 'at'> & {
  readonly teams: readonly AnsweringTeam[];
};

/** With everyone who may have to act, whether they answer at that hour or not. */
export type OpenChoice = Omit<NeedsChoice, 'urgent' | 'standby'> & {
  readonly urgent: readonly AnsweringTeam[];
};

/** At a moment of that day, epoch milliseconds. */
export function atHour({ answer, parts }: Decided, at: number): Settled {
  switch (answer.kind) {
    case 'routed': {
      const teams = answer.teams.map((team) => offerAt(team, at));
      return { referral: { ...answer, teams, at }, parts };
    }
    case 'needs-choice': {
      const urgent = answer.urgent.map((team) => offerAt(team, at));
      const answering = urgent.filter(({ contactNow }) => contactNow !== null);
      const standby = answer.urgent.map(({ team }) => team);
      return { referral: { ...answer, urgent: answering, standby }, parts };
    }
    case 'not-routable':
      return { referral: answer, parts };
  }
}

/** Puts the place back that was asked about. */
export function placed({ referral, parts }: Settled, outcome: PlaceOutcome): Referral {
  if (referral.kind !== 'routed') return referral;
  if (outcome.kind !== 'located') throw new Error('A referral was routed without a place');
  return { ...referral, place: parts ? { ...outcome.place, parts } : outcome.place };
}
