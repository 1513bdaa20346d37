import type { PointInput } from '../api/generated/graphql.ts';

/** Round the United Kingdom, degrees. Further off it is a slip, most often the two numbers changed about. */
const LAT = { from: 49, to: 61 } as const;
const LON = { from: -9, to: 3 } as const;

const TWO_NUMBERS =
  /^(\d{1,2}(?:\.\d+)?) ?°? ?(N)?(?: ?, ?| )([-−]?\d{1,2}(?:\.\d+)?) ?°? ?([EW])?$/;

/** Reads `51.0629, -1.3166` as maps and phones write it, latitude first; undefined when it is no point in the UK. */
export function readPoint(text: string): PointInput | undefined {
  const tidy = text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
  const [, latitude = '', , longitude = '', side] = TWO_NUMBERS.exec(tidy) ?? [];
  const lat = Number(latitude);
  const east = Number(longitude.replace('−', '-'));
  const lon = side === 'W' && east > 0 ? -east : east;
  const isInUk = lat >= LAT.from && lat <= LAT.to && lon >= LON.from && lon <= LON.to;
  return latitude !== '' && isInUk ? { lat, lon } : undefined;
}

/** To about ten metres, as it stands in the field. */
export function pointInText({ lat, lon }: PointInput): string {
  return `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
}
