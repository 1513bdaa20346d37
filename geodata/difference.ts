import { findShapes } from '../server/database/areas.ts';
import type { Database } from '../server/database/database.ts';
import {
  type CellCount,
  countPostcodes,
  type DocumentChanges,
  documentChanges,
  movesBySector,
  NO_CELL,
  postcodesByCell,
  redrawnAreas,
  type SectorMove,
} from '../server/database/release-changes.ts';
import { type Atlas, getAtlas } from '../server/database/releases.ts';
import type { Area, BoundarySet } from '../server/domain/area.ts';
import { metresPerDegree } from '../server/domain/position.ts';
import { centroidOf } from '../server/domain/shape.ts';
import { addTo } from './cells.ts';

/** What appeared, ended and moved from one release to a later one. */
export type Difference = {
  readonly before: Atlas;
  readonly after: Atlas;
  readonly postcodes: PostcodeChanges;
  /** Furthest first; moves within `STILL_METRES` are left out. */
  readonly moves: readonly SectorMove[];
  readonly sets: readonly SetChanges[];
  readonly setsAppeared: readonly BoundarySet[];
  readonly setsEnded: readonly BoundarySet[];
  readonly practices: DocumentChanges;
  readonly teams: DocumentChanges;
};

export type PostcodeChanges = {
  readonly appeared: number;
  /** Live before; ended now, or no longer listed. */
  readonly ended: number;
  /** Listed before, and no longer. */
  readonly dropped: number;
  /** Ended before, and live again. */
  readonly returned: number;
};

/** One edition in both releases. */
export type SetChanges = {
  readonly before: BoundarySet;
  readonly after: BoundarySet;
  readonly appeared: readonly Area[];
  readonly ended: readonly Area[];
  readonly renamed: readonly { readonly from: Area; readonly to: Area }[];
  readonly redrawn: readonly Redrawn[];
  /** Live postcodes that lay in one area of the set, and how many lie in the same one now. */
  readonly placed: number;
  readonly stayed: number;
};

export type Redrawn = {
  readonly area: Area;
  readonly km2Before: number;
  /** How far the middle of its ground moved. */
  readonly metres: number;
};

/** Publishers round positions now one way, now another. */
const STILL_METRES = 100;
export const FAR_MOVE_METRES = 5000;

export async function differenceBetween(
  database: Database,
  beforeKey: number,
  afterKey: number,
): Promise<Difference> {
  const [before, after] = [await getAtlas(database, beforeKey), await getAtlas(database, afterKey)];
  const keys = [beforeKey, afterKey] as const;
  const counts = await postcodesByCell(database, ...keys);
  const total = await countPostcodes(database, beforeKey);
  const sets: SetChanges[] = [];
  for (const [old, later] of sameEditions(before.sets, after.sets))
    sets.push({
      ...(await areaChanges(database, { before, after, old, later })),
      ...stayedIn(counts, { before, after, old, later }),
    });
  return {
    before,
    after,
    postcodes: postcodeChanges(counts, total),
    moves: await movesBySector(database, keys, {
      leastMetres: STILL_METRES,
      farMetres: FAR_MOVE_METRES,
    }),
    sets,
    setsAppeared: without(after.sets, before.sets),
    setsEnded: without(before.sets, after.sets),
    practices: await documentChanges(database, 'practice', ...keys),
    teams: await documentChanges(database, 'team', ...keys),
  };
}

function postcodeChanges(
  counts: readonly CellCount[],
  before: { readonly listed: number; readonly live: number },
): PostcodeChanges {
  const sum = (is: (count: CellCount) => boolean): number =>
    counts.filter(is).reduce((total, { postcodes }) => total + postcodes, 0);
  return {
    appeared: sum(({ oldLife }) => oldLife === 'absent'),
    ended: before.live - sum(({ oldLife, newLife }) => oldLife === 'live' && newLife === 'live'),
    dropped: before.listed - sum(({ oldLife }) => oldLife !== 'absent'),
    returned: sum(({ oldLife, newLife }) => oldLife === 'ended' && newLife === 'live'),
  };
}

