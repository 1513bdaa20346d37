import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers';
import type { Geometry as GeoJsonGeometry } from 'geojson';

import type { Brand } from '../../server/domain/brand.ts';
import { polygonsOf, type Shape } from '../../server/domain/shape.ts';
import { wound } from '../winding.ts';

/** A geometry in GEOS's own memory, which nobody frees but us. */
export type Geometry = Brand<number, 'Geometry'>;

/** An indexed copy of a geometry, many times faster to ask. */
export type Prepared = Brand<number, 'Prepared'>;

/** The few operations of GEOS that the loader needs. Each throws GEOS's own words when it fails. */
export type Geos = {
  readonly geometryOf: (shape: Shape) => Geometry;
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
  /** Square degrees. */
  readonly areaOf: (geometry: Geometry) => number;
  /** The areal part; undefined when there is none. */
  readonly shapeOf: (geometry: Geometry) => Shape | undefined;
  readonly free: (geometry: Geometry) => void;
};

type Wasm = Awaited<ReturnType<typeof initGeosJs>>;

const GEOMETRY_COLLECTION = 7;

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
    geometryOf: (shape) => made('geometry', geojsonToGeosGeom(shape, wasm)),
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
    areaOf: (geometry) => areaOf(wasm, geometry),
    shapeOf: (geometry) => arealPart(geosGeomToGeojson(geometry, wasm) as GeoJsonGeometry),
    free: (geometry) => {
      wasm.GEOSGeom_destroy(geometry);
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
  const copies = Uint32Array.from(geometries, (geometry) => wasm.GEOSGeom_clone(geometry));
  const pointer = wasm.Module._malloc(copies.byteLength);
  wasm.Module.HEAPU32.set(copies, pointer / copies.BYTES_PER_ELEMENT);
  const collection: unknown = wasm.GEOSGeom_createCollection(
    GEOMETRY_COLLECTION,
    pointer,
    copies.length,
  );
  wasm.Module._free(pointer);
  return collection;
}

function areaOf(wasm: Wasm, geometry: Geometry): number {
  const pointer = wasm.Module._malloc(Float64Array.BYTES_PER_ELEMENT);
  wasm.GEOSArea(geometry, pointer);
  const area = wasm.Module.getValue(pointer, 'double');
  wasm.Module._free(pointer);
  return area;
}

/** Lines and points, where two shapes only touch, are no ground. */
function arealPart(geometry: GeoJsonGeometry): Shape | undefined {
  const polygons = polygonsIn(geometry).filter((polygon) => polygon.length > 0);
  const [first, ...others] = polygons;
  if (!first) return undefined;
  return wound(
    others.length === 0
      ? { type: 'Polygon', coordinates: first }
      : { type: 'MultiPolygon', coordinates: polygons },
  );
}

function polygonsIn(geometry: GeoJsonGeometry): number[][][][] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsIn);
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  return polygonsOf(geometry) as number[][][][];
}
