import { overlapsBetween } from '../database/areas.ts';
import type { Database } from '../database/database.ts';
import type { Atlas } from '../database/releases.ts';
import {
  type Area,
  type BoundarySet,
  findArea,
  hasCode,
  type Kind,
  setsInForce,
} from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import {
  type Coterminosity,
  coterminosity,
  type Weight,
  type Weighing,
} from '../domain/coterminosity.ts';
import type { Overlap } from '../domain/overlap.ts';
import { type Unweighable, weigh } from '../domain/within.ts';
import { AskingFault } from './asking-fault.ts';
import type { OpenRelease } from './open-release.ts';

export type ComparisonAsk = {
  readonly left: Kind;
  readonly right: Kind;
  readonly on: LocalDate;
  readonly weight: Weight;
  readonly within: string | undefined;
};

export type Comparison = Coterminosity & {
  readonly slivers: { readonly count: number; readonly km2: number };
};

export async function compare(release: OpenRelease, ask: ComparisonAsk): Promise<Comparison> {
  const { weighing, slivers } = await weighed(release, ask);
  return { ...coterminosity(weighing), slivers };
}

export type Weighed = {
  readonly left: BoundarySet;
  readonly right: BoundarySet;
  readonly weighing: Weighing;
  readonly slivers: Overlaps['slivers'];
};

/** The overlaps of the two sets in force, weighed as asked. */
export async function weighed(
  { database, atlas }: OpenRelease,
  ask: ComparisonAsk,
): Promise<Weighed> {
  const { weight } = ask;
  const sets = setsInForce(atlas.sets, ask.on);
  const left = setOfKind(sets, ask.left, ask.on);
  const right = setOfKind(sets, ask.right, ask.on);
  const between = await overlapsOfSets(database, atlas, left, right);
  const within = ask.within === undefined ? undefined : areaByCode(atlas, sets, ask.within);
  const limit = within && {
    within,
    shared: new Map([
      ...(await sharedWith(database, atlas, left, within)),
      ...(await sharedWith(database, atlas, right, within)),
    ]),
    cells: atlas.cells,
  };
  const weighing = weigh(between.overlaps, weight, limit);
  if (weighing.kind !== 'weighing')
    throw new AskingFault(UNWEIGHABLE[weighing.kind](weighing.overlap));
  return { left, right, weighing, slivers: between.slivers };
}

function uncounted({ left, right }: Overlap): string {
  return `Nobody counted the residents of ${left.name} in ${right.name}: choose the weight POSTCODES or AREA, or look within an area that is counted.`;
}

function across({ left, right }: Overlap): string {
  return `The ground of ${left.name} in ${right.name} lies on both sides of that area’s line: compare kinds of which one keeps to it, such as districts in a county.`;
}

const UNWEIGHABLE: Record<Unweighable['kind'], (overlap: Overlap) => string> = {
  uncounted,
  across,
};

export type Overlaps = {
  readonly overlaps: readonly Overlap[];
  readonly slivers: Comparison['slivers'];
};

/** A set against itself: each area shares all of its ground with itself. */
export async function overlapsOfSets(
  database: Database,
  atlas: Atlas,
  left: BoundarySet,
  right: BoundarySet,
): Promise<Overlaps> {
  if (left === right)
    return {
      overlaps: atlas.areas
        .filter(({ set }) => set === left)
        .map((area) => ({ ...area, left: area, right: area })),
      slivers: { count: 0, km2: 0 },
    };
  const stored = await overlapsBetween(database, atlas, left, right);
  const slivers = stored.filter(({ sliver }) => sliver);
  return {
    overlaps: stored.filter(({ sliver }) => !sliver),
    slivers: { count: slivers.length, km2: slivers.reduce((sum, { km2 }) => sum + km2, 0) },
  };
}

/** The areas of a set that share ground with one area, each with what it shares. */
export async function sharedWith(
  database: Database,
  atlas: Atlas,
  set: BoundarySet,
  within: Area,
): Promise<[Area, Overlap][]> {
  const { overlaps } = await overlapsOfSets(database, atlas, set, within.set);
  return overlaps.filter(({ right }) => right === within).map((overlap) => [overlap.left, overlap]);
}

export function setOfKind(sets: readonly BoundarySet[], kind: Kind, on: LocalDate): BoundarySet {
  const set = sets.find((each) => each.kind === kind);
  if (set) return set;
  const kinds = sets.map((each) => each.kind).join(', ');
  throw new AskingFault(
    `Wanted a kind of boundary in force on ${on} (${kinds || 'none is'}), found "${kind.slice(0, 40)}".`,
  );
}

export function areaByCode({ areas }: Atlas, sets: readonly BoundarySet[], code: string): Area {
  const area = findArea(areas, sets, code);
  if (area) return area;
  const before = areas.findLast((each) => hasCode(each, code));
  throw new AskingFault(
    before
      ? `${before.name} has no boundary in force on that day${endOf(before)}. Look everywhere instead, or within another area.`
      : `No area in force that day has the code "${code.slice(0, 40)}".`,
  );
}

function endOf({ set: { period } }: Area): string {
  return period.to === null ? '' : `: the last one known is in force until ${period.to}`;
}
