import {
  findOverlapShape,
  findShapes,
  overlapsBetween,
  type StoredOverlap,
} from '../database/areas.ts';
import type { Atlas } from '../database/releases.ts';
import { type Area, type BoundarySet, HEALTH_KINDS, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { type Cover, coverOf } from '../domain/cover.ts';
import type { Need } from '../domain/need.ts';
import { areaOfSet, type Ground } from '../domain/place.ts';
import type { Shape } from '../domain/shape.ts';
import { groundsInForce } from '../domain/team-coverage.ts';
import { AskingFault } from './asking-fault.ts';
import type { OpenRelease } from './open-release.ts';

/** Of each need on a day: where no team, one team or several answer. */
export async function cover(
  release: OpenRelease,
  needs: readonly Need[],
  on: LocalDate,
): Promise<Cover[]> {
  const { atlas } = release;
  const sets = setsInForce(atlas.sets, on);
  if (sets.length === 0)
    throw new AskingFault(`Wanted a day with boundaries, found none in force on ${on}.`);
  const residentsOf = await residentsByGround(release, sets);
  const grounds = groundsInForce(
    atlas.cells.map(({ ground, postcodes }) => ({
      ground,
      postcodes,
      residents: residentsOf(ground, postcodes),
    })),
    sets,
  );
  return needs.map((need) => coverOf({ need, on, sets }, grounds, atlas.teams));
}

/** The two areas of a ground by which its people are counted and its shape is drawn. */
type Pair = { readonly district: Area | undefined; readonly health: Area | undefined };

function pairOf(ground: Ground, { district, health }: PairOfSets): Pair {
  return {
    district: district && areaOfSet(ground, district),
    health: health && areaOfSet(ground, health),
  };
}

type PairOfSets = {
  readonly district: BoundarySet | undefined;
  /** Of the NHS sets in force, the one with the most areas. */
  readonly health: BoundarySet | undefined;
};

function pairOfSets({ areas }: Atlas, sets: readonly BoundarySet[]): PairOfSets {
  const size = (set: BoundarySet): number => areas.filter((area) => area.set === set).length;
  const [health] = sets
    .filter(({ kind }) => HEALTH_KINDS.includes(kind))
    .sort((a, b) => size(b) - size(a));
  return { district: sets.find(({ kind }) => kind === 'district'), health };
}

export type Outline = {
  /** True where one of the two areas is not known: the shape is the whole of the other. */
  readonly isWhole: boolean;
  readonly shape: () => Promise<Shape | undefined>;
};

/** What to draw each ground of a day by. */
export function outlinesOn(
  { database, atlas }: OpenRelease,
  on: LocalDate,
): (ground: Ground) => Outline {
  const pair = pairOfSets(atlas, setsInForce(atlas.sets, on));
  return (ground) => {
    const { district, health } = pairOf(ground, pair);
    if (district && health)
      return { isWhole: false, shape: () => findOverlapShape(database, atlas, district, health) };
    const only = district ?? health ?? ground[0];
    const shape = async (): Promise<Shape | undefined> =>
      only && (await findShapes(database, atlas, [only])).get(only);
    return { isWhole: true, shape };
  };
}

type ResidentsOf = (ground: Ground, postcodes: number) => number | null;
type Counted = { readonly postcodes: number; readonly residents: number | null };

/**
 * People are counted for overlaps of a district with an NHS body, the finest there is, and for what of either
 * the other does not cover: ground in one has as large a part of its people as of its postcodes.
 */
async function residentsByGround(
  { database, atlas }: OpenRelease,
  sets: readonly BoundarySet[],
): Promise<ResidentsOf> {
  const pair = pairOfSets(atlas, sets);
  const overlaps =
    pair.district && pair.health
      ? await overlapsBetween(database, atlas, pair.district, pair.health)
      : [];
  const byPair = new Map(overlaps.map((each) => [`${each.left.id} ${each.right.id}`, each]));
  const shared = new Map<Area, StoredOverlap[]>();
  for (const each of overlaps)
    for (const area of [each.left, each.right])
      shared.set(area, [...(shared.get(area) ?? []), each]);
  return (ground, postcodes) => {
    const { district, health } = pairOf(ground, pair);
    const only = district ?? health;
    const counted =
      district && health
        ? byPair.get(`${district.id} ${health.id}`)
        : only && without(only, shared.get(only) ?? []);
    const residents = counted?.residents ?? null;
    if (!counted || residents === null) return null;
    return counted.postcodes > 0 ? (residents * postcodes) / counted.postcodes : 0;
  };
}

function without(area: Area, overlaps: readonly StoredOverlap[]): Counted {
  return overlaps.reduce<Counted>(
    (left, { postcodes, residents }) => ({
      postcodes: Math.max(0, left.postcodes - postcodes),
      residents:
        left.residents === null || residents === null
          ? null
          : Math.max(0, left.residents - residents),
    }),
    area,
  );
}
