import type { Area } from './area.ts';
import { holds, type LocalDate, type Period } from './calendar.ts';
import { coversGround, type CoverageTerm } from './coverage.ts';
import type { Ground } from './place.ts';
import { type Contact, isStale } from './team.ts';

export const ARRANGEMENT_TYPES = [
  'partnership-manager',
  'section-31',
  'section-75',
  'sharing-agreement',
] as const;
export type ArrangementType = (typeof ARRANGEMENT_TYPES)[number];

/** A partnership fact recorded on the ground that lies in all areas of one term. */
export type Arrangement = {
  readonly id: string;
  readonly type: ArrangementType;
  readonly name: string;
  readonly description: string;
  readonly covers: readonly CoverageTerm[];
  readonly period: Period;
  readonly contact: Contact | null;
  /** Null where no record says. */
  readonly checkedOn: LocalDate | null;
};

/** `stale` when nobody has checked it for too long. */
export type ArrangementHere = Arrangement & { readonly stale: boolean };

/** Those that hold on a day, marked stale or not as of today. */
export function arrangementsOn(
  arrangements: readonly Arrangement[],
  on: LocalDate,
  today: LocalDate,
): ArrangementHere[] {
  return arrangements
    .filter(({ period }) => holds(period, on))
    .map((arrangement) => ({ ...arrangement, stale: isStale(arrangement, today) }));
}

/** Those that hold on some ground that two areas share. */
export function arrangementsBetween(
  { left, right }: { readonly left: Area; readonly right: Area },
  cells: readonly { readonly ground: Ground }[],
  arrangements: readonly ArrangementHere[],
): ArrangementHere[] {
  // Of most releases nothing is recorded, and a country has many cells.
  if (arrangements.length === 0) return [];
  const shared = cells.filter(({ ground }) => ground.includes(left) && ground.includes(right));
  return arrangements.filter(({ covers }) =>
    shared.some(({ ground }) => coversGround(covers, ground)),
  );
}
