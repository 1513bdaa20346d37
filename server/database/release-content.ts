import type { Area, BoundarySet } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Need } from '../domain/need.ts';
import type { LonLat } from '../domain/position.ts';
import type { Postcode } from '../domain/postcode.ts';
import type { Practice } from '../domain/practice.ts';
import type { Release } from '../domain/release.ts';
import type { ReleaseSummary } from '../domain/release-summary.ts';
import type { Shape } from '../domain/shape.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Team } from '../domain/team.ts';

/** Everything one release holds, ready to be written: ids count from 0 within it and refer to each other. */
export type ReleaseContent = {
  readonly release: Omit<Release, 'loadedAt'>;
  /** Left out where there is no directory to count: such a release is not judged. */
  readonly summary?: ReleaseSummary;
  readonly sets: readonly BoundarySet[];
  /** In order of id. */
  readonly areas: readonly ContentArea[];
  readonly overlaps: readonly ContentOverlap[];
  readonly cells: readonly ContentCell[];
  /** Read once, in the order of their postcodes. */
  readonly postcodes: Iterable<ContentPostcode>;
  /** In any order. */
  readonly disagreements?: readonly ContentDisagreement[];
  readonly sectors: readonly ContentSector[];
  readonly practices: readonly Practice[];
  readonly needs: readonly Need[];
  readonly teams: readonly Team[];
  readonly arrangements: readonly Arrangement[];
};

export type ContentArea = { readonly area: Area; readonly shape: Shape };

/** Ids of the areas of two different sets, the lower set id on the left. Every pair that shares ground, slivers too. */
export type ContentOverlap = {
  readonly left: number;
  readonly right: number;
  readonly km2: number;
  readonly postcodes: number;
  readonly residents: number | null;
  readonly sliver: boolean;
  readonly shape: Shape | null;
};

/** A piece of ground that some place lies in: at most one area of each set, by id, in order. */
export type ContentCell = {
  readonly id: number;
  readonly areas: readonly number[];
  /** Postcodes whose largest part lies here. */
  readonly postcodes: number;
};

/** Cell ids with shares that add up to 1. */
export type CellShares = readonly (readonly [cell: number, share: number])[];

export type ContentPostcode = {
  readonly postcode: Postcode;
  /** Null where the directory has none. */
  readonly position: LonLat | null;
  /** Empty where no set covers the position. */
  readonly cells: CellShares;
  /** Whole metres to the nearest line, by set id; sets further than `FAR_METRES` are left out. */
  readonly metresToLine: readonly (readonly [set: number, metres: number])[];
  readonly ended: LocalDate | null;
  /** How well it is placed as ONS counts, 1 best to 8; absent where nobody says. */
  readonly quality?: number | null;
  readonly largeUser?: boolean;
};

/** A postcode that its directory puts in another area of a set than the lines do. */
export type ContentDisagreement = {
  readonly postcode: Postcode;
  readonly set: number;
  /** Code of the area by the lines; null where they put it in none. */
  readonly placed: string | null;
  /** Code by the directory. */
  readonly said: string;
};

/** What is known of all postcodes of a sector (`SO23 8`), for those not listed. */
export type ContentSector = {
  readonly sector: string;
  readonly position: LonLat;
  readonly cells: CellShares;
  readonly postcodes: number;
};
