import initGeosJs from 'geos-wasm';

import type { Brand } from '../../server/domain/brand.ts';
import { type PackedShape, sharedNumbers } from './packed-shape.ts';

/** A geometry in GEOS's own memory, which nobody frees but us. */
export type Geometry = Brand<number, 'Geometry'>;

/** An indexed copy of a geometry, many times faster to ask. */
export type Prepared = Brand<number, 'Prepared'>;

/** The few operations of GEOS that the loader needs. Each throws GEOS's own words when it fails. */
export type Geos = {
  readonly geometryOf: (shape: PackedShape) => Geometry;
  /** Why the geometry breaks the rules of simple features, and where; undefined when it does not. */
  readonly invalidityOf: (geometry: Geometry) => string | undefined;
  /** The ground its rings enclose, by the structure of the polygon: shells joined, holes taken away; lines and points left out. */
  readonly madeValid: (geometry: Geometry) => Geometry;
  readonly prepare: (geometry: Geometry) => Prepared;
  readonly covers: (prepared: Prepared, geometry: Geometry) => boolean;
  readonly meets: (prepared: Prepared, geometry: Geometry) => boolean;
  readonly intersection: (a: Geometry, b: Geometry) => Geometry;
  readonly difference: (a: Geometry, b: Geometry) => Geometry;
  readonly union: (geometries: readonly Geometry[]) => Geometry;
  /**
   * Of areas meant to lie side by side: for each the first position of a line that does not run along its
   * neighbour's, though no farther from it than this; undefined for one whose lines all do.
   */
  readonly unmetIn: (
    geometries: readonly Geometry[],
    degrees: number,
  ) => (readonly [lon: number, lat: number] | undefined)[];
  /** Square degrees. */
  readonly areaOf: (geometry: Geometry) => number;
  /** The areal part; undefined when there is none. */
  readonly shapeOf: (geometry: Geometry) => PackedShape | undefined;
  readonly free: (geometry: Geometry) => void;
  readonly freeIndex: (prepared: Prepared) => void;
};

type Wasm = Awaited<ReturnType<typeof initGeosJs>>;

const POLYGON = 3;
const MULTI_POLYGON = 6;
const GEOMETRY_COLLECTION = 7;
const POSITION_BYTES = 2 * Float64Array.BYTES_PER_ELEMENT;

export async function loadGeos(): Promise<Geos> {
  const told: string[] = [];
  const tell = (message: string): void => void told.push(message);
  const wasm = await initGeosJs({ errorHandler: tell, noticeHandler: tell });

  /** GEOS tells of failure by a null pointer, or 2 for a predicate, and sends the cause to its handler. */
  const checked = (what: string, result: number, failure: number): number => {
    const cause = told.splice(0).at(-1);
    if (result === failure)
      throw new Error(`GEOS could not find the ${what}: ${cause ?? 'no cause given'}`);
    return result;
  };
  const made = (what: string, result: unknown): Geometry =>
    checked(what, Number(result), 0) as Geometry;
  const answered = (what: string, result: unknown): boolean =>
    checked(what, Number(result), 2) === 1;

  return {
    geometryOf: (shape) => made('geometry', multiPolygonFrom(wasm, shape)),
    invalidityOf: (geometry) =>
      answered('validity', wasm.GEOSisValid(geometry)) ? undefined : invalidity(wasm, geometry),
    madeValid: (geometry) => made('repair', madeValid(wasm, geometry)),
    prepare: (geometry) => made('index', wasm.GEOSPrepare(geometry)) as number as Prepared,
    covers: (prepared, geometry) => answered('cover', wasm.GEOSPreparedCovers(prepared, geometry)),
    meets: (prepared, geometry) =>
      answered('meeting', wasm.GEOSPreparedIntersects(prepared, geometry)),
    intersection: (a, b) => made('intersection', wasm.GEOSIntersection(a, b)),
    difference: (a, b) => made('difference', wasm.GEOSDifference(a, b)),
    union: (geometries) => {
      const collection = made('collection', collectionOf(wasm, geometries));
      const union = made('union', wasm.GEOSUnaryUnion(collection));
      wasm.GEOSGeom_destroy(collection);
      return union;
    },
    unmetIn: (geometries, width) => {
      const collection = made('collection', collectionOf(wasm, geometries));
      const lines = unmetLines(wasm, collection, width);
      wasm.GEOSGeom_destroy(collection);
      const first = partsOf(wasm, lines).map((line) => firstPosition(wasm, line));
      wasm.GEOSGeom_destroy(lines as never);
      return first;
    },
    areaOf: (geometry) => areaOf(wasm, geometry),
    shapeOf: (geometry) => arealPart(wasm, geometry),
    free: (geometry) => {
      wasm.GEOSGeom_destroy(geometry);
    },
    freeIndex: (prepared) => {
      wasm.GEOSPreparedGeom_destroy(prepared);
    },
  };
}

