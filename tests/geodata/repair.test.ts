import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { releaseIdOf } from '../../geodata/about-release.ts';
import { buildRelease } from '../../geodata/build-release.ts';
import { type Drawing, drawBoundaries } from '../../geodata/draw.ts';
import { parseManifest, readManifest, withRepair } from '../../geodata/manifest.ts';
import { openPool } from '../../geodata/overlay/pool.ts';
import { SILENT } from '../../geodata/progress.ts';
import { areaKm2 } from '../../geodata/overlay/measure.ts';
import { polygonsOf, ringsOf, type Shape } from '../../server/domain/shape.ts';
import {
  collection,
  districtFeatures,
  districtSource,
  manifest,
  square,
  WEST_HALF,
  worldFolder,
} from '../worlds/manifest-folder.ts';

const [west, east] = districtFeatures;
if (!west || !east) throw new Error('The drawn world has two districts');

const pool = openPool();
afterAll(() => pool.close());

type Read = Drawing & { readonly lines: readonly string[] };

/** The districts of the world, the western one drawn anew; `repair` as the manifest has it. */
async function readWest(geometry: object, repair?: boolean): Promise<Read> {
  const drawn = JSON.parse(collection([west, east].flatMap((each) => each ?? []))) as {
    features: object[];
  };
  drawn.features[0] = { ...drawn.features[0], geometry };
  const folder = worldFolder({ 'districts.geojson': JSON.stringify(drawn) });
  const source = repair === undefined ? districtSource : { ...districtSource, repair };
  const { boundaries } = parseManifest(
    { ...manifest, boundaries: [source] },
    join(folder, 'manifest.json'),
  );
  const lines: string[] = [];
  const drawing = await drawBoundaries(boundaries, pool, {
    step: () => undefined,
    say: (line) => lines.push(line.replace(/^.*\/(?=districts)/, '')),
  });
  return { ...drawing, lines };
}

function westIn({ areas }: Drawing): Shape {
  const found = areas.find(({ area }) => area.code === 'W');
  if (!found) throw new Error('There is no western district');
  return found.shape;
}

const openDistricts = districtFeatures.map(({ properties, rings }) => ({
  properties,
  rings: rings.map((ring) => ring.slice(0, -1)),
}));

const polygon = (...rings: readonly unknown[]): object => ({ type: 'Polygon', coordinates: rings });

/** "TopologyException: unable to assign hole to a shell" of GEOS 3.13. */
const ENTANGLED = polygon(
  [
    [-4.5, 50.5],
    [-3.5, 51],
    [-4.5, 50.5],
    [-4.5, 51],
    [-4.5, 50],
    [-3.5, 51],
    [-4.5, 50.5],
  ],
  [
    [-4.5, 50],
    [-5, 51.5],
    [-5, 50.5],
    [-3.5, 50],
    [-5, 51],
    [-3.5, 50],
    [-5, 51],
    [-4, 50],
    [-4, 51.5],
    [-4.5, 50],
  ],
  [
    [-3.5, 51],
    [-3.5, 50.5],
    [-3.5, 51],
    [-4, 51],
    [-3.5, 51.5],
    [-3.5, 51],
  ],
);
const whole = areaKm2({
  type: 'Polygon',
  coordinates: [WEST_HALF.map(([lon, lat]) => [lon, lat])],
});
const [southWest, , , northWest] = WEST_HALF;
/** Out to sea and back along the same line. */
const spike = [...WEST_HALF.slice(0, -1), [-1.01, 51.005], northWest, southWest];
/** Two corners in the wrong order, ten metres apart. */
const smallLoop = [
  ...WEST_HALF.slice(0, 3),
  [-0.9999, 51.02],
  [-1, 51.0199],
  [-0.9999, 51.0199],
  northWest,
  southWest,
];
const bowTie = [southWest, WEST_HALF[2], WEST_HALF[1], northWest, southWest];

const broken: readonly (readonly [
  what: string,
  geometry: object,
  refused: RegExp,
  line: RegExp,
])[] = [
  [
    'GJ08 an empty part among parts',
    { type: 'MultiPolygon', coordinates: [[WEST_HALF], [], [[]]] },
    /wanted a list of rings, found \[\]$/,
    /repaired an empty part; an empty ring; its ground changed by 0 m² \(0 %\)$/,
  ],
  [
    'GJ09 a ring left open',
    polygon(WEST_HALF.slice(0, -1)),
    /wanted closed rings, found one from -1, 51 to -1, 51\.02$/,
    /repaired a ring left open at -1, 51\.02; its ground changed by 0 m² \(0 %\)$/,
  ],
  [
    'GJ10 a hole of two positions',
    polygon(WEST_HALF, [WEST_HALF[0], WEST_HALF[0]]),
    /wanted rings of at least 4 positions, found one of 2$/,
    /repaired a ring of 2 positions at -1, 51; its ground changed by 0 m² \(0 %\)$/,
  ],
  [
    'GJ14 a spike',
    polygon(spike),
    /wanted a valid polygon, found ring self-intersection at /,
    /repaired ring self-intersection at [^;]+; its ground changed by [\de.-]+ m² \([\de.-]+ %\)$/,
  ],
  [
    'GJ12 a small loop',
    polygon(smallLoop),
    /wanted a valid polygon, found self-intersection at /,
    /repaired self-intersection at [^;]+; its ground changed by [\de.-]+ m² \([\de.-]+ %\)$/,
  ],
  [
    'GJ17 two parts sharing an edge',
    {
      type: 'MultiPolygon',
      coordinates: [[square(-1, 51, -0.99, 51.02)], [square(-0.99, 51, -0.98, 51.02)]],
    },
    /wanted a valid polygon, found self-intersection at /,
    /repaired self-intersection at [^;]+; its ground changed by [\de.-]+ m² \([\de.-]+ %\)$/,
  ],
];

