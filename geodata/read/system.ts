import { describe } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { fromBritishGridExactly, isOnBritishGrid } from '../national-grid.ts';

/** What the positions of a file are in, and how that is known. Without a name, it is told by the numbers. */
export type System = { readonly grid: 'degrees' | 'british'; readonly named: string | null };

/** By how their names end: `EPSG:27700`, `urn:ogc:def:crs:EPSG::27700`, `27700`. Names are never followed as links. */
const SYSTEMS: readonly (readonly [name: RegExp, grid: System['grid']])[] = [
  [/(?:^|[:/])CRS:?84$|(?:^|\D)4326$/i, 'degrees'],
  [/(?:^|\D)27700$|British National Grid$/i, 'british'],
];

/** Systems we refuse by their own name, and not only by their number. */
const REFUSED: readonly (readonly [name: RegExp, words: string])[] = [
  [/(?:^|\D)(?:2157|2990[0-3])$|Irish|IRENET/i, 'the Irish Grid'],
  [/(?:^|\D)(?:3857|900913|102100)$/, 'Web Mercator'],
];

/** Old files name their system in `crs`; the standard of today has but degrees (RFC 7946, section 4). */
export function readSystem(
  crs: unknown,
  first: readonly number[] | undefined,
  file: string,
): System {
  if (crs === undefined || crs === null)
    return { grid: first && isMetres(first) ? 'british' : 'degrees', named: null };
  const named = nameOf(crs);
  const grid = SYSTEMS.find(([name]) => name.test(named))?.[1];
  if (grid !== undefined) return { grid, named };
  const words = REFUSED.find(([name]) => name.test(named))?.[1];
  const found = words === undefined ? describe(named === '' ? crs : named) : `${words} (${named})`;
  throw new InputFault(
    `${file}: wanted WGS84 degrees or the British National Grid, found a file in ${found}`,
  );
}

/** `{"type": "name", "properties": {"name": …}}`, or the older `{"type": "EPSG", "properties": {"code": …}}`. */
function nameOf(crs: unknown): string {
  const { properties } = crs as { properties?: { name?: unknown; code?: unknown } | null };
  const name = properties?.name ?? properties?.code;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : '';
}

/** No place of Great Britain has so small numbers in metres as any has in degrees. */
function isMetres([x = 0, y = 0]: readonly number[]): boolean {
  return (Math.abs(x) > 180 || Math.abs(y) > 90) && isOnBritishGrid(x, y);
}

/** What is said of a file that is not plain GeoJSON in this: nothing, or one line. */
export function systemInWords({ grid, named }: System, file: string): string[] {
  if (grid === 'british')
    return [
      `${file}: converted from metres of the British National Grid, ${named === null ? 'known by their numbers' : `named ${named}`}`,
    ];
  return named?.endsWith('4326') === true
    ? [`${file}: names ${named}, read as longitude before latitude`]
    : [];
}

/** For readers of a release. */
export function convertedNotice(set: string): string {
  return `In ${set} positions were converted from the British National Grid, right to about 5 metres.`;
}

/** The first two numbers that stand together in any of the geometries. */
export function firstPosition(
  features: readonly { readonly geometry?: unknown }[],
): readonly number[] | undefined {
  for (const { geometry } of features) {
    let value = (geometry as { coordinates?: unknown } | null | undefined)?.coordinates;
    while (Array.isArray(value) && Array.isArray(value[0])) [value] = value as unknown[];
    if (isPair(value)) return value;
  }
  return undefined;
}

/** A geometry with its positions turned from metres of the grid. Throws one sentence for numbers that are none. */
export function inDegrees(geometry: unknown, where: string): unknown {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  return type === 'Polygon' || type === 'MultiPolygon'
    ? { type, coordinates: turned(coordinates, type === 'Polygon' ? 2 : 3, where) }
    : geometry;
}

/** What is no position is left for `parseShape` to refuse. */
function turned(value: unknown, levels: number, where: string): unknown {
  if (levels > 0)
    return Array.isArray(value)
      ? (value as unknown[]).map((each) => turned(each, levels - 1, where))
      : value;
  if (!isPair(value)) return value;
  const position = isMetres(value) ? fromBritishGridExactly(value[0], value[1]) : undefined;
  if (position) return position;
  throw new InputFault(
    `${where}: wanted metres of the British National Grid as in the rest of the file, found ${value.slice(0, 2).join(', ')}`,
  );
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}
