import { findShapes } from '../database/areas.ts';
import type { Database } from '../database/database.ts';
import { type Atlas, getAtlas } from '../database/releases.ts';
import type { BoundarySet } from '../domain/area.ts';
import { type BoundaryIndex, indexBoundaries } from '../domain/boundary-index.ts';

/** A release that is being asked: what is in memory of it, and where the rest is. */
export type OpenRelease = {
  readonly database: Database;
  readonly atlas: Atlas;
  /** Made when first asked for: only points need the lines. */
  readonly indexes: () => Promise<ReadonlyMap<BoundarySet, BoundaryIndex>>;
};

export async function openRelease(database: Database, key: number): Promise<OpenRelease> {
  const atlas = await getAtlas(database, key);
  return { database, atlas, indexes: once(() => indexSets(database, atlas)) };
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
  return () => (made ??= make());
}
