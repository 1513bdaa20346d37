import { holds, type LocalDate, meet, type Period } from './calendar.ts';

/** What sort of boundary: `district`, `pct` ... Data, not code: a council can load kinds of its own. */
export type Kind = string;

/** How a kind is written in a sentence; kinds of one's own are written as they are. */
const KIND_NAMES: ReadonlyMap<Kind, string> = new Map([
  ['upper-tier', 'county or unitary council'],
  ['pct', 'PCT'],
  ['ccg', 'CCG'],
  ['sub-icb', 'sub-ICB'],
  ['icb', 'ICB'],
]);

export function kindName(kind: Kind): string {
  return KIND_NAMES.get(kind) ?? kind;
}

export const HEALTH_KINDS: readonly Kind[] = ['icb', 'sub-icb', 'ccg', 'pct'];
export const COUNCIL_KINDS: readonly Kind[] = ['upper-tier', 'district'];

export const BOUNDARY_STATUSES = ['OFFICIAL', 'RECONSTRUCTED', 'ANNOUNCED', 'PROPOSED'] as const;
export type BoundaryStatus = (typeof BOUNDARY_STATUSES)[number];

/** All areas of one kind in one edition. `id` counts from 0 within a release. */
export type BoundarySet = {
  readonly id: number;
  readonly kind: Kind;
  readonly edition: string;
  readonly period: Period;
  readonly status: BoundaryStatus;
  readonly source: string;
  readonly licence: string;
  /** How far a drawn line may lie from the true one, metres. */
  readonly resolutionMetres: number;
};

/**
 * A body's ground in one boundary set. `id` counts from 0 within a release. `code` is the one its
 * publisher uses; GSS (ONS) and ODS (NHS) codes are different key spaces and may each be absent.
 */
export type Area = {
  readonly id: number;
  readonly set: BoundarySet;
  readonly code: string;
  readonly gss: string | null;
  readonly ods: string | null;
  readonly name: string;
  readonly km2: number;
  readonly postcodes: number;
  /** Null where no small-area count was loaded. */
  readonly residents: number | null;
};

/** True for any of the area's codes. */
export function hasCode(area: Area, code: string): boolean {
  return area.code === code || area.gss === code || area.ods === code;
}

/** At most one set of a kind is in force on a day; a proposed set never is. */
export function setsInForce(sets: readonly BoundarySet[], on: LocalDate): BoundarySet[] {
  return sets.filter((set) => set.status !== 'PROPOSED' && holds(set.period, on));
}

/** A release holds the overlaps of sets in force together on some day, and of those that take over from each other. */
export function areLaidOver(one: BoundarySet, other: BoundarySet): boolean {
  return isSuccession(one.kind, other.kind) || meet(one.period, other.period);
}

/** Bodies of one of these kinds can take over from those of the other. */
export function isSuccession(one: Kind, other: Kind): boolean {
  return (
    one === other ||
    [HEALTH_KINDS, COUNCIL_KINDS].some((kinds) => kinds.includes(one) && kinds.includes(other))
  );
}

/** An area of these sets, by any of its codes. */
export function findArea(
  areas: readonly Area[],
  sets: readonly BoundarySet[],
  code: string,
): Area | undefined {
  return areas.find((area) => sets.includes(area.set) && hasCode(area, code));
}