/** `Self-intersection[-0.52 53.69]` in GEOS's words becomes `self-intersection at -0.52, 53.69`. */
function invalidity(wasm: Wasm, geometry: Geometry): string {
  const text = wasm.GEOSisValidReason(geometry);
  const reason = wasm.Module.UTF8ToString(text);
  wasm.GEOSFree(text);
  const [, what = reason, lon, lat] = /^(.*)\[(\S+) (\S+)\]$/.exec(reason) ?? [];
  const at = lon === undefined || lat === undefined ? '' : ` at ${degrees(lon)}, ${degrees(lat)}`;
  return `${what.trim().toLowerCase()}${at}`;
}

/** Not by linework, which leaves out ground that two parts of one area both claim. */
function madeValid(wasm: Wasm, geometry: Geometry): unknown {
  const params = wasm.GEOSMakeValidParams_create();
  wasm.GEOSMakeValidParams_setMethod(params, wasm.GEOSMakeValidMethods.GEOS_MAKE_VALID_STRUCTURE);
  wasm.GEOSMakeValidParams_setKeepCollapsed(params, 0);
  const valid: unknown = wasm.GEOSMakeValidWithParams(geometry, params);
  wasm.GEOSMakeValidParams_destroy(params);
  return valid;
}

/** Six decimals: about a decimetre. */
function degrees(text: string): string {
  return String(Number(Number(text).toFixed(6)));
}

/** The collection owns copies, so that the geometries themselves live on. */
function collectionOf(wasm: Wasm, geometries: readonly Geometry[]): unknown {
  const copies = geometries.map((geometry): unknown => wasm.GEOSGeom_clone(geometry));
  return collected(wasm, GEOMETRY_COLLECTION, copies);
}

function collected(wasm: Wasm, type: number, members: readonly unknown[]): unknown {
  return withPointers(wasm, members, (pointer, count): unknown =>
    wasm.GEOSGeom_createCollection(type, pointer, count),
  );
}

function withPointers(
  wasm: Wasm,
  pointers: readonly unknown[],
  use: (pointer: number, count: number) => unknown,
): unknown {
  const list = Uint32Array.from(pointers, Number);
  const pointer = wasm.Module._malloc(list.byteLength);
  wasm.Module.HEAPU32.set(list, pointer / list.BYTES_PER_ELEMENT);
  const result = use(pointer, list.length);
  wasm.Module._free(pointer);
  return result;
}

/** All numbers go over at once; each ring is then read from its place among them. */
function multiPolygonFrom(wasm: Wasm, { numbers, rings, polygons }: PackedShape): unknown {
  const start = wasm.Module._malloc(numbers.byteLength);
  wasm.Module.HEAPF64.set(numbers, start / numbers.BYTES_PER_ELEMENT);
  let [ring, pointer] = [0, start];
  const takeRing = (): unknown => {
    const length = rings[ring++] ?? 0;
    const sequence = wasm.GEOSCoordSeq_copyFromBuffer(pointer, length, 0, 0);
    pointer += length * POSITION_BYTES;
    return wasm.GEOSGeom_createLinearRing(sequence);
  };
  const members = polygons.map((length) => {
    const [shell, ...holes] = Array.from({ length }, takeRing);
    return withPointers(wasm, holes, (holesAt, count): unknown =>
      wasm.GEOSGeom_createPolygon(shell as never, holesAt, count),
    );
  });
  wasm.Module._free(start);
  return members.length === 1 ? members[0] : collected(wasm, MULTI_POLYGON, members);
}

