import { findOverlapShapeTexts, findShapeTexts } from '../database/areas.ts';
import { type BoundarySet, type Kind, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { setOfKind } from './compare.ts';
import type { OpenRelease } from './open-release.ts';

export type DrawingAsk = { readonly left: Kind; readonly right: Kind; readonly on: LocalDate };

/** A shape by its id in the drawing, as GeoJSON text: another thread reads it. */
export type ShapeText = { readonly id: string; readonly shape: string };

export type ShapeTexts = {
  readonly lefts: readonly ShapeText[];
  readonly rights: readonly ShapeText[];
  readonly overlaps: readonly ShapeText[];
};

/** What a map of two sets is drawn from. */
export type DrawingSource = {
  /** The same for every day on which the same two sets are in force. */
  readonly sets: string;
  readonly read: () => Promise<ShapeTexts>;
};

export function drawingSource(release: OpenRelease, ask: DrawingAsk): DrawingSource {
  const sets = setsInForce(release.atlas.sets, ask.on);
  const left = setOfKind(sets, ask.left, ask.on);
  const right = setOfKind(sets, ask.right, ask.on);
  return {
    sets: `${left.id} ${right.id}`,
    read: async () => {
      const lefts = await shapesOf(release, left);
      if (left === right)
        return {
          lefts,
          rights: lefts,
          overlaps: lefts.map(({ id, shape }) => ({ id: `${id} ${id}`, shape })),
        };
      const overlaps = await findOverlapShapeTexts(release.database, release.atlas, left, right);
      return {
        lefts,
        rights: await shapesOf(release, right),
        overlaps: overlaps.map((each) => ({
          id: `${each.left.code} ${each.right.code}`,
          shape: each.shape,
        })),
      };
    },
  };
}

async function shapesOf({ database, atlas }: OpenRelease, set: BoundarySet): Promise<ShapeText[]> {
  const areas = atlas.areas.filter((area) => area.set === set);
  const found = await findShapeTexts(database, atlas, areas);
  return found.map(({ area, shape }) => ({ id: area.code, shape }));
}
