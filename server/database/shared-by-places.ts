import type { Part, Place, Said } from '../domain/place.ts';
import type { CellShares } from './release-content.ts';
import type { Atlas } from './releases.ts';

/** What many places of a release have in common: read once, so that they hold the same objects. */
export type Shared = {
  /** Of the one cell, or of several as JSON. */
  readonly partsOf: (cells: number | string | null) => readonly Part[];
  /** Of JSON. */
  readonly metresOf: (metresToLine: string) => Place['metresToLine'];
  readonly saidOf: (quality: number | null, largeUser: boolean) => Said;
};

export const NO_LINES: Place['metresToLine'] = new Map();

/** Kept as long as the release is. */
export function sharedBy(atlas: Atlas): Shared {
  const known = sharedByAtlas.get(atlas) ?? sharedOf(atlas);
  sharedByAtlas.set(atlas, known);
  return known;
}

const sharedByAtlas = new WeakMap<Atlas, Shared>();

function sharedOf({ cells }: Atlas): Shared {
  /** A cell the release does not have, as `-1` for ground outside, is ground of no area. */
  const partsOf = (shares: CellShares): readonly Part[] =>
    shares.map(([cell, share]) => ({ ground: cells[cell]?.ground ?? [], share }));
  const saidOf = (largeUser: boolean): ((quality: number | null) => Said) =>
    remembered((quality) => ({ quality, largeUser, otherwise: [] }));
  const [ofLarge, ofSmall] = [saidOf(true), saidOf(false)];
  return {
    partsOf: remembered((text) => {
      if (text === null) return [];
      return partsOf(typeof text === 'number' ? [[text, 1]] : (JSON.parse(text) as CellShares));
    }),
    // Of a country they are as many as its postcodes: to keep them would be to keep who was asked about.
    metresOf: (text) => new Map(JSON.parse(text) as [number, number][]),
    saidOf: (quality, largeUser) => (largeUser ? ofLarge : ofSmall)(quality),
  };
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (values.size >= MOST_KNOWN) values.clear();
    values.set(key, made);
    return made;
  };
}

/** Some megabytes. */
const MOST_KNOWN = 10_000;
