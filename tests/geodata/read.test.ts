import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { InputFault } from '../../geodata/input-fault.ts';
import { readCsv } from '../../geodata/read/csv.ts';
import { type ReadArea, readAreas } from '../../geodata/read/geojson.ts';
import { readPostcodes } from '../../geodata/read/postcodes.ts';
import { SILENT } from '../../geodata/progress.ts';
import type { PostcodeSource } from '../../geodata/manifest.ts';
import type { PostcodeList } from '../../geodata/read/postcode-list.ts';
import { readPractices } from '../../geodata/read/practices.ts';
import { ringsOf } from '../../server/domain/shape.ts';
import {
  collection,
  districtFeatures,
  epraccur,
  folderOf,
  postcodesFile,
  WEST_HALF,
} from '../worlds/manifest-folder.ts';

const FIELDS = { code: 'code', name: 'name', gss: 'code', ods: null };
const [west, east] = districtFeatures;
if (!west || !east) throw new Error('The drawn world has two districts');

function fileOf(content: string | Uint8Array, name = 'x.geojson'): string {
  return join(folderOf({ [name]: content }), name);
}

const read = (file: string): ReadArea[] => [
  ...readAreas({ file, object: null, repair: false }, FIELDS).areas,
];

/** The sentence a refusal says, without the folder. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (fault) {
    if (fault instanceof InputFault) return fault.message.replace(/^.*\/(?=[^/]*\.)/, '');
    throw fault;
  }
  return 'nothing was refused';
}

describe('a boundary file', () => {
  test('gives its areas in order of code, whatever its own order', () => {
    for (const features of [
      [west, east],
      [east, west],
    ]) {
      const areas = read(fileOf(collection(features)));
      expect(areas.map(({ code, gss, ods, name }) => [code, gss, ods, name])).toEqual([
        ['E', 'E', null, 'East District'],
        ['W', 'W', null, 'West District'],
      ]);
    }
  });
  test('may have its GSS codes in small letters', () => {
    const properties = { code: 'e07000093', name: 'Test Valley' };
    const [area] = read(fileOf(collection([{ ...west, properties }])));
    expect([area?.code, area?.gss]).toEqual(['E07000093', 'E07000093']);
  });
  test('may be gzip, or begin with a byte order mark', () => {
    const text = collection([west]);
    expect(read(fileOf(gzipSync(text)))).toHaveLength(1);
    expect(read(fileOf(`\u{feff}${text}`))).toHaveLength(1);
  });
  test('has its rings turned the right way round and its heights left out', () => {
    const tall = WEST_HALF.map(([lon, lat]) => [lon, lat, 120] as const).toReversed();
    const [area] = read(fileOf(collection([{ ...west, rings: [tall as never] }])));
    expect(area && ringsOf(area.shape)).toEqual([WEST_HALF]);
  });
});

describe('a boundary file is refused, in one sentence, for', () => {
  const withRing = (ring: unknown): string =>
    collection([{ properties: { code: 'W', name: 'West' }, rings: [ring as never] }]);
  const [first = [0, 0]] = WEST_HALF;
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['nothing in it', '', 'x.geojson: wanted JSON, found an empty file'],
    ['a bare list', '[]', 'x.geojson: wanted a GeoJSON FeatureCollection or TopoJSON, found []'],
    [
      'nothing at all in JSON',
      'null',
      'x.geojson: wanted a GeoJSON FeatureCollection or TopoJSON, found null',
    ],
    [
      'one bare feature',
      '{"type":"Feature"}',
      'x.geojson: wanted a GeoJSON FeatureCollection or TopoJSON, found type "Feature"',
    ],
    [
      'no features',
      '{"type":"FeatureCollection","features":[]}',
      'x.geojson: wanted features, found []',
    ],
    [
      'metres by name',
      '{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:2770"}},"features":[1]}',
      'x.geojson: wanted WGS84 degrees or the British National Grid, found a file in "EPSG:2770"',
    ],
    [
      'KML',
      '<?xml version="1.0"?><kml/>',
      'x.geojson: wanted JSON, found KML: convert it to GeoJSON first',
    ],
    ['a web page', '<!doctype HTML><p>404', 'x.geojson: wanted JSON, found a web page'],
    ['a zip', 'PK\u0003\u0004', 'x.geojson: wanted JSON, found a zip archive: unpack it first'],
    [
      'gzip cut short',
      gzipSync(collection([west])).subarray(0, 60),
      'x.geojson: wanted a file that can be read, found gzip that is cut short',
    ],
    [
      'another encoding',
      Uint8Array.of(0x22, 0xf4, 0x22),
      'x.geojson: wanted JSON in UTF-8, found bytes of another encoding, such as Latin-1',
    ],
    [
      'a ring left open',
      withRing(WEST_HALF.slice(0, -1)),
      'x.geojson, feature 1 (W): wanted closed rings, found one from -1, 51 to -1, 51.02',
    ],
    [
      'a ring too short to hold ground',
      withRing([first, [-0.98, 51], first]),
      'x.geojson, feature 1 (W): wanted rings of at least 4 positions, found one of 3',
    ],
    [
      'a position of nulls, which is not 0, 0',
      withRing([[null, null], first, first, [null, null]]),
      'x.geojson, feature 1 (W): wanted positions of two numbers, found [null,null]',
    ],
    [
      'latitude before longitude',
      withRing(WEST_HALF.map(([lon, lat]) => [lat, lon])),
      'x.geojson, feature 1 (W): wanted positions in the United Kingdom, found latitude and longitude the other way round: latitude -1, longitude 51',
    ],
    [
      'metres among degrees',
      withRing([first, [450000, 120000], first, first]),
      'x.geojson, feature 1 (W): wanted degrees of WGS84, found what look like metres of a national grid: 450000, 120000',
    ],
    [
      'another country',
      withRing([[13.4, 52.5], first, first, [13.4, 52.5]]),
      'x.geojson, feature 1 (W): wanted positions in the United Kingdom, found 13.4, 52.5',
    ],
    [
      'a line',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: { code: 'W' }, geometry: { type: 'LineString' } },
        ],
      }),
      'x.geojson, feature 1 (W): wanted a Polygon or MultiPolygon, found "LineString"',
    ],
    [
      'one code twice',
      collection([west, east, west]),
      'x.geojson, feature 3 (W): wanted each code once, found W again',
    ],
    [
      'a blank code',
      collection([{ ...west, properties: { code: ' ', name: 'West' } }]),
      'x.geojson, feature 1 ( ): wanted a text in "code", found " "',
    ],
    [
      'a code that coverage could not name',
      collection([{ ...west, properties: { code: 'W:1', name: 'West' } }]),
      'x.geojson, feature 1 (W:1): wanted a code without blanks or colons in "code", found "W:1"',
    ],
    [
      'a name with control characters',
      collection([{ ...west, properties: { code: 'W', name: 'We\u0000st' } }]),
      'x.geojson, feature 1 (W): wanted a name without control characters in "name", found "We\\u0000st"',
    ],
    [
      'a name that turns the way it is read',
      collection([{ ...west, properties: { code: 'W', name: 'We\u202est' } }]),
      'x.geojson, feature 1 (W): wanted a name without control characters in "name", found "We\\u202est"',
    ],
    [
      'a code with a character that takes no room',
      collection([{ ...west, properties: { code: 'W\u200b', name: 'West' } }]),
      'x.geojson, feature 1 (W\\u200b): wanted a code without blanks or colons in "code", found "W\\u200b"',
    ],
  ];
  test.each(cases)('%s', (_what, content, sentence) => {
    expect(refusal(() => read(fileOf(content)))).toBe(sentence);
  });
  test('not being there, or being a folder', () => {
    expect(refusal(() => read('/nowhere/x.geojson'))).toBe(
      'x.geojson: wanted a file that can be read, found none of that name',
    );
    expect(refusal(() => read(join(folderOf({}), 'teams')))).toMatch(
      /teams: wanted a file that can be read, found a folder$/,
    );
  });
  test('names such as __proto__, which change nothing', () => {
    const text = collection([west]).replace('"code"', '"__proto__"');
    expect(refusal(() => read(fileOf(text)))).toBe(
      'x.geojson, feature 1: wanted a text in "code", found nothing',
    );
  });
});

describe('a table', () => {
  test('is read by the names of its columns, in any order', () => {
    const [row] = readCsv(fileOf('\u{feff}"b","a"\r\n"one, ""two""",1\r\n', 'x.csv'));
    expect([row?.text('a'), row?.text('b')]).toEqual(['1', 'one, "two"']);
  });
  test.each([
    ['', 'x.csv: wanted a header row, found an empty file'],
    ['a,a\n1,2\n', 'x.csv, row 1: wanted each column once, found "a" again'],
    ['a,b\n1\n', 'x.csv, row 2: wanted 2 columns, found 1'],
  ])('%j is refused', (text, sentence) => {
    expect(refusal(() => readCsv(fileOf(text, 'x.csv')))).toContain(sentence);
  });
  test('names file and row of what is missing', () => {
    const rows = readCsv(fileOf('a,b\n1,2\n,4\n', 'x.csv'));
    expect(refusal(() => rows[1]?.text('a'))).toBe('x.csv, row 3: wanted a text in "a", found ""');
    expect(refusal(() => rows[0]?.text('c'))).toBe(
      'x.csv, row 2: wanted a text in "c", found nothing',
    );
  });
});

type Listed = Pick<PostcodeList, 'lons' | 'lats' | 'repeated' | 'leftOut'> & {
  readonly postcodes: string[];
};

function latlong(file: string, areas: readonly string[] | null = null): PostcodeSource {
  return { format: 'latlong', file, entry: null, day: null, areas, onlyNew: false, rows: null };
}

function listed(list: PostcodeList): Listed {
  const { count, postcodeAt, lons, lats, repeated, leftOut } = list;
  const postcodes = Array.from({ length: count }, (_, at) => postcodeAt(at));
  return { postcodes, lons, lats, repeated, leftOut };
}

async function postcodesOf(
  content: string | Uint8Array,
  areas: readonly string[] | null = null,
): Promise<Listed> {
  return listed(await readPostcodes([latlong(fileOf(content, 'x.csv'), areas)], SILENT));
}

describe('a latlong file of postcodes', () => {
  test('may write them in seven characters, and lines in either way', async () => {
    const { postcodes } = await postcodesOf(
      'Postcode,lat,long\r\nSO160XN,51,-1\r\nSO1 6XX,51,-1\nB1  1AA,52,-1',
    );
    expect(postcodes).toEqual(['B1 1AA', 'SO1 6XX', 'SO16 0XN']);
  });
  test('keeps those without a position, and says so', async () => {
    const rows = ['SO1 1AA,,0.00000', 'SO1 1AB,99.999999,0.000000', 'SO1 1AD,51.5,-1.5'];
    const { lons, lats } = await postcodesOf(postcodesFile(rows));
    expect([...lons]).toEqual([NaN, NaN, -1.5]);
    expect([...lats]).toEqual([NaN, NaN, 51.5]);
  });
  test('gives only the postcode areas asked for: S is not SO', async () => {
    const rows = ['S1 1AA,53,-1', 'SO1 1AA,51,-1', 'PO1 1AA,51,-1'];
    expect((await postcodesOf(postcodesFile(rows), ['S', 'PO'])).postcodes).toEqual([
      'PO1 1AA',
      'S1 1AA',
    ]);
  });
  test('gives the postcode areas asked for in small letters too', async () => {
    const rows = ['so1 1aa,51,-1', 'So1 1ab,51,-1', ' so1 1ad,51,-1', 'po1 1aa,51,-1'];
    expect((await postcodesOf(postcodesFile(rows), ['SO'])).postcodes).toEqual([
      'SO1 1AA',
      'SO1 1AB',
      'SO1 1AD',
    ]);
  });
  test('has codes that name no home of today in no postcode area', async () => {
    const rows = ['SO1 1AA,51,-1', 'gir 0aa,53,-3', 'npt 0ad,,0.00000'];
    expect(await postcodesOf(postcodesFile(rows), ['SO', 'NP'])).toMatchObject({
      postcodes: ['SO1 1AA'],
      leftOut: 0,
    });
  });
  test.each(['1-Apr', 'Apr-01', 'Postcode', ''])(
    'with %j for a postcode is refused, whatever areas are asked for',
    async (text) => {
      const rows = postcodesFile(['SO1 1AA,51,-1', `${text},lat,long`]);
      for (const areas of [null, ['SO']])
        await expect(postcodesOf(rows, areas)).rejects.toThrow(
          `x.csv, row 3: wanted a postcode, found ${JSON.stringify(text)}`,
        );
    },
  );
  test('counts rows that repeat another, and rows that name no home of today', async () => {
    const rows = ['SO1 1AA,51,-1', 'SO11AA,51,-1', 'GIR 0AA,53,-3', 'NPT 0AD,,0.00000'];
    expect(await postcodesOf(postcodesFile(rows))).toMatchObject({
      postcodes: ['SO1 1AA'],
      repeated: 1,
      leftOut: 2,
    });
  });
  test('comes out the same in whatever order and pieces it is read', async () => {
    const row = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('AA', 'AB', 'ZZ'))
      .map(([number, end]) => `SO${number} 1${end},51.${number},-1.${number}`);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const folder = folderOf({
          'x.csv': postcodesFile(rows),
          'y.csv.gz': gzipSync(postcodesFile(rows.toReversed())),
        });
        const read = async (...names: string[]): Promise<Listed> => {
          const sources = names.map((name) => latlong(join(folder, name)));
          return listed(await readPostcodes(sources, SILENT));
        };
        const once = await read('x.csv');
        expect(await read('y.csv.gz', 'x.csv')).toEqual({ ...once, repeated: rows.length });
        expect(once.postcodes).toEqual(once.postcodes.toSorted());
      }),
      { numRuns: 30 },
    );
  });
  test.each([
    ['', 'x.csv: wanted a header row, found an empty file'],
    ['pcd,x,y\n', 'x.csv: wanted a column lat or latitude, found pcd, x, y'],
    [postcodesFile(['SO1 1AA,51']), 'x.csv, row 2: wanted 3 columns, found 2'],
    [postcodesFile(['SO1 1AA,51,-1', 'SO1,51,-1']), 'x.csv, row 3: wanted a postcode, found "SO1"'],
    [postcodesFile(['SO1 1AA,north,-1']), 'x.csv, row 2: wanted degrees, found "north"'],
    [
      postcodesFile(['SO1 1AA,-1.1,51.1']),
      'x.csv, row 2: wanted positions in the United Kingdom, found latitude and longitude the other way round: latitude -1.1, longitude 51.1',
    ],
    [
      postcodesFile(['SO1 1AA,0,0']),
      'x.csv, row 2: wanted positions in the United Kingdom, found 0, 0',
    ],
    [
      postcodesFile(['SO1 1AA,51,-1', 'SO1 1AA,52,-1']),
      'Postcodes: wanted one position for SO1 1AA, found -1, 51, live and -1, 52, live',
    ],
  ])('%j is refused', async (text, sentence) => {
    const fault: unknown = await postcodesOf(text).catch((cause: unknown) => cause);
    expect(
      refusal(() => {
        throw fault as InputFault;
      }).replace(/; 1 of \d rows .*$/, ''),
    ).toBe(sentence);
  });
  test('cut short in gzip is refused', async () => {
    const bytes = gzipSync(postcodesFile(['SO1 1AA,51,-1'])).subarray(0, 40);
    await expect(postcodesOf(bytes)).rejects.toThrow(/found gzip that is cut short$/);
  });
});

describe('practices', () => {
  const read = (
    practices: string[],
    memberships: string[] | undefined,
    bodies: string[],
  ): unknown => {
    const folder = folderOf({
      'p.csv': practices.join('\n'),
      'm.csv': (memberships ?? []).join('\n'),
    });
    const sources = [
      { format: 'epraccur', file: join(folder, 'p.csv'), rows: null } as const,
      ...(memberships
        ? [{ format: 'epcmem', file: join(folder, 'm.csv'), rows: null } as const]
        : []),
    ];
    return readPractices(sources, new Set(bodies));
  };
  const surgery = epraccur('J82001', 'DRAWN SURGERY', '11A', '20130401', '20200331');
  test('belong from the day they joined until the day after they left', () => {
    const rows = [
      '"J82001","11A","W","20130401","","0"',
      '"J82001","5QC","W","20061001","20130331","0"',
    ];
    expect(read([surgery], rows, ['5QC'])).toEqual([
      {
        code: 'J82001',
        name: 'DRAWN SURGERY',
        postcode: 'SO99 1AA',
        open: { from: '1974-04-01', to: '2021-04-01' },
        memberships: [
          { body: '5QC', period: { from: '2006-10-01', to: '2013-04-01' } },
          { body: '11A', period: { from: '2013-04-01', to: null } },
        ],
      },
    ]);
  });
  test('without dated memberships have the one of their own row', () => {
    expect(read([surgery], undefined, ['11A'])).toMatchObject([
      { memberships: [{ body: '11A', period: { from: '2013-04-01', to: '2020-04-01' } }] },
    ]);
  });
  test('move to the body of their own row, where that is later than every dated one', () => {
    const later = epraccur('J82001', 'DRAWN SURGERY', 'D9Y0V', '20220701');
    const dated = [
      '"J82001","5QC","W","20061001","20130331","0"',
      '"J82001","11A","W","20130401","","0"',
    ];
    expect(read([later], dated, ['D9Y0V'])).toMatchObject([
      {
        memberships: [
          { body: '5QC', period: { from: '2006-10-01', to: '2013-04-01' } },
          { body: '11A', period: { from: '2013-04-01', to: '2022-07-01' } },
          { body: 'D9Y0V', period: { from: '2022-07-01', to: null } },
        ],
      },
    ]);
  });
  test('of other bodies are left out', () => {
    expect(read([surgery], undefined, ['5QC'])).toEqual([]);
  });
  test('that left before they joined never belonged', () => {
    expect(read([surgery], ['"J82001","11A","W","20130401","20130331","0"'], ['11A'])).toEqual([]);
  });
  test('with a day that does not exist are refused', () => {
    expect(
      refusal(() => read([surgery], ['"J82001","11A","W","20130231","","0"'], ['11A'])),
    ).toContain('m.csv, row 1: wanted a day as YYYYMMDD in "joined", found "20130231"');
  });
});