function areaOf(wasm: Wasm, geometry: Geometry): number {
  return withPointer(wasm, Float64Array.BYTES_PER_ELEMENT, (pointer) => {
    wasm.GEOSArea(geometry, pointer);
    return wasm.Module.getValue(pointer, 'double');
  });
}

/** A line, maybe empty, for each member of a collection of areas. */
function unmetLines(wasm: Wasm, collection: Geometry, degrees: number): unknown {
  const pointer = wasm.Module._malloc(Uint32Array.BYTES_PER_ELEMENT);
  wasm.GEOSCoverageIsValid(collection, degrees, pointer);
  const lines: unknown = wasm.Module.getValue(pointer, 'i32');
  wasm.Module._free(pointer);
  if (lines === 0) throw new Error('GEOS could not find the lines that do not meet');
  return lines;
}

function firstPosition(wasm: Wasm, line: unknown): readonly [number, number] | undefined {
  if (wasm.GEOSisEmpty(line as never)) return undefined;
  const [part = line] = partsOf(wasm, line);
  const sequence = wasm.GEOSGeom_getCoordSeq(part as never);
  const at = wasm.Module._malloc(POSITION_BYTES);
  wasm.GEOSCoordSeq_getXY(sequence, 0, at, at + Float64Array.BYTES_PER_ELEMENT);
  const from = at / Float64Array.BYTES_PER_ELEMENT;
  const [lon = 0, lat = 0] = wasm.Module.HEAPF64.subarray(from, from + 2);
  wasm.Module._free(at);
  return [lon, lat];
}

function partsOf(wasm: Wasm, geometry: unknown): unknown[] {
  const length = wasm.GEOSGetNumGeometries(geometry as never);
  return Array.from({ length }, (_, at): unknown => wasm.GEOSGetGeometryN(geometry as never, at));
}

/** Lines and points, where two shapes only touch, are no ground. */
function arealPart(wasm: Wasm, geometry: Geometry): PackedShape | undefined {
  const ringsOfPolygons = polygonsIn(wasm, geometry).map((polygon) => ringsIn(wasm, polygon));
  if (ringsOfPolygons.length === 0) return undefined;
  const lines = ringsOfPolygons.flat();
  const rings = lines.map((line) => wasm.GEOSGetNumCoordinates(line as never));
  const numbers = sharedNumbers(2 * rings.reduce((sum, length) => sum + length, 0));
  const start = wasm.Module._malloc(numbers.byteLength);
  let pointer = start;
  lines.forEach((line, at) => {
    wasm.GEOSCoordSeq_copyToBuffer(wasm.GEOSGeom_getCoordSeq(line as never), pointer, 0, 0);
    pointer += (rings[at] ?? 0) * POSITION_BYTES;
  });
  const from = start / numbers.BYTES_PER_ELEMENT;
  numbers.set(wasm.Module.HEAPF64.subarray(from, from + numbers.length));
  wasm.Module._free(start);
  return { numbers, rings, polygons: ringsOfPolygons.map(({ length }) => length) };
}

/** Polygons that are not empty, wherever they stand among the parts. */
function polygonsIn(wasm: Wasm, geometry: unknown): unknown[] {
  const type = wasm.GEOSGeomTypeId(geometry as never);
  if (type === POLYGON) return wasm.GEOSisEmpty(geometry as never) ? [] : [geometry];
  if (type !== MULTI_POLYGON && type !== GEOMETRY_COLLECTION) return [];
  return partsOf(wasm, geometry).flatMap((part) => polygonsIn(wasm, part));
}

/** The shell first. */
function ringsIn(wasm: Wasm, polygon: unknown): unknown[] {
  const length = wasm.GEOSGetNumInteriorRings(polygon as never);
  const holes = Array.from({ length }, (_, at): unknown =>
    wasm.GEOSGetInteriorRingN(polygon as never, at),
  );
  return [wasm.GEOSGetExteriorRing(polygon as never), ...holes];
}

/** Room of so many bytes for GEOS to put an answer in. */
function withPointer(wasm: Wasm, bytes: number, use: (pointer: number) => number): number {
  const pointer = wasm.Module._malloc(bytes);
  const result = use(pointer);
  wasm.Module._free(pointer);
  return result;
}
