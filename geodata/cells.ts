import type { ContentCell } from '../server/database/release-content.ts';
import type { Ground } from '../server/domain/place.ts';

/** The pieces of ground that places lie in, numbered as they are met. */
export type Cells = {
  readonly idOf: (ground: Ground) => number;
  /** One more postcode lies mostly in this cell; nothing for an id that is none. */
  readonly count: (id: number) => void;
  readonly all: () => ContentCell[];
};

export function cellsOf(): Cells {
  const ids = new Map<string, number>();
  const areas: (readonly number[])[] = [];
  const postcodes: number[] = [];
  let last: { readonly ground: Ground; readonly id: number } = { ground: [], id: -1 };
  const find = (ground: Ground): number => {
    const areaIds = ground.map(({ id }) => id);
    const key = areaIds.join();
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, areas.length);
    postcodes.push(0);
    return areas.push(areaIds) - 1;
  };
  return {
    idOf: (ground) => {
      if (last.id < 0 || !isSame(ground, last.ground)) last = { ground, id: find(ground) };
      return last.id;
    },
    count: (id) => {
      if (postcodes[id] !== undefined) postcodes[id]++;
    },
    all: () => areas.map((each, id) => ({ id, areas: each, postcodes: postcodes[id] ?? 0 })),
  };
}

/** Neighbours in a directory mostly share their ground. */
function isSame(one: Ground, other: Ground): boolean {
  return one.length === other.length && one.every((area, at) => area === other[at]);
}

/** Postcodes per area, and per pair of areas of different sets: keys by `pairKey`. */
export type Tally = {
  readonly ofArea: ReadonlyMap<number, number>;
  readonly ofPair: ReadonlyMap<string, number>;
};

export function tallyOf(cells: readonly ContentCell[]): Tally {
  const ofArea = new Map<number, number>();
  const ofPair = new Map<string, number>();
  for (const { areas, postcodes } of cells) {
    areas.forEach((left, at) => {
      addTo(ofArea, left, postcodes);
      for (const right of areas.slice(at + 1)) addTo(ofPair, pairKey(left, right), postcodes);
    });
  }
  return { ofArea, ofPair };
}

/** Ids of areas rise with those of their sets, so the lower id is the left one. */
export function pairKey(left: number, right: number): string {
  return `${left} ${right}`;
}

export function addTo<Key>(sums: Map<Key, number>, key: Key, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}
