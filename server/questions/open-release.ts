import { findShapes } from '../database/areas.ts';
import type { Database } from '../database/database.ts';
import { allPractices } from '../database/practices.ts';
import { allSectors, findPostcodes, type PostcodeRecord } from '../database/postcodes.ts';
import { type Atlas, getAtlas } from '../database/releases.ts';
import type { Area, BoundarySet } from '../domain/area.ts';
import { bodiesOf } from '../domain/body.ts';
import { type BodyIndex, indexBodies } from '../domain/body-search.ts';
import { type BoundaryIndex, indexBoundaries } from '../domain/boundary-index.ts';
import { pointOn } from '../domain/geometry.ts';
import { type GroundIndex, indexGround } from '../domain/ground-share.ts';
import type { Ground, Place } from '../domain/place.ts';
import type { Postcode } from '../domain/postcode.ts';
import { indexPractices, type PracticeIndex } from '../domain/practice-search.ts';
import type { LonLat } from '../domain/position.ts';
import { type LookUp, together } from './together.ts';

/** A release that is being asked: what is in memory of it, and where the rest is. */
export type OpenRelease = {
  readonly database: Database;
  readonly atlas: Atlas;
  /** All ground any place lies in. */
  readonly grounds: readonly Ground[];
  /** Those of the postcodes that the release lists. */
  readonly postcodes: LookUp<Postcode, PostcodeRecord>;
  /** What the release knows of whole sectors (`SO23 8`), as places. Read when first asked for. */
  readonly sectors: () => Promise<ReadonlyMap<string, Place>>;
  /** Some point of an area, found once. */
  readonly pointIn: (area: Area) => Promise<LonLat>;
  /** Made when first asked for: 12,000 made-up practices took 20 to 90 ms and 6 MB, and a search of them 1 to 15 ms. */
  readonly practiceIndex: () => Promise<PracticeIndex>;
  /** Made when first asked for, of what is in memory. */
  readonly bodyIndex: () => BodyIndex;
  readonly groundIndex: () => GroundIndex;
  /** Made when first asked for: only points need the lines. */
  readonly indexes: () => Promise<ReadonlyMap<BoundarySet, BoundaryIndex>>;
};

export async function openRelease(database: Database, key: number): Promise<OpenRelease> {
  const atlas = await getAtlas(database, key);
  return {
    database,
    atlas,
    grounds: atlas.cells.map(({ ground }) => ground),
    postcodes: together((postcodes) => findPostcodes(database, atlas, postcodes)),
    sectors: once(() => allSectors(database, atlas)),
    pointIn: pointsIn(database, atlas),
    practiceIndex: once(async () => indexPractices(await allPractices(database, atlas))),
    bodyIndex: onceOf(() => indexBodies(bodiesOf(atlas.areas, atlas.release.otherNames ?? []))),
    groundIndex: onceOf(() => indexGround(atlas.cells)),
    indexes: once(() => indexSets(database, atlas)),
  };
}

function pointsIn(database: Database, atlas: Atlas): OpenRelease['pointIn'] {
  const points = new Map<Area, LonLat>();
  return async (area) => {
    const known = points.get(area);
    if (known) return known;
    const shape = (await findShapes(database, atlas, [area])).get(area);
    if (!shape) throw new Error(`The release has no shape of ${area.code}`);
    const point = pointOn(shape);
    points.set(area, point);
    return point;
  };
}

async function indexSets(
  database: Database,
  atlas: Atlas,
): Promise<Map<BoundarySet, BoundaryIndex>> {
  const shapes = await findShapes(database, atlas, atlas.areas);
  return new Map(
    atlas.sets.map((set) => [
      set,
      indexBoundaries(
        [...shapes].filter(([area]) => area.set === set).map(([area, shape]) => ({ area, shape })),
      ),
    ]),
  );
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = undefined; // the next asker may find the database back
      throw fault;
    });
    return made;
  };
}

function onceOf<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
