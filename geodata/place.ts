import { setImmediate } from 'node:timers/promises';

import type {
  CellShares,
  ContentCell,
  ContentPostcode,
  ContentSector,
} from '../server/database/release-content.ts';
import type { Area, BoundarySet } from '../server/domain/area.ts';
import {
  type AreaShape,
  type BoundaryIndex,
  indexBoundaries,
} from '../server/domain/boundary-index.ts';
import type { Ground, Part } from '../server/domain/place.ts';
import type { LonLat } from '../server/domain/position.ts';
import { groundFrom, partsRound } from '../server/domain/spread.ts';
import { type Cells, cellsOf } from './cells.ts';
import { crowdingOf, MOST_SPREAD_METRES } from './crowding.ts';
import { type PostcodeList, positionAt, qualityAt } from './read/postcode-list.ts';
import { sectorsOf } from './sectors.ts';

/** Every postcode on its ground. */
export type Placing = {
  readonly cells: readonly ContentCell[];
  readonly sectors: readonly ContentSector[];
  /** The cell with the largest part of each postcode, by place in the list; below 0 for none. */
  readonly mainCellAt: (at: number) => number;
  /** Made one by one as they are asked for, in order. */
  readonly postcodes: Iterable<ContentPostcode>;
  /** Of the postcode at a place in the list. */
  readonly cellsAt: (at: number) => CellShares;
};

/** So many are placed before other work, such as a wish to stop, has its turn. */
const AT_ONCE = 5000;

export async function placePostcodes(
  list: PostcodeList,
  sets: readonly BoundarySet[],
  areas: readonly AreaShape[],
  step: (placed: number) => void,
): Promise<Placing> {
  const placer = placerOf(list, sets, areas);
  const { count } = list;
  for (let at = 0; at < count; at++) {
    placer.place(at);
    if (at % AT_ONCE > 0) continue;
    step(at);
    await setImmediate();
  }
  step(count);
  const { columns } = placer;
  return {
    cells: placer.cells.all(),
    sectors: sectorsOf(list, (at) => sharesAt(columns, at)),
    mainCellAt: (at) => sharesAt(columns, at)[0]?.[0] ?? NO_CELL,
    cellsAt: (at) => sharesAt(columns, at),
    postcodes: { [Symbol.iterator]: () => contentOf(list, columns, sets) },
  };
}

/** What was found of each postcode, column by column. */
type Columns = {
  /** Its one cell; else `NO_CELL`, or `SEVERAL_CELLS`, which `several` has. */
  readonly cell: Int32Array;
  readonly several: Map<number, CellShares>;
  /** Whole metres to the nearest line, set by set; `FAR` beyond `FAR_METRES`. */
  readonly metres: Uint16Array;
};

const NO_CELL = -1;
const SEVERAL_CELLS = -2;
const FAR = 0xffff;

type Placer = {
  readonly cells: Cells;
  readonly columns: Columns;
  readonly place: (at: number) => void;
};

function placerOf(
  list: PostcodeList,
  sets: readonly BoundarySet[],
  areas: readonly AreaShape[],
): Placer {
  const indexes = sets.map((set) => indexBoundaries(areas.filter(({ area }) => area.set === set)));
  const groundAt = groundFrom(indexes);
  const crowding = crowdingOf(list.lons, list.lats);
  const cells = cellsOf();
  const { count } = list;
  const columns = {
    cell: new Int32Array(count).fill(NO_CELL),
    several: new Map<number, CellShares>(),
    metres: new Uint16Array(count * sets.length).fill(FAR),
  };
  const placeOnGround = (at: number, shares: CellShares): void => {
    const [[cell] = [NO_CELL]] = shares; // the largest
    columns.cell[at] = shares.length > 1 ? SEVERAL_CELLS : cell;
    if (shares.length > 1) columns.several.set(at, shares);
    if (list.endedAt(at) === null) cells.count(cell);
  };
  return {
    cells,
    columns,
    place: (at) => {
      const point = positionAt(list, at);
      if (!point) return;
      const { ground, nearest } = measure(indexes, point, columns.metres, at);
      const spread = nearest < MOST_SPREAD_METRES ? crowding.spreadAt(at) : 0;
      const parts = nearest < spread ? partsRound(point, spread, groundAt) : [{ ground, share: 1 }];
      const sure = nearest < ASHORE_METRES ? ashore(parts) : parts;
      placeOnGround(
        at,
        sure.map(
          ({ ground, share }) => [ground.length > 0 ? cells.idOf(ground) : NO_CELL, share] as const,
        ),
      );
    },
  };
}

/**
 * A place on no ground, yet this near to some, was most likely put in the sea by the roughness of a drawn
 * coast. Less than the least spread, so that samples reach the ground.
 */
const ASHORE_METRES = 15;

function ashore(parts: readonly Part[]): Part[] {
  const onGround = parts.filter(({ ground }) => ground.length > 0);
  const total = onGround.reduce((sum, { share }) => sum + share, 0);
  return onGround.map(({ ground, share }) => ({ ground, share: share / total }));
}

/** Fills in the metres to each set's nearest line, and gives the least of them with the ground of the point. */
function measure(
  indexes: readonly BoundaryIndex[],
  point: LonLat,
  metres: Uint16Array,
  at: number,
): { readonly ground: Ground; readonly nearest: number } {
  const ground: Area[] = [];
  let nearest = Infinity;
  indexes.forEach(({ areaAt, metresToOther }, set) => {
    const area = areaAt(point);
    if (area) ground.push(area);
    const found = metresToOther(point, area);
    if (found === undefined) return;
    metres[at * indexes.length + set] = Math.round(found);
    nearest = Math.min(nearest, found);
  });
  return { ground, nearest };
}

function sharesAt({ cell, several }: Columns, at: number): CellShares {
  const id = cell[at] ?? NO_CELL;
  if (id === SEVERAL_CELLS) return several.get(at) ?? [];
  return id === NO_CELL ? [] : [[id, 1]];
}

function* contentOf(
  list: PostcodeList,
  columns: Columns,
  sets: readonly BoundarySet[],
): Generator<ContentPostcode> {
  for (let at = 0; at < list.count; at++)
    yield {
      postcode: list.postcodeAt(at),
      position: positionAt(list, at) ?? null,
      cells: sharesAt(columns, at),
      metresToLine: sets.flatMap(({ id }, set) => {
        const metres = columns.metres[at * sets.length + set] ?? FAR;
        return metres === FAR ? [] : [[id, metres] as const];
      }),
      ended: list.endedAt(at),
      quality: qualityAt(list, at),
      largeUser: list.largeUsers[at] === 1,
    };
}