type SameEdition = {
  readonly before: Atlas;
  readonly after: Atlas;
  readonly old: BoundarySet;
  readonly later: BoundarySet;
};

function isSame(one: BoundarySet, other: BoundarySet): boolean {
  return one.kind === other.kind && one.edition === other.edition;
}

function sameEditions(
  before: readonly BoundarySet[],
  after: readonly BoundarySet[],
): [BoundarySet, BoundarySet][] {
  return after.flatMap((later): [BoundarySet, BoundarySet][] => {
    const old = before.find((each) => isSame(each, later));
    return old ? [[old, later]] : [];
  });
}

function without(sets: readonly BoundarySet[], known: readonly BoundarySet[]): BoundarySet[] {
  return sets.filter((set) => !known.some((each) => isSame(each, set)));
}

async function areaChanges(
  database: Database,
  { before, after, old, later }: SameEdition,
): Promise<Omit<SetChanges, 'placed' | 'stayed'>> {
  const oldAreas = byCode(before.areas.filter(({ set }) => set === old));
  const newAreas = byCode(after.areas.filter(({ set }) => set === later));
  const redrawn = await redrawnAreas(
    database,
    { release: before.key, set: old.id },
    { release: after.key, set: later.id },
  );
  return {
    before: old,
    after: later,
    appeared: [...newAreas.values()].filter(({ code }) => !oldAreas.has(code)),
    ended: [...oldAreas.values()].filter(({ code }) => !newAreas.has(code)),
    renamed: [...newAreas.values()].flatMap((to) => {
      const from = oldAreas.get(to.code);
      return from && from.name !== to.name ? [{ from, to }] : [];
    }),
    redrawn: await measureRedrawn(database, { before, after }, redrawn),
  };
}

function byCode(areas: readonly Area[]): Map<string, Area> {
  return new Map(areas.map((area) => [area.code, area]));
}

async function measureRedrawn(
  database: Database,
  { before, after }: { readonly before: Atlas; readonly after: Atlas },
  pairs: readonly { readonly earlier: number; readonly later: number }[],
): Promise<Redrawn[]> {
  const redrawn: Redrawn[] = [];
  for (const pair of pairs) {
    const [old, area] = [before.areas[pair.earlier], after.areas[pair.later]];
    if (!old || !area) throw new Error(`There are no areas ${pair.earlier} and ${pair.later}`);
    const [from] = (await findShapes(database, before, [old])).values();
    const [to] = (await findShapes(database, after, [area])).values();
    if (!from || !to) throw new Error(`There is no shape of ${area.code}`);
    const [[lonFrom, latFrom], [lonTo, latTo]] = [centroidOf(from), centroidOf(to)];
    const [east, north] = metresPerDegree(latTo);
    const metres = Math.hypot((lonTo - lonFrom) * east, (latTo - latFrom) * north);
    redrawn.push({ area, km2Before: old.km2, metres });
  }
  return redrawn;
}

/** Postcodes astride a line may lie in either area, so they say nothing. */
function stayedIn(
  counts: readonly CellCount[],
  { before, after, old, later }: SameEdition,
): Pick<SetChanges, 'placed' | 'stayed'> {
  const codeIn = (atlas: Atlas, cell: number, set: BoundarySet): string | undefined =>
    atlas.cells[cell]?.ground.find((area) => area.set === set)?.code;
  const sums = new Map<'placed' | 'stayed', number>();
  for (const { oldCell, newCell, oldLife, newLife, postcodes } of counts) {
    const code = codeIn(before, oldCell, old);
    if (code === undefined || newCell < NO_CELL || oldLife !== 'live' || newLife !== 'live')
      continue;
    addTo(sums, 'placed', postcodes);
    if (codeIn(after, newCell, later) === code) addTo(sums, 'stayed', postcodes);
  }
  return { placed: sums.get('placed') ?? 0, stayed: sums.get('stayed') ?? 0 };
}
