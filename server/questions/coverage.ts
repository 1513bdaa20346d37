import { overlapsBetween } from '../database/areas.ts';
import { type BoundarySet, HEALTH_KINDS, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Need } from '../domain/need.ts';
import { areaOfSet, type Ground } from '../domain/place.ts';
import { type CoveragePiece, type PeopledGround, teamCoverage } from '../domain/team-coverage.ts';
import type { OpenRelease } from './open-release.ts';

/** Where no team, one team or several cover a need on a day. */
export async function coverage(
  release: OpenRelease,
  need: Need,
  on: LocalDate,
): Promise<CoveragePiece[]> {
  const { atlas } = release;
  const sets = setsInForce(atlas.sets, on);
  const residentsOf = await residentsByGround(release, sets);
  const grounds: PeopledGround[] = atlas.cells.map(({ ground, postcodes }) => ({
    ground,
    postcodes,
    residents: residentsOf(ground, postcodes),
  }));
  return teamCoverage({ need, on, sets }, grounds, atlas.teams);
}

type ResidentsOf = (ground: Ground, postcodes: number) => number | null;

/**
 * People are counted for overlaps of a district with an NHS body, the finest there is: a piece of one has as
 * large a part of its people as of its postcodes.
 */
async function residentsByGround(
  { database, atlas }: OpenRelease,
  sets: readonly BoundarySet[],
): Promise<ResidentsOf> {
  const district = sets.find(({ kind }) => kind === 'district');
  const health = HEALTH_KINDS.map((kind) => sets.find((set) => set.kind === kind)).find(
    (set) => set !== undefined,
  );
  if (!district || !health) return () => null;
  const overlaps = await overlapsBetween(database, atlas, district, health);
  const byPair = new Map(overlaps.map((each) => [`${each.left.id} ${each.right.id}`, each]));
  return (ground, postcodes) => {
    const [one, other] = [areaOfSet(ground, district), areaOfSet(ground, health)];
    const counted = one && (other ? byPair.get(`${one.id} ${other.id}`) : one);
    const residents = counted?.residents ?? null;
    if (!counted || residents === null) return null;
    return counted.postcodes > 0 ? (residents * postcodes) / counted.postcodes : 0;
  };
}
