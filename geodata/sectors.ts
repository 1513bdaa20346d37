import type { CellShares, ContentSector } from '../server/database/release-content.ts';
import { parseLonLat } from '../server/domain/position.ts';
import { sectorOf } from '../server/domain/postcode.ts';
import { addTo } from './cells.ts';
import type { PostcodeList } from './read/postcode-list.ts';

/** Stands for ground outside every set. */
const OUTSIDE = -1;

type Sums = { count: number; lon: number; lat: number; readonly cells: Map<number, number> };

/** What the live postcodes with a position say of their sectors, in order. */
export function sectorsOf(
  list: PostcodeList,
  sharesAt: (at: number) => CellShares,
): ContentSector[] {
  const sectors = new Map<string, Sums>();
  for (let at = 0; at < list.count; at++) {
    const [lon = Number.NaN, lat = Number.NaN] = [list.lons[at], list.lats[at]];
    if (Number.isNaN(lon) || list.endedAt(at) !== null) continue;
    const sums = sumsOf(sectors, sectorOf(list.postcodeAt(at)));
    sums.count++;
    sums.lon += lon;
    sums.lat += lat;
    const shares = sharesAt(at);
    if (shares.length === 0) addTo(sums.cells, OUTSIDE, 1);
    for (const [cell, share] of shares) addTo(sums.cells, cell, share);
  }
  return [...sectors].map(([sector, sums]) => sectorFrom(sector, sums));
}

function sumsOf(sectors: Map<string, Sums>, sector: string): Sums {
  const known = sectors.get(sector);
  if (known) return known;
  const sums = { count: 0, lon: 0, lat: 0, cells: new Map<number, number>() };
  sectors.set(sector, sums);
  return sums;
}

function sectorFrom(sector: string, { count, lon, lat, cells }: Sums): ContentSector {
  const position = parseLonLat(degrees(lon / count), degrees(lat / count));
  if (!position) throw new Error(`The mean position of ${sector} is not on the globe`);
  const shares = [...cells].map(([cell, sum]) => [cell, sum / count] as const);
  return { sector, position, cells: shares.sort(([, a], [, b]) => b - a), postcodes: count };
}

/** A mean says no more than the positions it comes from: five decimals, about a metre. */
function degrees(mean: number): number {
  return Math.round(mean * 1e5) / 1e5;
}
