import type { ChoiceOption } from './choice.ts';
import type { Responsibility } from './decision.ts';
import type { Need } from './need.ts';
import type { Confidence, NotLocatedReason, Place } from './place.ts';
import type { Arrangement } from './team.ts';
import type { TeamOffer } from './team-offer.ts';

/** One step of the reasoning: the rule applied, the fact it was applied to, and where the rule comes from. */
export type Reason = { readonly rule: string; readonly fact: string; readonly source: string };

export type NextStep = { readonly label: string; readonly detail: string };

export type NotRoutableReason =
  NotLocatedReason | 'NO_TEAM_RECORDED' | 'NOT_OFFERED_HERE' | 'AGE_OUT_OF_RANGE';

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
