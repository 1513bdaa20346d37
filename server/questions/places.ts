import { setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { inForceOn, locate, outOfCoverage, standsOnGround } from '../domain/locate.ts';
import { refuse } from '../domain/not-located.ts';
import type { Place, PlaceOutcome } from '../domain/place.ts';
import type { LonLat } from '../domain/position.ts';
import { type Postcode, readPostcode, sectorOf } from '../domain/postcode.ts';
import { groundFrom, partsRound } from '../domain/spread.ts';
import { furtherLooker } from './look-further.ts';
import type { OpenRelease } from './open-release.ts';
import type { Whereabouts } from './whereabouts.ts';

export async function place(
  release: OpenRelease,
  where: Whereabouts,
  on: LocalDate,
): Promise<PlaceOutcome> {
  const [outcome] = await places(release, [where]);
  if (!outcome) throw new Error('Asked for one place, was given none');
  return inForceOn(
    await furtherLooker(release)(outcome, { where, on }),
    setsInForce(release.atlas.sets, on),
    {
      on,
      all: release.atlas.sets,
    },
  );
}

/** Postcodes are looked up together, in a few queries however many there are. */
export async function places(
  release: OpenRelease,
  asks: readonly Whereabouts[],
): Promise<PlaceOutcome[]> {
  const { coverage } = release.atlas.release;
  const readings = asks.map((where) =>
    'postcode' in where ? readPostcode(where.postcode) : where.point,
  );
  const units: Postcode[] = [];
  for (const reading of readings)
    if ('kind' in reading && reading.kind === 'unit') units.push(reading.postcode);
  const records = await release.postcodes(units);
  let sectors: ReadonlyMap<string, Place> | undefined;
  const found: PlaceOutcome[] = [];
  for (const reading of readings) {
    if (!('kind' in reading)) found.push(await placeAt(release, reading));
    else if (reading.kind !== 'unit') found.push(refuse(reading));
    else {
      const { postcode } = reading;
      const record = records.get(postcode);
      const isAdrift = !standsOnGround(record);
      if (isAdrift) sectors ??= await release.sectors();
      const sector = isAdrift ? sectors?.get(sectorOf(postcode)) : undefined;
      found.push(locate(postcode, { record, sector }, coverage));
    }
  }
  return found;
}

/** A point is asked of the drawn lines, so it is as unsure as they are: all ground within their resolution counts. */
async function placeAt({ atlas, indexes }: OpenRelease, point: LonLat): Promise<PlaceOutcome> {
  const bySet = await indexes();
  const resolution = Math.max(...atlas.sets.map(({ resolutionMetres }) => resolutionMetres));
  const parts = partsRound(point, resolution, groundFrom([...bySet.values()]), 'elsewhere');
  if (parts.every(({ ground }) => ground.length === 0))
    return outOfCoverage(null, atlas.release.coverage);
  const metresToLine = new Map(
    [...bySet].flatMap(([set, index]) => {
      const metres = index.metresToOther(point, index.areaAt(point));
      return metres === undefined ? [] : [[set.id, metres] as const];
    }),
  );
  return {
    kind: 'located',
    place: {
      postcode: null,
      precision: 'POINT',
      position: point,
      parts,
      metresToLine,
      ended: null,
      nearby: [],
    },
  };
}
