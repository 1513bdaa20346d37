import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { settled } from '../../geodata/fetch/fetched.ts';
import { layOut, NATIONAL_MANIFEST } from '../../geodata/fetch/national.ts';
import { parseManifest, readManifest } from '../../geodata/manifest.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { asker, field } from '../graphql/ask.ts';
import { startGeodata } from '../worlds/command.ts';
import { CENTRE, EAST, MIDDLE, NORTH, SOUTH, WEST } from '../worlds/four-squares.ts';
import {
  epraccur,
  folderOf,
  inlandPostcodes,
  type Ring,
  square,
} from '../worlds/manifest-folder.ts';
import { directory } from '../worlds/postcode-files.ts';
import { type Layer, openPublisher, type Publisher } from '../worlds/publisher.ts';
import { zipOf } from '../worlds/zip.ts';

test('the shipped manifest is sound, and is laid out once for the user to edit', () => {
  const file = join(folderOf({}), 'data', 'national', 'manifest.json');
  expect(layOut(file)).toBe(true);
  const shipped = JSON.parse(readFileSync(NATIONAL_MANIFEST, 'utf8')) as object;
  const edition = { edition: 'April 2026', from: localDate('2026-04-01') };

  const { boundaries, postcodes } = parseManifest(
    settled(shipped, file, () => edition),
    file,
  );
  expect(boundaries.map(({ kind }) => kind)).toEqual(['district', 'upper-tier', 'icb', 'sub-icb']);
  expect(postcodes.map(({ format, onlyNew }) => [format, onlyNew])).toEqual([
    ['onspd', false],
    ['codepoint', true],
  ]);
  writeFileSync(file, 'edited');
  expect(layOut(file)).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('edited');
});

