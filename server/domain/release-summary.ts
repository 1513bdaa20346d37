import type { Kind } from './area.ts';
import type { LocalDate } from './calendar.ts';

/** What a release holds in figures, counted as it was made: enough to judge the next one by. */
export type ReleaseSummary = {
  /** The day its postcode directory speaks of; null where it does not say. */
  readonly day: LocalDate | null;
  readonly postcodes: number;
  readonly live: number;
  /** How often each column that was read had nothing to say, by what it says. */
  readonly blanks: Readonly<Record<string, Blanks>>;
  /** How the directory’s own codes agree with the lines, by column. */
  readonly secondOpinions: readonly SecondOpinion[];
};

export type Blanks = { readonly of: number; readonly blank: number };

/** The codes a directory gives its live postcodes, beside the areas our lines put them in. */
export type SecondOpinion = {
  readonly kind: Kind;
  readonly edition: string;
  /** Postcodes with a code of an area of the set. */
  readonly compared: number;
  /** Of those, in that area, wholly or in part. */
  readonly agreeing: number;
  /** Codes of no area of the set, though most of their postcodes lie in one. */
  readonly unknownCodes: readonly UnknownCode[];
};

export type UnknownCode = { readonly code: string; readonly postcodes: number };

/** Who let a release answer against the gates, and why. */
export type Override = {
  readonly by: string;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What the gates said. */
  readonly faults: readonly string[];
};

export function overrideInWords({ by, reason, faults }: Override): string {
  return `This data failed checks and was let through by ${by} (${reason}): ${faults.join('; ')}.`;
}
