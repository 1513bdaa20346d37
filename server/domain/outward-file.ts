import type { Kind } from './area.ts';
import type { LocalDate } from './calendar.ts';
import type { Sector } from './need.ts';
import type { Confidence } from './place.ts';
import type { Outcode, Postcode } from './postcode.ts';
import type { ChoiceReason, NextStep, NotRoutableReason } from './referral-outcome.ts';
import type { Contact } from './team.ts';

/** Every answer one outward code has, for one need and one day: whoever holds it can look postcodes up alone. */
export type OutwardFile = {
  readonly outcode: Outcode;
  readonly need: string;
  readonly date: LocalDate;
  readonly release: { readonly id: string; readonly notices: readonly string[] };
  /** What the numbers in it are, and are not. */
  readonly contacts: string;
  /** Each once. */
  readonly answers: readonly ShortAnswer[];
  /** By inward code (`8UJ`): which of the answers. */
  readonly listed: Readonly<Record<string, number>>;
  /** By the digit an inward code begins with, for those not listed. */
  readonly unlisted: Readonly<Record<string, number>>;
};

/** A referral outcome as far as a row of a table holds it. */
export type ShortAnswer =
  | {
      readonly outcome: 'Routed';
      readonly confidence: Confidence;
      readonly bodies: readonly ShortBody[];
      readonly teams: readonly ShortTeam[];
      /** Everything that makes it less than sure, a sentence each. */
      readonly doubts: readonly string[];
    }
  | {
      readonly outcome: 'NeedsChoice';
      readonly reason: ChoiceReason;
      readonly message: string;
      readonly question: string;
      readonly options: readonly string[];
      /** For an urgent need: to be rung before the question is settled. */
      readonly urgent: readonly ShortTeam[];
    }
  | {
      readonly outcome: 'NotRoutable';
      readonly reason: NotRoutableReason;
      readonly message: string;
      readonly next: readonly NextStep[];
    };

export type ShortBody = {
  readonly sector: Sector;
  readonly kind: Kind;
  readonly code: string;
  readonly gss: string | null;
  readonly name: string;
  readonly presumed: boolean;
};

export type ShortTeam = {
  readonly name: string;
  readonly organisation: string;
  readonly sectors: readonly Sector[];
  /** When it is open. */
  readonly day: ShortContact;
  /** When it is closed; null where nobody answers then. */
  readonly outOfHours: ShortContact | null;
  /** Another team fits as well. */
  readonly tied: boolean;
  /** Nobody has checked its entry for long. */
  readonly stale: boolean;
};

export type ShortContact = Pick<Contact, 'label' | 'phone'>;

/** Undefined for what no postcode of the outward code can be. */
export function answerIn(file: OutwardFile, postcode: Postcode): ShortAnswer | undefined {
  const inward = postcode.slice(-3);
  const at = file.listed[inward] ?? file.unlisted[inward.charAt(0)];
  return at === undefined ? undefined : file.answers[at];
}
