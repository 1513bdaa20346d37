import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, describe, expect, test } from 'vitest';

import { checkApart } from '../../geodata/apart.ts';
import { type Drawing, drawBoundaries } from '../../geodata/draw.ts';
import { InputFault } from '../../geodata/input-fault.ts';
import { parseManifest } from '../../geodata/manifest.ts';
import { openPool } from '../../geodata/overlay/pool.ts';
import { unmetLines } from '../../geodata/unmet.ts';
import { areaKm2 } from '../../geodata/overlay/measure.ts';
import { ringsOf } from '../../server/domain/shape.ts';
import {
  collection,
  districtSource,
  folderOf,
  manifest,
  square,
  WEST_HALF,
} from '../worlds/manifest-folder.ts';

const pool = openPool();
afterAll(() => pool.close());

/** Draws one boundary set from a file of this content, as a load does. */
async function draw(content: string | Uint8Array): Promise<Drawing> {
  return drawFile(join(folderOf({ 'districts.geojson': content }), 'districts.geojson'));
}

async function drawFile(file: string): Promise<Drawing> {
  const source = { ...districtSource, file: file.replace(/^.*\//, '') };
  const { boundaries } = parseManifest(
    { ...manifest, boundaries: [source] },
    join(file, '../m.json'),
  );
  const told = { step: () => undefined, say: () => undefined };
  const drawing = await drawBoundaries(boundaries, pool, told);
  pool.share(new Map(drawing.areas.map(({ area, packed }) => [area.id, packed])));
  await checkApart(drawing, pool);
  return drawing;
}

/** The sentence of a refusal, without the folder. Anything but a refusal is thrown on. */
async function refusal(drawing: Promise<unknown>): Promise<string> {
  try {
    await drawing;
  } catch (fault) {
    if (fault instanceof InputFault) return fault.message.replace(/^.*\/(?=districts)/, '');
    throw fault;
  }
  return 'nothing was refused';
}

type Json = Record<string, unknown>;

const WEST = { code: 'W', name: 'West' };
const polygon = (...rings: readonly unknown[]): Json => ({ type: 'Polygon', coordinates: rings });
const multi = (...polygons: readonly unknown[]): Json => ({
  type: 'MultiPolygon',
  coordinates: polygons,
});
const feature = (geometry: unknown, properties: unknown = WEST): Json => ({
  type: 'Feature',
  properties,
  geometry,
});
const file = (...features: readonly unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
const one = (geometry: unknown): string => file(feature(geometry));
const sound = one(polygon(WEST_HALF));
const FIRST = 'districts.geojson, feature 1 (W): ';
const [corner = [0, 0]] = WEST_HALF;

/** Where the catalogue would set a feature aside and load the rest, we refuse the file: decision 0006. */
const refused: readonly (readonly [id: string, content: string | Uint8Array, sentence: RegExp])[] =
  [
    ['GJ01 an empty file', '', /wanted JSON, found an empty file$/],
    ['GJ01 {}', '{}', /wanted a GeoJSON FeatureCollection or TopoJSON, found \{\}$/],
    ['GJ01 []', '[]', /found \[\]$/],
    ['GJ01 null', 'null', /found null$/],
    ['GJ01 a text', '"x"', /found "x"$/],
    ['GJ01 a number', '123', /found 123$/],
    [
      'GJ03 features that are no list',
      '{"type":"FeatureCollection","features":{}}',
      /wanted features, found \{\}$/,
    ],
    ['GJ03 no features', '{"type":"FeatureCollection"}', /wanted features, found nothing$/],
    [
      'GJ04 a collection in small letters',
      '{"type":"featurecollection","features":[]}',
      /found type "featurecollection"$/,
    ],
    [
      'GJ04 a polygon in small letters',
      one({ ...polygon(WEST_HALF), type: 'polygon' }),
      /found "polygon"$/,
    ],
    ['GJ05 zero features', file(), /wanted features, found \[\]$/],
    ['GJ06 no geometry', one(null), /wanted a Polygon or MultiPolygon, found nothing$/],
    ['GJ07 no rings', one(polygon()), /wanted a list of rings, found \[\]$/],
    ['GJ07 a ring of nothing', one(polygon([])), /wanted a list of positions, found \[\]$/],
    [
      'GJ07 a part of a ring of nothing',
      one(multi([[]])),
      /wanted a list of positions, found \[\]$/,
    ],
    [
      'GJ10 a ring of one position',
      one(polygon([corner])),
      /at least 4 positions, found one of 1$/,
    ],
    ['GJ10 a ring of three', one(polygon([corner, [-0.98, 51], corner])), /found one of 3$/],
    [
      'GJ10 positions that are all one',
      one(polygon([corner, corner, corner, corner])),
      /found too few points in geometry component at -1, 51$/,
    ],
    [
      'GJ10 a ring that encloses nothing',
      one(polygon([corner, [-0.98, 51], [-0.96, 51], corner])),
      /wanted a valid polygon, found /,
    ],
    [
      'GJ12 a bow-tie',
      one(polygon([corner, [-0.98, 51.02], [-0.98, 51], [-1, 51.02], corner])),
      /found self-intersection at -0\.99, 51\.01$/,
    ],
    [
      'GJ15 a hole outside its shell',
      one(polygon(WEST_HALF, square(-2, 51, -1.9, 51.1))),
      /found hole lies outside shell at /,
    ],
    [
      'GJ15 a hole that is its shell',
      one(polygon(WEST_HALF, WEST_HALF)),
      /wanted a valid polygon, found /,
    ],
    [
      'GJ15 holes that overlap',
      one(
        polygon(
          WEST_HALF,
          square(-0.995, 51.005, -0.988, 51.01),
          square(-0.99, 51.005, -0.985, 51.01),
        ),
      ),
      /found self-intersection at /,
    ],
    [
      'GJ15 a hole across its shell',
      one(polygon(WEST_HALF, square(-1.01, 51.005, -0.99, 51.01))),
      /found self-intersection at /,
    ],
    [
      'GJ15 a hole in a hole',
      one(
        polygon(
          WEST_HALF,
          square(-0.998, 51.002, -0.982, 51.018),
          square(-0.995, 51.005, -0.99, 51.01),
        ),
      ),
      /found holes are nested at /,
    ],
    [
      'GJ16 parts that overlap',
      one(multi([WEST_HALF], [square(-0.99, 51, -0.97, 51.02)])),
      /found self-intersection at /,
    ],
    [
      'GJ16 parts that are one',
      one(multi([WEST_HALF], [WEST_HALF])),
      /wanted a valid polygon, found /,
    ],
    [
      'GJ16 a part within a part',
      one(multi([WEST_HALF], [square(-0.995, 51.005, -0.99, 51.01)])),
      /found nested shells at /,
    ],
    [
      'GJ17 parts that share an edge',
      one(multi([square(-1, 51, -0.99, 51.02)], [square(-0.99, 51, -0.98, 51.02)])),
      /found self-intersection at /,
    ],
    [
      'GJ18 two areas that overlap',
      file(
        feature(polygon(WEST_HALF)),
        feature(polygon(square(-0.99, 51, -0.97, 51.02)), { code: 'E', name: 'East' }),
      ),
      /wanted areas of district drawn that do not overlap, found that E \(East\) and W \(West\) share \S+ km²$/,
    ],
    [
      'GJ20 coordinates as texts',
      one(polygon([['-1', '51'], ...WEST_HALF.slice(1, -1), ['-1', '51']])),
      /wanted positions of two numbers, found \["-1","51"\]$/,
    ],
    [
      'GJ20 a position of nulls',
      one(polygon([[null, null], ...WEST_HALF.slice(1)])),
      /found \[null,null\]$/,
    ],
    [
      'GJ20 NaN, which JSON has not',
      sound.replace('51.02', 'NaN'),
      /wanted JSON, found Unexpected token 'N'/,
    ],
    [
      'GJ20 a number too large',
      sound.replace('51.02', '1e999'),
      /wanted positions of two numbers, found \[-0\.98,"Infinity"\]$/,
    ],
    [
      'GJ20 nested too deep',
      one(polygon([WEST_HALF])),
      /wanted positions of two numbers, found \[\[-1,51\],/,
    ],
    [
      'GJ20 nested too shallow',
      one({ type: 'Polygon', coordinates: WEST_HALF }),
      /wanted positions of two numbers, found -1$/,
    ],
    [
      'GJ21 latitude before longitude',
      one(polygon(WEST_HALF.map(([lon, lat]) => [lat, lon]))),
      /found latitude and longitude the other way round: latitude -1, longitude 51$/,
    ],
    [
      'GJ27 the antimeridian',
      one(polygon(square(179, 51, 181, 52))),
      /wanted positions in the United Kingdom, found 179, 51$/,
    ],
    [
      'GJ27 the pole',
      one(polygon(square(-180, 80, 180, 90))),
      /wanted positions in the United Kingdom, found -180, 80$/,
    ],
    [
      'GJ27 the world',
      one(polygon(square(-180, -90, 180, 90))),
      /wanted positions in the United Kingdom, found /,
    ],
    [
      'GJ28 a GeometryCollection',
      one({ type: 'GeometryCollection', geometries: [polygon(WEST_HALF)] }),
      /wanted a Polygon or MultiPolygon, found "GeometryCollection"$/,
    ],
    [
      'GJ28 collections 20,000 deep',
      file(0).replace(
        '0',
        `{"type":"Feature","properties":{"code":"W"},"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(20_000)}${']}'.repeat(20_000)}}`,
      ),
      /found "GeometryCollection"$/,
    ],
    [
      'GJ28 coordinates 100,000 deep',
      file(0).replace(
        '0',
        `{"type":"Feature","properties":{"code":"W"},"geometry":{"type":"Polygon","coordinates":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
      ),
      /wanted positions of two numbers, found \[\[/,
    ],
    ['GJ29 a point', one({ type: 'Point', coordinates: corner }), /found "Point"$/],
    ['GJ29 a line', one({ type: 'LineString', coordinates: WEST_HALF }), /found "LineString"$/],
    [
      'GJ32 properties that are null',
      file(feature(polygon(WEST_HALF), null)),
      /feature 1: wanted an object, found null$/,
    ],
    [
      'GJ32 properties that are a list',
      file(feature(polygon(WEST_HALF), ['W'])),
      /feature 1: wanted an object, found \["W"\]$/,
    ],
    [
      'GJ32 no properties',
      file({ type: 'Feature', geometry: polygon(WEST_HALF) }),
      /feature 1: wanted an object, found nothing$/,
    ],
    [
      'GJ34 a name with NUL',
      file(feature(polygon(WEST_HALF), { code: 'W', name: 'We\u0000st' })),
      /wanted a name without control characters in "name", found "We\\u0000st"$/,
    ],
    [
      'GJ34 a name that turns the way it is read',
      file(feature(polygon(WEST_HALF), { code: 'W', name: 'We\u202est' })),
      /wanted a name without control characters/,
    ],
    [
      'GJ34 a name of a megabyte',
      file(feature(polygon(WEST_HALF), { code: 'W', name: 'W'.repeat(2 ** 20) })),
      /wanted a name of 200 characters at most in "name", found "W{59}$/,
    ],
    [
      'GJ35 one code twice',
      file(feature(polygon(WEST_HALF)), feature(polygon(square(-0.9, 51, -0.8, 51.02)))),
      /feature 2 \(W\): wanted each code once, found W again$/,
    ],
    [
      'GJ35 a blank code',
      file(feature(polygon(WEST_HALF), { code: ' ', name: 'West' })),
      /wanted a text in "code", found " "$/,
    ],
    [
      'GJ35 a code with blanks',
      file(feature(polygon(WEST_HALF), { code: 'W 1', name: 'West' })),
      /wanted a code without blanks or colons in "code", found "W 1"$/,
    ],
    [
      'GJ36 one area as two features',
      file(
        feature(polygon(square(-1, 51, -0.99, 51.02))),
        feature(polygon(square(-0.98, 51, -0.97, 51.02))),
      ),
      /wanted each code once, found W again$/,
    ],
    [
      'GJ39 geometry twice',
      sound.replace(
        '"properties"',
        `"geometry":${JSON.stringify(polygon(square(-0.9, 51, -0.8, 51.1)))},"properties"`,
      ),
      /wanted each name once in an object, found one twice, of which JSON keeps only the last$/,
    ],
    [
      'GJ39 a code twice, once escaped',
      sound.replace('"code":"W"', '"code":"W","c\\u006fde":"E"'),
      /wanted each name once in an object/,
    ],
    [
      'GJ41 UTF-16 with a byte order mark',
      Buffer.from(`\u{feff}${sound}`, 'utf16le'),
      /found UTF-16: save it as UTF-8, which/,
    ],
    [
      'GJ41 UTF-16 the other way round',
      Buffer.from(`\u{feff}${sound}`, 'utf16le').swap16(),
      /found UTF-16: save it as UTF-8, which/,
    ],
    [
      'GJ41 Latin-1',
      Buffer.from(sound.replace('West', 'Ynys Môn'), 'latin1'),
      /found bytes of another encoding, such as Latin-1$/,
    ],
    [
      'GJ42 a feature on each line',
      `${JSON.stringify(feature(polygon(WEST_HALF)))}\n${JSON.stringify(feature(null))}\n`,
      /found newline-delimited JSON: save it as one FeatureCollection$/,
    ],
    [
      'GJ42 a text sequence',
      `\u001e${JSON.stringify(feature(null))}\n\u001e${JSON.stringify(feature(null))}\n`,
      /found a GeoJSON text sequence \(RFC 8142\): save it as one FeatureCollection$/,
    ],
    ['GJ42 JSONP', `show(${sound});`, /found JSONP: save the JSON within its brackets$/],
    ['GJ42 comments', `// districts\n${sound}`, /found comments, which JSON has none of$/],
    [
      'GJ43 KML',
      '<?xml version="1.0" encoding="utf-8"?><kml xmlns="http://earth.google.com/kml/2.1"/>',
      /found KML: convert it to GeoJSON first$/,
    ],
    [
      'GJ43 other XML',
      '<?xml version="1.0"?><gml/>',
      /found XML, such as KML: convert it to GeoJSON first$/,
    ],
    ['GJ43 a shapefile', Uint8Array.of(0, 0, 0x27, 0x0a, 0, 0), /found a shapefile$/],
    ['GJ43 a GeoPackage', 'SQLite format 3\u0000', /found a SQLite or GeoPackage file$/],
    ['GJ43 a zip', 'PK\u0003\u0004', /found a zip archive: unpack it first$/],
    ['GJ43 a web page', '<!doctype html><title>404', /found a web page$/],
    [
      'GJ43 a Git LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0',
      /found a Git LFS pointer, not the file itself$/,
    ],
    [
      'GJ30 gzip that unpacks to a gigabyte',
      gzipSync(Buffer.alloc(2 ** 30, ' ')),
      /wanted at most 256 MB of text, found more: take the generalised edition$/,
    ],
  ];

describe('a boundary file is refused for', () => {
  test.each(refused)('%s', async (_id, content, sentence) => {
    expect(await refusal(draw(content))).toMatch(sentence);
  });
  test('GJ02 ending anywhere before its end, with where it breaks', async () => {
    const steps = Array.from({ length: 200 }, (_, step) => Math.floor((sound.length * step) / 200));
    for (const length of steps)
      expect(await refusal(draw(sound.slice(0, length)))).toMatch(
        length === 0 ? /found an empty file$/ : /wanted JSON, found .* at position \d+/,
      );
  });
  test('GJ43 gzip cut short; whole gzip is read', async () => {
    const bytes = gzipSync(sound);
    expect(await refusal(draw(bytes.subarray(0, 60)))).toMatch(/found gzip that is cut short$/);
    expect((await draw(bytes)).areas).toHaveLength(1);
  });
  test('GJ30 more than 256 MB, without reading them', async () => {
    const path = join(folderOf({ 'districts.geojson': '' }), 'districts.geojson');
    truncateSync(path, 2 ** 31);
    expect(await refusal(drawFile(path))).toMatch(/wanted at most 256 MB of text, found more/);
  });
  test('GJ44 being a pipe, a device, a folder or nothing; a link is followed', async () => {
    const folder = folderOf({ 'real.geojson': sound });
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe')]);
    symlinkSync('/dev/zero', join(folder, 'zero'));
    symlinkSync(join(folder, 'real.geojson'), join(folder, 'link'));
    for (const name of ['pipe', 'zero'])
      expect(await refusal(drawFile(join(folder, name)))).toMatch(
        /wanted an ordinary file, found a pipe or a device$/,
      );
    expect(await refusal(drawFile(join(folder, 'teams')))).toMatch(/found a folder$/);
    expect(await refusal(drawFile(join(folder, 'none')))).toMatch(/found none of that name$/);
    expect((await drawFile(join(folder, 'link'))).areas).toHaveLength(1);
  });
});

/** Square kilometres of the western half. */
const whole = areaKm2({
  type: 'Polygon',
  coordinates: [WEST_HALF.map((position) => [...position])],
});
const spun = WEST_HALF.toReversed();
const long = JSON.stringify('x'.repeat(2 ** 20));

describe('a boundary file is read, and holds the same ground, with', () => {
  test.each([
    ['GJ11 rings wound the other way', one(polygon(spun))],
    [
      'GJ14 a position repeated and positions along a straight line',
      one(polygon([corner, corner, [-0.99, 51], ...WEST_HALF.slice(1)])),
    ],
    [
      'GJ25 positions of three and four numbers',
      one(polygon(WEST_HALF.map((position, at) => [...position, ...(at % 2 ? [12] : [12, 5])]))),
    ],
    [
      'GJ26 twenty decimals, exponents and minus nought',
      sound
        .replaceAll('51.02', '51.02000000000000000000')
        .replaceAll('-1,', '-1e0,')
        .replace('"type"', '"extra":-0,"type"'),
    ],
    [
      'GJ31 a text of a megabyte that nobody asked for',
      sound.replace('"code"', `"more":${long},"code"`),
    ],
    [
      'GJ32 ten thousand properties',
      file(
        feature(polygon(WEST_HALF), {
          ...WEST,
          ...Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`p${at}`, at])),
        }),
      ),
    ],
    ['GJ32 the name of a property a megabyte long', sound.replace('"code"', `${long}:1,"code"`)],
    [
      'GJ33 properties named for what objects have',
      sound.replace(
        '"code"',
        '"__proto__":{"code":"X"},"constructor":{"prototype":{"name":"X"}},"toString":1,"length":9,"code"',
      ),
    ],
    [
      'GJ38 one id on two features',
      file(
        { ...feature(polygon(WEST_HALF)), id: 1 },
        { ...feature(polygon(square(-0.9, 51, -0.8, 51.02)), { code: 'Z', name: 'Z' }), id: '1' },
      ),
    ],
    ['GJ40 boxes that are wrong', sound.replace('"type"', '"bbox":[180,90,-180,-90,0,"x"],"type"')],
    ['GJ41 a byte order mark', `\u{feff}${sound}`],
  ])('%s', async (_id, content) => {
    const { areas } = await draw(content);
    const found = areas.find(({ area }) => area.code === 'W');
    expect(found?.area.name).toBe('West');
    expect((found?.area.km2 ?? 0) / whole).toBeCloseTo(1, 9);
    expect({}).not.toHaveProperty('code');
  });
  test('GJ13 a ring that touches itself at a corner is decided as GEOS and PostGIS do', async () => {
    const eight = [
      corner,
      [-0.99, 51.01],
      [-0.98, 51],
      [-0.98, 51.02],
      [-0.99, 51.01],
      [-1, 51.02],
      corner,
    ];
    expect(await refusal(draw(one(polygon(eight))))).toBe(
      `${FIRST}wanted a valid polygon, found ring self-intersection at -0.99, 51.01`,
    );
    const triangles = multi(
      [[corner, [-0.99, 51.01], [-1, 51.02], corner]],
      [
        [
          [-0.98, 51],
          [-0.98, 51.02],
          [-0.99, 51.01],
          [-0.98, 51],
        ],
      ],
    );
    expect((await draw(one(triangles))).areas).toHaveLength(1);
  });
  test('GJ34 a name that is a script or a formula, kept as the text it is', async () => {
    for (const name of ['<script>alert(1)</script>', '=HYPERLINK("http://example.org")'])
      expect(
        (await draw(file(feature(polygon(WEST_HALF), { code: 'W', name })))).areas[0]?.area.name,
      ).toBe(name);
  });
  test('GJ30 a ring of 200,000 positions', async () => {
    const count = 200_000;
    const round = Array.from({ length: count }, (_, at) => {
      const turn = (2 * Math.PI * at) / count;
      return [-1 + Math.cos(turn) / 100, 51 + Math.sin(turn) / 100];
    });
    const { areas } = await draw(one(polygon([...round, round[0]])));
    expect(areas[0] && ringsOf(areas[0].shape)[0]).toHaveLength(count + 1);
  });
  test('GJ18 two areas whose lines cross by less than a sliver', async () => {
    const { areas } = await draw(
      collection([
        { properties: WEST, rings: [WEST_HALF] },
        { properties: { code: 'E', name: 'East' }, rings: [square(-0.98001, 51, -0.96, 51.02)] },
      ]),
    );
    expect(areas).toHaveLength(2);
  });
});

describe('GJ19 a gap between neighbours', () => {
  const metre = 1 / 70_000;
  const apart = async (east: number): Promise<string[]> =>
    unmetLines(
      await draw(
        collection([
          { properties: WEST, rings: [WEST_HALF] },
          {
            properties: { code: 'E', name: 'East' },
            rings: [square(-0.98 + east, 51, -0.96, 51.02)],
          },
        ]),
      ),
      pool,
    );
  test('of a metre is told with its place, as is an overlap', async () => {
    expect(await apart(metre)).toEqual([
      'district drawn: lines of 2 of 2 areas leave a narrow gap or overlap, first at -0.979986, 51.02 (E, East)',
    ]);
    expect(await apart(-metre)).toHaveLength(1);
  });
  test('of a kilometre may be water, and where there is none nothing is told', async () => {
    expect(await apart(1000 * metre)).toEqual([]);
    expect(await apart(0)).toEqual([]);
  });
});

test('GJ44 a file that changes while it is read is refused', async () => {
  const path = join(folderOf({ 'districts.geojson': ' '.repeat(2 ** 24) }), 'districts.geojson');
  const writer = spawn('sh', ['-c', 'while :; do echo >> "$0"; done', path]);
  try {
    const sentences: string[] = [];
    for (
      let attempt = 0;
      attempt < 50 &&
      !sentences.some((each) =>
        each.endsWith('wanted a file at rest, found one that changes while it is read'),
      );
      attempt++
    )
      sentences.push(await refusal(drawFile(path)));
    expect(sentences.at(-1)).toMatch(CHANGES);
  } finally {
    writer.kill();
    await once(writer, 'exit');
  }
});

const CHANGES = /wanted a file at rest, found one that changes while it is read$/;
