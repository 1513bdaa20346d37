import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { XMLParser } from 'fast-xml-parser';
import type { Geometry } from 'geojson';
import initGeosJs from 'geos-wasm';
import { geosGeomToGeojson } from 'geos-wasm/helpers';

import type { Shape } from '../../server/domain/shape.ts';

/** One operation of one case. `id` counts cases and operations of the file from 0. */
export type Operation = {
  readonly id: string;
  /** In small letters. */
  readonly name: string;
  readonly first: string;
  readonly second: string;
  /** Of a fixed grid: cells to a unit. Undefined for floating numbers. */
  readonly scale: number | undefined;
  readonly expected: string;
};

export function xmlFilesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort();
}

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  alwaysCreateTextNode: true,
  parseTagValue: false,
  isArray: (name) => ['case', 'test', 'op'].includes(name),
});

export function readOperations(folder: string, file: string): Operation[] {
  const { run } = parser.parse(readFileSync(join(folder, file), 'utf8')) as { run: Node };
  const runScale = scaleIn(run['precisionModel']);
  return nodes(run['case']).flatMap((each, at) => {
    const sides = new Map([
      ['a', text(each['a'])],
      ['b', text(each['b'])],
    ]);
    const ops = nodes(each['test']).flatMap((test) => nodes(test['op']));
    return ops.map((op, opAt) => {
      const side = (name: string, usual: string): string =>
        sides.get((text(op[name]) || usual).toLowerCase()) ?? '';
      const name = text(op['@name']).toLowerCase();
      return {
        id: `${at}.${opAt}`,
        name,
        first: side('@arg1', 'a'),
        second: side('@arg2', 'b'),
        scale: name.endsWith('sr') ? Number(text(op['@arg3'])) : runScale,
        expected: text(op),
      };
    });
  });
}

function scaleIn(model: unknown): number | undefined {
  const scale = text((model as Node | undefined)?.['@scale']);
  return scale === '' ? undefined : Number(scale);
}

function nodes(value: unknown): readonly Node[] {
  return (value ?? []) as readonly Node[];
}

function text(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'object' && value !== null ? text((value as Node)['#']) : '';
}

const wasm = await initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined });
const wktReader = wasm.GEOSWKTReader_create();
const wkbReader = wasm.GEOSWKBReader_create();

/** From WKT, or from WKB in hexadecimal digits; undefined where GEOS cannot read it. */
export function parseGeometry(words: string): Geometry | undefined {
  const hex = /^[\da-f\s]+$/i.test(words) ? words.replaceAll(/\s/g, '') : undefined;
  const content = hex ?? words;
  const pointer = wasm.Module._malloc(content.length + 1);
  wasm.Module.stringToUTF8(content, pointer, content.length + 1);
  const geometry =
    hex === undefined
      ? wasm.GEOSWKTReader_read(wktReader, pointer)
      : wasm.GEOSWKBReader_readHEX(wkbReader, pointer, content.length);
  wasm.Module._free(pointer);
  if (!geometry) return undefined;
  const read = geosGeomToGeojson(geometry, wasm) as Geometry;
  wasm.GEOSGeom_destroy(geometry);
  return read;
}

/** The polygons of a geometry without empty members and rings; undefined where there are none. */
export function shapeIn(geometry: Geometry | undefined): Shape | undefined {
  const coordinates = polygonsIn(geometry)
    .map((polygon) => polygon.filter((ring) => ring.length > 0))
    .filter((polygon) => polygon.length > 0);
  return coordinates.length === 0 ? undefined : { type: 'MultiPolygon', coordinates };
}

function polygonsIn(geometry: Geometry | undefined): number[][][][] {
  if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsIn);
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates;
  return geometry?.type === 'Polygon' ? [geometry.coordinates] : [];
}
