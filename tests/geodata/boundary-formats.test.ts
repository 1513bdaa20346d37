import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { type FromFile, type ReadArea, readAreas } from '../../geodata/read/geojson.ts';
import { convertedNotice, systemInWords } from '../../geodata/read/system.ts';
import { boxOf, ringsOf } from '../../server/domain/shape.ts';
import { folderOf } from '../worlds/manifest-folder.ts';

const FIELDS = { code: 'code', name: 'name', gss: null, ods: null };

function read(content: object, object: string | null = null): FromFile<ReadArea> {
  const file = join(folderOf({ 'x.json': JSON.stringify(content) }), 'x.json');
  return readAreas({ file, object, repair: false }, FIELDS);
}

/** The sentence of a refusal, without the folder. */
function refusal(content: object, object: string | null = null): string {
  try {
    read(content, object);
  } catch (fault) {
    return (fault as Error).message.replace(/^.*\/(?=x\.json)/, '');
  }
  return 'nothing was refused';
}

/** Two squares that share the arc in the middle, in steps of a hundredth of a degree from 1° west, 51° north. */
const topology = {
  type: 'Topology',
  transform: { scale: [0.01, 0.01], translate: [-1, 51] },
  arcs: [
    [
      [1, 0],
      [0, 1],
    ],
    [
      [1, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ],
    [
      [1, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
    ],
  ],
  objects: {
    districts: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', properties: { code: 'W', name: 'West' }, arcs: [[0, 1]] },
        { type: 'MultiPolygon', properties: { code: 'E', name: 'East' }, arcs: [[[2, -1]]] },
      ],
    },
  },
};
const [westGeometry, eastGeometry] = topology.objects.districts.geometries;

describe('TopoJSON', () => {
  test('gives the areas of its only object, quantised or not', () => {
    const { areas, system } = read(topology);
    expect(areas.map(({ code }) => code)).toEqual(['E', 'W']);
    expect(areas.map(({ shape }) => boxOf(shape).map((each) => each.toFixed(2)))).toEqual([
      ['-0.99', '51.00', '-0.98', '51.01'],
      ['-1.00', '51.00', '-0.99', '51.01'],
    ]);
    expect(systemInWords(system, 'x')).toEqual([]);
    const plain = {
      ...topology,
      transform: undefined,
      arcs: [
        [
          [-1, 51],
          [-0.98, 51],
          [-0.98, 51.02],
          [-1, 51],
        ],
      ],
      objects: { one: { geometries: [{ ...westGeometry, arcs: [[0]] }] } },
    };
    expect(ringsOf(read(plain).areas[0]?.shape ?? { type: 'Polygon', coordinates: [] })).toEqual(
      plain.arcs,
    );
  });
  test('gives the object the manifest names where there are several', () => {
    const both = {
      ...topology,
      objects: { ...topology.objects, counties: { geometries: [westGeometry] } },
    };
    expect(read(both, 'counties').areas).toHaveLength(1);
    expect(read(both, 'districts').areas).toHaveLength(2);
    expect(refusal(both)).toBe(
      'x.json: wanted "object" to say which of districts, counties to read, found nothing',
    );
    expect(refusal(both, 'wards')).toBe(
      'x.json: wanted the object wards, found districts, counties',
    );
    expect(refusal(both, 'constructor')).toBe(
      'x.json: wanted the object constructor, found districts, counties',
    );
  });
  const withWest = (geometry: object): object => ({
    ...topology,
    objects: { districts: { geometries: [geometry, eastGeometry] } },
  });
  test.each([
    [
      'an arc that is not there',
      withWest({ ...westGeometry, arcs: [[0, 3]] }),
      "x.json, feature 1: wanted lists of the file's 3 arcs, found 3",
    ],
    [
      'an arc turned round that is not there',
      withWest({ ...westGeometry, arcs: [[0, -4]] }),
      "x.json, feature 1: wanted lists of the file's 3 arcs, found -4",
    ],
    [
      'arcs nested for another type',
      withWest({ ...westGeometry, type: 'MultiPolygon' }),
      "x.json, feature 1: wanted lists of the file's 3 arcs, found 0",
    ],
    [
      'no arcs',
      withWest({ type: 'Polygon', properties: {} }),
      "x.json, feature 1: wanted lists of the file's 3 arcs, found nothing",
    ],
    [
      'a line',
      withWest({ type: 'LineString', properties: { code: 'W', name: 'West' }, arcs: [0] }),
      'x.json, feature 1 (W): wanted a Polygon or MultiPolygon, found "LineString"',
    ],
    [
      'no properties',
      withWest({ type: 'Polygon', arcs: [[0, 1]] }),
      'x.json, feature 1: wanted a text in "code", found nothing',
    ],
    [
      'a ring without arcs',
      withWest({ ...westGeometry, arcs: [[]] }),
      'x.json, feature 1 (W): wanted positions of two numbers, found nothing',
    ],
    [
      'a position of texts',
      { ...topology, arcs: [[['1', '0']], ...topology.arcs.slice(1)] },
      'x.json, arc 0: wanted positions of two numbers, found [["1","0"]]',
    ],
    ['no list of arcs', { ...topology, arcs: {} }, 'x.json: wanted a list of arcs, found {}'],
    [
      'half a transform',
      { ...topology, transform: { scale: [1, 1] } },
      'x.json: wanted scale and translate of two numbers, found {"scale":[1,1]}',
    ],
    [
      'no objects',
      { type: 'Topology', arcs: [] },
      'x.json: wanted "object" to say which of no objects to read, found nothing',
    ],
    [
      'an object of no features',
      { ...topology, objects: { districts: null } },
      'x.json: wanted features in districts, found nothing',
    ],
  ])('is refused for %s', (_what, content, sentence) => {
    expect(refusal(content)).toBe(sentence);
  });
});

