import type { OtherName } from './other-name.ts';

/** Where data came from, and the words its licence asks for. */
export type Source = {
  readonly name: string;
  readonly licence: string;
  readonly attribution: string;
};

/** One complete, checked, immutable load of data. */
export type Release = {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly loadedAt: string;
  readonly sources: readonly Source[];
  /** What a reader must know of this data: generalised lines, reconstructed sets, demonstration contacts. */
  readonly notices: readonly string[];
  readonly coverage: Coverage;
  /** Absent where none were recorded. */
  readonly otherNames?: readonly OtherName[];
};

export type Coverage = {
  /** In words, after "covers". */
  readonly name: string;
  /** False where most unit postcodes are known only through their sector. */
  readonly listsUnits: boolean;
  /** Postcode areas (`SO`, `PO`) wholly read; null where all of Great Britain is. */
  readonly postcodeAreas: readonly string[] | null;
};

/** True for a notice nobody may miss: that the numbers are invented. */
export function isLoud(notice: string): boolean {
  return /demonstration|invented/i.test(notice);
}

export function loudNotices({ notices }: Release): string[] {
  return notices.filter(isLoud);
}
