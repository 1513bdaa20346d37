import type { Kind } from './area.ts';

/** What became otherwise when one release took over from another: what a feed tells long after both are gone. */
export type ReleaseNews = {
  /** Ids of both. */
  readonly release: string;
  readonly before: string;
  /** The whole in words, a line each. */
  readonly lines: readonly string[];
  readonly areas: readonly AreaNews[];
  readonly teams: readonly TeamNews[];
};

/** Of an area in one edition: not what a law changed on a day, but what the new data says otherwise. */
export type AreaNews = {
  readonly kind: Kind;
  readonly edition: string;
  readonly codes: readonly string[];
  readonly name: string;
  readonly change: 'APPEARED' | 'ENDED' | 'RENAMED' | 'REDRAWN';
  /** One sentence. */
  readonly told: string;
};

export type TeamNews = {
  readonly id: string;
  readonly name: string;
  readonly change: 'APPEARED' | 'ENDED' | 'CHANGED';
  /** Every area its coverage names, before or after. */
  readonly areas: readonly { readonly kind: Kind; readonly code: string }[];
};

/** A time when another release became the one that answers. */
export type ReleaseTurn = {
  readonly turn: number;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly way: 'forward' | 'back';
  /** Null where the release is no longer kept and was not told of. */
  readonly release: string | null;
  /** Null for the first release, for one that answers again, and where it was not told of. */
  readonly news: ReleaseNews | null;
};
