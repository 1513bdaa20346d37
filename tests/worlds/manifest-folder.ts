import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { Shape } from '../../server/domain/shape.ts';
import { CENTRE, EAST, MIDDLE, NORTH, SOUTH, WEST } from './four-squares.ts';

/** A folder of input files, gone when the test ends. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, 'teams'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export type Ring = readonly (readonly [lon: number, lat: number])[];

export function square(left: number, bottom: number, right: number, top: number): Ring {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ];
}

/** The shell first. */
export function polygon(...rings: readonly Ring[]): Shape {
  return {
    type: 'Polygon',
    coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
  };
}

export type DrawnFeature = { readonly properties: object; readonly rings: readonly Ring[] };

export function collection(features: readonly DrawnFeature[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ properties, rings }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: rings },
    })),
  });
}

const WHOLE_COUNTY = square(WEST, SOUTH, EAST, NORTH);
export const WEST_HALF = square(WEST, SOUTH, MIDDLE, NORTH);
const EAST_HALF = square(MIDDLE, SOUTH, EAST, NORTH);
const NORTH_HALF = square(WEST, CENTRE, EAST, NORTH);
const SOUTH_HALF = square(WEST, SOUTH, EAST, CENTRE);

const about = { status: 'OFFICIAL', source: 'Drawn by hand', licence: 'MIT' } as const;

export const districtSource = {
  ...about,
  kind: 'district',
  edition: 'drawn',
  from: '2002-04-01',
  to: null,
  file: 'districts.geojson',
  code: 'code',
  name: 'name',
  gss: 'code',
};
export const upperTierSource = {
  ...about,
  kind: 'upper-tier',
  edition: 'drawn',
  from: '2002-04-01',
  to: null,
  dissolve: {
    kind: 'district',
    edition: 'drawn',
    table: 'upper-tiers.csv',
    of: 'district',
    code: 'upper_tier',
    name: 'upper_tier_name',
  },
};
export const pctSource = {
  ...about,
  kind: 'pct',
  edition: '2002',
  from: '2002-04-01',
  to: '2006-10-01',
  status: 'RECONSTRUCTED',
  file: 'pcts.geojson',
  code: 'ods',
  name: 'name',
  ods: 'ods',
};
export const laterPctSource = {
  ...about,
  kind: 'pct',
  edition: '2006',
  from: '2006-10-01',
  to: '2013-04-01',
  file: 'later-pcts.geojson',
  code: 'ods',
  name: 'name',
  ods: 'ods',
};

export const manifest = {
  release: 'four-squares',
  boundaries: [districtSource, upperTierSource, pctSource, laterPctSource],
  residents: {
    file: 'small-areas.geojson',
    field: 'residents',
    method: 'area share of each small area',
  },
  postcodes: [{ format: 'latlong', file: 'postcodes.csv' }],
  practices: [
    { format: 'epraccur', file: 'practices.csv' },
    { format: 'epcmem', file: 'memberships.csv' },
  ],
  attribution: 'Drawn by nobody in particular',
};

export const districtFeatures: readonly DrawnFeature[] = [
  { properties: { code: 'W', name: 'West District' }, rings: [WEST_HALF] },
  { properties: { code: 'E', name: 'East District' }, rings: [EAST_HALF] },
];

const small = (residents: number, rings: Ring): DrawnFeature => ({
  properties: { code: `small ${residents}`, residents },
  rings: [rings],
});

/** A hundred, two hundred, four hundred and eight hundred people: every sum tells which squares are in it. */
const smallAreas = [
  small(100, square(WEST, CENTRE, MIDDLE, NORTH)),
  small(200, square(MIDDLE, CENTRE, EAST, NORTH)),
  small(400, square(WEST, SOUTH, MIDDLE, CENTRE)),
  small(800, square(MIDDLE, SOUTH, EAST, CENTRE)),
];

/** Ten in each square, 280 m or more from every line. Sector 1 north-west, 2 north-east, 3 south-west, 4 south-east. */
export const inlandPostcodes: readonly string[] = [
  [WEST, CENTRE],
  [MIDDLE, CENTRE],
  [WEST, SOUTH],
  [MIDDLE, SOUTH],
].flatMap(([left = 0, bottom = 0], at) =>
  [0.2, 0.35, 0.5, 0.65, 0.8].flatMap((along, column) =>
    [0.3, 0.7].map((up, row) => {
      const unit = `SO99 ${at + 1}A${'ABDEFGHJLN'.charAt(column * 2 + row)}`;
      return `${unit},${(bottom + up * 0.01).toFixed(5)},${(left + along * 0.02).toFixed(5)}`;
    }),
  ),
);

/** On the line of the districts, on that of the PCTs, far out at sea, nowhere. */
export const oddPostcodes = [
  'SO99 5AA,51.00500,-0.98000',
  'SO99 5AB,51.01000,-0.97000',
  'SO99 5AD,50.50000,-0.97000',
  'SO99 5AE,,0.00000',
  'SO99 5AF,99.999999,0.000000',
];

export function postcodesFile(rows: readonly string[]): string {
  return ['Postcode,lat,long', ...rows, ''].join('\n');
}

/** A whole release of four squares, as files. */
const drawnFiles: Readonly<Record<string, string>> = {
  'manifest.json': JSON.stringify(manifest),
  'districts.geojson': collection(districtFeatures),
  'upper-tiers.csv': 'district,upper_tier,upper_tier_name\nW,C,The County\nE,C,The County\n',
  'pcts.geojson': collection([
    { properties: { ods: 'N', name: 'North PCT' }, rings: [NORTH_HALF] },
    { properties: { ods: 'S', name: 'South PCT' }, rings: [SOUTH_HALF] },
  ]),
  'later-pcts.geojson': collection([
    { properties: { ods: 'A', name: 'All PCT' }, rings: [WHOLE_COUNTY] },
  ]),
  'small-areas.geojson': collection(smallAreas),
  'postcodes.csv': postcodesFile([...inlandPostcodes, ...oddPostcodes]),
  'practices.csv': [
    epraccur('J82001', 'DRAWN SURGERY'),
    epraccur('J82002', 'FAR SURGERY'),
    '',
  ].join('\n'),
  'memberships.csv': [
    '"J82001","A","W","20061001","20130331","0"',
    '"J82001","S","W","20020401","20060930","0"',
    '"J82002","ELSEWHERE","W","20020401","","0"',
    '',
  ].join('\n'),
};

/** A row of the ODS file of practices, which has no header. */
export function epraccur(code: string, name: string, body = '', joined = '', left = ''): string {
  const address = ['', '', '', '', '', '', '', 'SO99 1AA', '19740401', '20210331'];
  const before = [code, name, ...address, '', ''];
  return [...before, body, joined, left, '', '', ''].map((value) => `"${value}"`).join(',');
}

/** The folder of the whole world, with some files changed. */
export function worldFolder(changed: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folderOf({ ...drawnFiles, ...changed });
}