describe.each(broken)('%s', (_what, geometry, refused, line) => {
  test('is refused, with file, feature and reason', async () => {
    await expect(readWest(geometry)).rejects.toThrow(refused);
    await expect(readWest(geometry, false)).rejects.toThrow(
      /districts\.geojson, feature 1 \(W\): /,
    );
  });
  test('is repaired on request, and listed', async () => {
    const loaded = await readWest(geometry, true);
    const shape = westIn(loaded);
    expect(areaKm2(shape) / whole).toBeCloseTo(1, 3);
    expect(polygonsOf(shape)).toHaveLength(1);
    expect(ringsOf(shape)).toHaveLength(1);
    expect(loaded.lines).toEqual([expect.stringMatching(/^districts\.geojson, feature 1 \(W\): /)]);
    expect(loaded.lines[0]).toMatch(line);
    expect(loaded.notices[0]).toMatch(
      /^In the district lines of drawn 1 area was drawn against the rules and repaired on loading; the most that changed of one is \S+ %\.$/,
    );
  });
});

describe('repair is refused', () => {
  test.each([
    [
      'GJ12 for a bow-tie, whose ground is anybody’s guess',
      polygon(bowTie),
      /W\): wanted a polygon that repair changes by no more than 1 %, found self-intersection at -0\.99, 51\.01, which would change it by \d+ %$/,
    ],
    [
      'GJ16 for two parts that both claim much of the ground',
      { type: 'MultiPolygon', coordinates: [[WEST_HALF], [square(-1, 51, -0.99, 51.02)]] },
      /found self-intersection at [^,]+, [^,]+, which would change it by 33 %$/,
    ],
    [
      'GJ15 for a hole outside its shell',
      polygon(WEST_HALF, square(-1.5, 51, -1.49, 51.02)),
      /found hole lies outside shell at -1\.5, 51, which would change it by 100 %$/,
    ],
    [
      'for rings so entangled that GEOS gives up',
      ENTANGLED,
      /W\): wanted a polygon .*, found self-intersection at -3\.5, 50\.5, which would change it by 100 %$/,
    ],
    [
      'GJ10 for a ring that encloses nothing',
      polygon([southWest, southWest, southWest, southWest]),
      /found too few points in geometry component at -1, 51, which would change it by 100 %$/,
    ],
    ['GJ07 for a polygon without rings', polygon([]), /wanted a list of rings, found \[\]$/],
  ])('%s', async (_what, geometry, sentence) => {
    await expect(readWest(geometry, true)).rejects.toThrow(sentence);
  });
});

test('repair leaves sound areas as they are, and says nothing of them', async () => {
  const [asDrawn, repaired] = [
    await readWest(polygon(WEST_HALF)),
    await readWest(polygon(WEST_HALF), true),
  ];
  expect([repaired.lines, repaired.notices]).toEqual([[], []]);
  expect(repaired.areas).toEqual(asDrawn.areas);
});

test('the same files with repair asked for beside the manifest are another release', () => {
  const asWritten = readManifest(join(worldFolder(), 'manifest.json'));
  expect(releaseIdOf(asWritten)).not.toBe(releaseIdOf(withRepair(asWritten)));
});

test('small areas are repaired too, and a release tells its readers how many areas were', async () => {
  const folder = worldFolder();
  const file = join(folder, 'small-areas.geojson');
  const open = readFileSync(file, 'utf8').replace(/,\[-1,51\.01\]\]\]/, ']]');
  writeFileSync(file, open);
  writeFileSync(join(folder, 'districts.geojson'), collection(openDistricts));
  const said: string[] = [];
  const asWritten = readManifest(join(folder, 'manifest.json'));
  await expect(buildRelease(asWritten, SILENT)).rejects.toThrow(/wanted closed rings/);
  const progress = { ...SILENT, say: (line: string): unknown => said.push(line) };
  const { content } = await buildRelease(withRepair(asWritten), progress);
  expect(said.filter((line) => line.includes('a ring left open'))).toHaveLength(3);
  expect(content.release.notices[0]).toMatch(/^In the district lines of drawn 2 areas were drawn /);
});