/** As the ONS has them: codes and names under the year, and some in Welsh. */
function layerOf(
  stem: string,
  areas: Readonly<Record<string, readonly [name: string, ring: Ring]>>,
): Layer {
  return {
    edited: Date.parse('2026-05-01T00:00:00Z'),
    pageLimit: 1,
    features: Object.entries(areas).map(([code, [name, ring]]) => ({
      properties: { [`${stem}CD`]: code, [`${stem}NM`]: name, [`${stem}NMW`]: ' ', BNG_E: 1 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  };
}

const WHOLE = square(WEST, SOUTH, EAST, NORTH);
const ONSPD = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

/** The four squares as the national publishers would put them out: a county of two districts, an ICB of two places. */
function publish({ layers, items, files }: Publisher): void {
  layers.set(
    'Local_Authority_Districts_DEC_2025_Boundaries_UK_BGC',
    layerOf('LAD25', {
      E07000001: ['West District', square(WEST, SOUTH, MIDDLE, NORTH)],
      E07000002: ['East District', square(MIDDLE, SOUTH, EAST, NORTH)],
    }),
  );
  layers.set(
    'Counties_and_Unitary_Authorities_December_2025_Boundaries_UK_BGC',
    layerOf('CTYUA25', { E10000014: ['Hampshire', WHOLE] }),
  );
  layers.set(
    'Integrated_Care_Boards_April_2026_Boundaries_EN_BGC',
    layerOf('ICB26', { E54000067: ['NHS Drawn Integrated Care Board', WHOLE] }),
  );
  layers.set(
    'Sub_Integrated_Care_Board_Locations_April_2026_Boundaries_EN_BGC',
    layerOf('SICBL26', {
      E38000001: ['NHS Drawn ICB - 11J', square(WEST, CENTRE, EAST, NORTH)],
      E38000002: ['NHS Drawn ICB - D9Y0V', square(WEST, SOUTH, EAST, CENTRE)],
    }),
  );
  layers.set('Local_Authority_Districts_April_2028_UK_BGC', layerOf('LAD28', {}));
  items.push({
    id: ONSPD,
    title: 'ONS Postcode Directory (August 2026) for the UK',
    type: 'CSV Collection',
    tags: ['PRD_ONSPD'],
  });
  const csv = directory('2025', inlandPostcodes.map(rowOf));
  files.set(`storage/${ONSPD}`, {
    bytes: zipOf({ 'Documents/Guide.txt': 'Read me', 'Data/ONSPD_AUG_2026_UK.csv': csv }),
    etag: '"onspd"',
  });
  files.set('os/downloads/v1/products/CodePointOpen/downloads', {
    bytes: zipOf({
      'Doc/licence.txt': 'Read me',
      'Data/CSV/so.csv': [`"SO99 4AA",${FAR_OFF}`, `"SO99 4ZZ",${SOUTH_EAST}`].join('\n'),
    }),
    etag: '"codepoint"',
  });
  files.set('nhs/api/getReport', {
    bytes: Buffer.from(`${epraccur('J82001', 'DRAWN SURGERY', 'D9Y0V', '20260401')}\n`),
    type: 'text/csv',
  });
}

/** Quality, metres east and north, and codes that are not asked for. */
const FAR_OFF = '10,420000,90000,"E92000001","","","","E07000086","E05000001"';
const SOUTH_EAST = '10,472365,123351,"E92000001","","","","E07000002","E05000001"';

function rowOf(line: string): Record<string, string> {
  const [pcds = '', lat = '', long = ''] = line.split(',');
  const oslaua = Number(long) < MIDDLE ? 'E07000001' : 'E07000002';
  const sicbl = Number(lat) > CENTRE ? 'E38000001' : 'E38000002';
  return { pcds, lat, long, oseast1m: '', osnrth1m: '', oslaua, sicbl, icb: 'E54000067' };
}

test(
  'one command goes from nothing to national data that answers, and knows it again',
  { timeout: 120_000 },
  async () => {
    const publisher = await openPublisher();
    publish(publisher);
    publisher.trouble(/onspd|storage/, { kind: 'cut', after: 300 });
    publisher.trouble(/resultOffset=1/, {
      kind: 'status',
      status: 503,
      headers: { 'retry-after': '0' },
    });
    const folder = folderOf({});
    mkdirSync(join(folder, 'data', 'national'), { recursive: true });
    const file = join(folder, 'data', 'national', 'manifest.json');
    const shipped = JSON.parse(readFileSync(NATIONAL_MANIFEST, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...shipped, mirrors: publisher.mirrors }));

    const first = await startGeodata(['fetch'], folder).end;
    expect(first).toMatchObject({ code: 0 });
    expect(first.error).toMatch(/^Practices that belong to an area here: 1$/m);
    expect(first.error).toMatch(/^Postcode rows of a postcode that an earlier file has: 1$/m);
    expect(first.out).toMatch(/^Loaded national-[\da-f]{8}; it answers now\.$/m);
    expect(
      readManifest(file).boundaries.map(({ kind, edition, period }) => [
        kind,
        edition,
        period.from,
      ]),
    ).toEqual([
      ['district', 'December 2025', '2025-12-01'],
      ['upper-tier', 'December 2025', '2025-12-01'],
      ['icb', 'April 2026', '2026-04-01'],
      ['sub-icb', 'April 2026', '2026-04-01'],
    ]);

    const database = connect(`sqlite:${join(folder, 'data', 'coterminosity.sqlite')}`);
    onTestFinished(() => disconnect(database));
    const place = await field<object>(
      asker(database)(
        `{ place(postcode: "SO99 4AA") { ... on Located { confidence areas { area { code ods name } } } } }`,
      ),
      'place',
    );
    expect(place).toMatchObject({
      confidence: 'HIGH',
      areas: expect.arrayContaining(
        [
          { code: 'E07000002', ods: null, name: 'East District' },
          { code: 'E10000014', ods: null, name: 'Hampshire' },
          { code: 'E54000067', ods: null, name: 'NHS Drawn Integrated Care Board' },
          { code: 'E38000002', ods: 'D9Y0V', name: 'NHS Drawn ICB - D9Y0V' },
        ].map((area) => expect.objectContaining({ area }) as unknown),
      ) as unknown,
    });
    const tooNew = await field<object>(
      asker(database)(
        `{ place(postcode: "SO99 4ZZ") { ... on Located { areas { area { code } } } } }`,
      ),
      'place',
    );
    expect(tooNew).toMatchObject({
      areas: expect.arrayContaining([{ area: { code: 'E07000002' } }]) as unknown,
    });
    const referral = await field<object>(
      asker(database)(
        `{ referral(input: { postcode: "SO99 1AA", need: "carers" }) { ... on Routed { teams { team { id } } } } }`,
      ),
      'referral',
    );
    expect(referral).toEqual({ teams: [{ team: { id: 'carers-hampshire' } }] });

    const asked = publisher.asked.length;
    const second = await startGeodata(['fetch'], folder).end;
    expect(second.out).toMatch(/^national-[\da-f]{8} is loaded already; it answers now\.$/m);
    expect(second.error.match(/: nothing new$/gm)).toHaveLength(7);
    expect(publisher.asked.slice(asked).filter((each) => each.includes('resultOffset'))).toEqual(
      [],
    );
  },
);
