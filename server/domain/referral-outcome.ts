import type { ChoiceOption } from './choice.ts';
import type { Responsibility } from './decision.ts';
import { type Need, RULES } from './need.ts';
import type { AreaAtPlace, Confidence, NotLocatedReason, Place } from './place.ts';
import type { Postcode } from './postcode.ts';
import type { ArrangementHere } from './arrangement.ts';
import type { TeamOffer } from './team-offer.ts';

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