/** A square of the grid whose first corner is the worked example of Ordnance Survey's guide to coordinate systems. */
const ring = [
  [651409.903, 313177.27],
  [651500, 313177.27],
  [651500, 313300],
  [651409.903, 313300],
  [651409.903, 313177.27],
];
/** The same corner in WGS84: 1° 42′ 57.787″ E, 52° 39′ 28.723″ N. */
const CAISTER = [1.716052, 52.657979] as const;

function metres(crs?: unknown, code = 'W', coordinates: unknown = [ring]): object {
  return {
    type: 'FeatureCollection',
    ...(crs === undefined ? {} : { crs }),
    features: [
      {
        type: 'Feature',
        properties: { code, name: 'West' },
        geometry: { type: 'Polygon', coordinates },
      },
    ],
  };
}
const named = (name: unknown): object => ({ type: 'name', properties: { name } });

describe('GJ22 metres of the British National Grid', () => {
  test.each([
    named('urn:ogc:def:crs:EPSG::27700'),
    named('EPSG:27700'),
    named('OSGB36 / British National Grid'),
    { type: 'EPSG', properties: { code: 27700 } },
  ])('named as %j are converted, and that is said', (crs) => {
    const { areas, system } = read(metres(crs));
    const [[[lon = 0, lat = 0] = []] = []] = areas[0] ? ringsOf(areas[0].shape) : [];
    expect(Math.abs(lon - CAISTER[0]) * 67_600).toBeLessThan(5);
    expect(Math.abs(lat - CAISTER[1]) * 111_300).toBeLessThan(5);
    expect(systemInWords(system, 'x.json')).toEqual([
      expect.stringMatching(/^x\.json: converted from metres of the British National Grid, named /),
    ]);
  });
  test('without a name are known by their numbers, in GeoJSON and TopoJSON', () => {
    const { areas, system } = read(metres());
    expect(systemInWords(system, 'x.json')).toEqual([
      'x.json: converted from metres of the British National Grid, known by their numbers',
    ]);
    const gridded = {
      type: 'Topology',
      arcs: [ring],
      objects: { one: { geometries: [{ ...westGeometry, arcs: [[0]] }] } },
    };
    expect(read(gridded).areas[0]?.shape).toEqual(areas[0]?.shape);
  });
  test('are told to the readers of a release', () => {
    expect(convertedNotice('the district lines of 2017')).toBe(
      'In the district lines of 2017 positions were converted from the British National Grid, right to about 5 metres.',
    );
  });
  test('with degrees among them are refused, and degrees named so', () => {
    const mixed = [...ring.slice(0, 2), [-1.3, 51], ...ring.slice(3)];
    expect(refusal(metres(undefined, 'W', [mixed]))).toBe(
      'x.json, feature 1: wanted metres of the British National Grid as in the rest of the file, found -1.3, 51',
    );
    expect(refusal(metres(named('EPSG:27700'), 'W', [[[0.1, 51]]]))).toBe(
      'x.json, feature 1: wanted metres of the British National Grid as in the rest of the file, found 0.1, 51',
    );
  });
  test('named as degrees are refused', () => {
    expect(refusal(metres(named('urn:ogc:def:crs:OGC:1.3:CRS84')))).toBe(
      'x.json, feature 1 (W): wanted degrees of WGS84, found what look like metres of a national grid: 651409.903, 313177.27',
    );
  });
  test('GJ24 without a name are refused for Northern Ireland, which has another grid', () => {
    expect(refusal(metres(undefined, 'N09000003'))).toBe(
      'x.json, feature 1 (N09000003): wanted WGS84 degrees for Northern Ireland, found metres of a grid the file does not name',
    );
  });
});

describe('GJ23 a file that names another system is refused by its name:', () => {
  test.each([
    [named('EPSG:29902'), 'the Irish Grid (EPSG:29902)'],
    [named('urn:ogc:def:crs:EPSG::29903'), 'the Irish Grid (urn:ogc:def:crs:EPSG::29903)'],
    [named('TM75 / Irish Grid'), 'the Irish Grid (TM75 / Irish Grid)'],
    [named('EPSG:2157'), 'the Irish Grid (EPSG:2157)'],
    [named('EPSG:3857'), 'Web Mercator (EPSG:3857)'],
    [named('nonsense'), '"nonsense"'],
    [named('EPSG:127700'), '"EPSG:127700"'],
    [named({ toString: 1 }), '{"type":"name","properties":{"name":{"toString":1}}}'],
    [
      { type: 'link', properties: { href: 'http://example.org/crs' } },
      '{"type":"link","properties":{"href":"http://example.org/crs"',
    ],
    [27700, '27700'],
  ])('%j', (crs, words) => {
    expect(refusal(metres(crs))).toBe(
      `x.json: wanted WGS84 degrees or the British National Grid, found a file in ${words}`,
    );
  });
});

test('GJ23 a file that names EPSG:4326 is read longitude first, and that is said', () => {
  const degrees = ring.map(([x = 0, y = 0]) => [-1 + x / 1e8, 51 + y / 1e8]);
  const { system } = read(metres(named('EPSG:4326'), 'W', [degrees]));
  expect(systemInWords(system, 'x.json')).toEqual([
    'x.json: names EPSG:4326, read as longitude before latitude',
  ]);
  expect(
    systemInWords(read(metres(named('urn:ogc:def:crs:OGC::CRS84'), 'W', [degrees])).system, ''),
  ).toEqual([]);
});
