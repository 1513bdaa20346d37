import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { PATIENCE } from '../../geodata/fetch/means.ts';
import { readManifest } from '../../geodata/manifest.ts';
import { readAreas } from '../../geodata/read/geojson.ts';
import {
  fetchingOf,
  fileManifest,
  layerManifest,
  rowOfSquares,
  TODAY,
} from '../worlds/fetching.ts';
import { openPublisher, type Publisher, type Trouble } from '../worlds/publisher.ts';
import { zipOf } from '../worlds/zip.ts';

const NEWEST = { layer: ['Local_Authority_Districts_*_UK_BGC*', 'LAD_*_UK_BGC*'] };
const EXACT = { layer: 'LAD_DEC_2025_UK_BGC' };
const ZIP = zipOf({
  'practices.csv': Array.from({ length: 4000 }, (_, at) => `${at * 7919}`).join('\n'),
});
const CODEPOINT = {
  url: 'https://api.os.uk/downloads/v1/products/CodePointOpen/downloads?area=GB',
};
const CODEPOINT_PATH = 'os/downloads/v1/products/CodePointOpen/downloads';

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function recordIn(folder: string): Record<string, Record<string, unknown>> {
  const record = JSON.parse(readFileSync(join(folder, 'manifest.fetched.json'), 'utf8')) as {
    files: Record<string, Record<string, unknown>>;
  };
  return record.files;
}

/** All that lies in a folder but what the test put there. */
function left(folder: string): string[] {
  return readdirSync(folder).filter((name) => !['manifest.json', 'teams'].includes(name));
}

describe('a layer', () => {
  test('of the newest month comes page by page, is written whole, and says its edition', async () => {
    const publisher = await openPublisher();
    publisher.layers.set('LAD_MAY_2025_UK_BGC_V2', rowOfSquares(3));
    publisher.layers.set('Local_Authority_Districts_DEC_2025_Boundaries_UK_BGC', rowOfSquares(5));
    publisher.layers.set('LAD_DEC_2025_UK_BUC', rowOfSquares(2));
    publisher.layers.set('LAD_APR_2028_UK_BGC', rowOfSquares(1));
    const { run, folder, manifest } = fetchingOf(layerManifest(NEWEST), publisher);
    await run();
    const [source] = readManifest(manifest).boundaries;
    expect(source).toMatchObject({
      edition: 'December 2025',
      period: { from: '2025-12-01', to: null },
    });
    const text = readFileSync(join(folder, 'districts.geojson'), 'utf8');
    const { name, features } = JSON.parse(text) as { name: string; features: unknown[] };
    expect(name).toBe('Local_Authority_Districts_DEC_2025_Boundaries_UK_BGC');
    expect(features).toHaveLength(5);
    expect(publisher.asked.filter((each) => each.includes('resultOffset'))).toHaveLength(3);
    expect(recordIn(folder)['districts.geojson']).toMatchObject({
      address: expect.stringMatching(
        /^https:\/\/services1\.arcgis\.com\/.*_DEC_2025_Boundaries_UK_BGC\/FeatureServer\/0\/query/,
      ) as string,
      bytes: Buffer.byteLength(text),
      sha256: sha256(Buffer.from(text)),
      fetchedAt: TODAY.toISOString(),
      modified: '2026-01-05T00:00:00.000Z',
    });
    expect(left(folder).sort()).toEqual(['districts.geojson', 'manifest.fetched.json']);
  });

  test('is read by names of which the year is left open', async () => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(2));
    const { run, folder } = fetchingOf(layerManifest(EXACT), publisher);
    await run();
    const fields = { code: 'lad*cd', name: 'LAD*NM', gss: null, ods: null };
    const file = { file: join(folder, 'districts.geojson'), object: null, repair: false };
    const { areas } = readAreas(file, fields);
    expect(areas.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'E07000000 Square 0',
      'E07000001 Square 1',
    ]);
    const wanted = (pattern: string) => () => readAreas(file, { ...fields, name: pattern });
    expect(wanted('LAD*N*')).toThrow(
      /feature 1: wanted one field that fits "LAD\*N\*", found LAD25NM and LAD25NMW$/,
    );
    expect(wanted('CTYUA*NM')).toThrow(
      /wanted one field that fits "CTYUA\*NM", found none among OBJECTID, LAD25CD/,
    );
  });

  test('holds only the rows and columns that are asked for', async () => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(5));
    const download = { ...EXACT, where: "LAD25CD LIKE 'E07000003%'", fields: 'LAD25CD,LAD25NM' };
    const { run, folder } = fetchingOf(layerManifest(download), publisher);
    await run();
    expect(
      readFileSync(join(folder, 'districts.geojson'), 'utf8').match(/"Feature"/g),
    ).toHaveLength(1);
    expect(publisher.asked.at(-1)).toMatch(/outFields=LAD25CD%2CLAD25NM/);
  });

  test('goes on at the page where it broke off', async () => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(5));
    publisher.trouble(/resultOffset=2/, {
      kind: 'error within',
      code: 400,
      message: 'Query failed',
    });
    const { run, folder } = fetchingOf(layerManifest(EXACT), publisher);
    await expect(run()).rejects.toThrow(
      /districts\.geojson: wanted it from 127\.0\.0\.1:\d+, found the error 400 Query failed; /,
    );
    expect(existsSync(join(folder, 'districts.geojson'))).toBe(false);
    // As a killed process would leave it: more bytes than pages noted.
    writeFileSync(join(folder, 'districts.geojson.part'), '{"type":"Feat', { flag: 'a' });
    await run();
    const offsets = publisher.asked
      .map((each) => /resultOffset=(\d)/.exec(each)?.[1])
      .filter(Boolean);
    expect(offsets).toEqual(['0', '2', '2', '4']);
    const whole = JSON.parse(readFileSync(join(folder, 'districts.geojson'), 'utf8')) as {
      features: { id: number }[];
    };
    expect(whole.features.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  });

  test('begins anew when its owner changed it in between', async () => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(5));
    publisher.trouble(/resultOffset=2/, {
      kind: 'error within',
      code: 400,
      message: 'Query failed',
    });
    const { run } = fetchingOf(layerManifest(EXACT), publisher);
    await expect(run()).rejects.toThrow();
    publisher.layers.set(EXACT.layer, rowOfSquares(5, { edited: TODAY.getTime() }));
    await run();
    const offsets = publisher.asked
      .map((each) => /resultOffset=(\d)/.exec(each)?.[1])
      .filter(Boolean);
    expect(offsets).toEqual(['0', '2', '0', '2', '4']);
  });

  test('that nobody changed is not fetched again; one that lost a byte at home is', async () => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(3));
    const { run, said, folder } = fetchingOf(layerManifest(EXACT), publisher);
    await run();
    const record = readFileSync(join(folder, 'manifest.fetched.json'), 'utf8');
    const pages = (): number =>
      publisher.asked.filter((each) => each.includes('resultOffset')).length;
    expect(pages()).toBe(2);
    await run({ now: () => new Date('2026-12-01T00:00:00Z') });
    expect(pages()).toBe(2);
    expect(said.at(-1)).toBe('districts.geojson: nothing new');
    expect(readFileSync(join(folder, 'manifest.fetched.json'), 'utf8')).toBe(record);
    const text = readFileSync(join(folder, 'districts.geojson'), 'utf8');
    writeFileSync(join(folder, 'districts.geojson'), text.slice(1));
    await run();
    expect(pages()).toBe(4);
    expect(readFileSync(join(folder, 'districts.geojson'), 'utf8')).toBe(text);
  });

  test.each([
    [
      'fewer features than it says',
      { says: 7 },
      /found 5 features of a layer that says it has 7; /,
    ],
    [
      'more features than it says',
      { says: 4 },
      /found 4 or more features of a layer that says it has 4; /,
    ],
    ['no features', { says: 0 }, /found 0 features; /],
  ])('with %s is refused, and nothing is left of it', async (_what, changed, sentence) => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(5, changed));
    const { run, folder } = fetchingOf(layerManifest(EXACT), publisher);
    await expect(run()).rejects.toThrow(sentence);
    expect(left(folder)).toEqual([]);
  });

  test.each([
    [
      NEWEST,
      /districts\.geojson: wanted it from services1\.arcgis\.com, found no layer Local_Authority_Districts_\*_UK_BGC\* or LAD_\*_UK_BGC\* with a month in its name; look on the publisher’s page/,
    ],
    [
      { layer: 'LAD_DEC_2024_UK_BGC' },
      /found the error 400 Invalid URL; look on the publisher’s page/,
    ],
  ])('that the publisher does not have is missed by name: %j', async (download, sentence) => {
    const publisher = await openPublisher();
    publisher.layers.set('CTYUA_DEC_2025_UK_BGC', rowOfSquares(1));
    await expect(fetchingOf(layerManifest(download), publisher).run()).rejects.toThrow(sentence);
  });
});

describe('an item', () => {
  const ID = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
  const item = (id: string, title: string, changed: object = {}): Publisher['items'][number] => ({
    id,
    title,
    type: 'CSV Collection',
    tags: ['PRD_ONSPD', 'ONS'],
    ...changed,
  });
  test('is the newest files of the product, fetched from where the store sends on to', async () => {
    const publisher = await openPublisher();
    publisher.items.push(
      item('0'.repeat(32), 'ONS Postcode Directory (November 2026) User Guide', { type: 'PDF' }),
      item('1'.repeat(32), 'ONS UPRN Directory (November 2026)', { tags: ['PRD_ONSUD'] }),
      item('2'.repeat(32), 'ONS Postcode Directory (May 2026) for the UK'),
      item(ID, 'ONS Postcode Directory (August 2026) for the UK'),
    );
    publisher.files.set(`storage/${ID}`, { bytes: ZIP, etag: '"a"' });
    const { run, folder } = fetchingOf(fileManifest('onspd.zip', { item: 'PRD_ONSPD' }), publisher);
    await run();
    expect(readFileSync(join(folder, 'onspd.zip'))).toEqual(ZIP);
    expect(recordIn(folder)['onspd.zip']).toEqual({
      address: `https://www.arcgis.com/sharing/rest/content/items/${ID}/data`,
      title: 'ONS Postcode Directory (August 2026) for the UK',
      edition: 'August 2026',
      from: '2026-08-01',
      bytes: ZIP.length,
      sha256: sha256(ZIP),
      fetchedAt: TODAY.toISOString(),
      modified: null,
      etag: '"a"',
    });
  });
  test('of which only guides are found is missed by name', async () => {
    const publisher = await openPublisher();
    publisher.items.push(item(ID, 'User Guide (May 2026)', { type: 'PDF' }));
    const { run } = fetchingOf(fileManifest('onspd.zip', { item: 'PRD_ONSPD' }), publisher);
    await expect(run()).rejects.toThrow(
      /onspd\.zip: wanted it from hub\.arcgis\.com, found no files of PRD_ONSPD among 1 items; /,
    );
  });
});

describe('a file', () => {
  const manifest = fileManifest('codepoint.zip', CODEPOINT);

  /** The connection breaks once some of the file lies on the disk. */
  const cutOnceHeld = (folder: string): Trouble => ({
    kind: 'cut',
    after: 5000,
    when: () =>
      (statSync(join(folder, 'codepoint.zip.part'), { throwIfNoEntry: false })?.size ?? 0) > 0,
  });

  test.each(['cut', 'stall'] as const)('that meets with a %s goes on from there', async (kind) => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"a"' });
    const { run, folder, waits } = fetchingOf(manifest, publisher);
    publisher.trouble(
      /CodePointOpen/,
      kind === 'cut' ? cutOnceHeld(folder) : { kind, after: 5000 },
    );
    await run({ patience: { ...PATIENCE, stallMs: kind === 'cut' ? 60_000 : 400 } });
    expect(readFileSync(join(folder, 'codepoint.zip'))).toEqual(ZIP);
    expect(publisher.asked.at(-1)).toMatch(/ bytes=[1-9]\d*-$/);
    expect(waits[0]).toBe(PATIENCE.firstWaitMs);
    expect(left(folder).sort()).toEqual(['codepoint.zip', 'manifest.fetched.json']);
  });

  test('goes on in a later run, after a sentence that says so', async () => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, modified: 'Mon, 02 Nov 2026 00:00:00 GMT' });
    const { run, folder } = fetchingOf(manifest, publisher);
    publisher.trouble(/CodePointOpen/, cutOnceHeld(folder));
    await expect(run({ patience: { ...PATIENCE, tries: 1 } })).rejects.toThrow(
      /codepoint\.zip: wanted it from 127\.0\.0\.1:\d+, found an answer that broke off at try 1; run the same command again to go on from there$/,
    );
    expect(left(folder).sort()).toEqual(['codepoint.zip.part', 'codepoint.zip.part.json']);
    await run();
    expect(readFileSync(join(folder, 'codepoint.zip'))).toEqual(ZIP);
    expect(publisher.asked).toHaveLength(2);
    expect(publisher.asked[1]).toMatch(/ bytes=[1-9]\d*-$/);
  });

  test('that changed in between begins anew, whether or not the publisher heeds the tag', async () => {
    for (const heedless of [false, true]) {
      const publisher = await openPublisher();
      publisher.files.set(CODEPOINT_PATH, { bytes: Buffer.concat([ZIP, ZIP]), etag: '"a"' });
      const { run, folder } = fetchingOf(manifest, publisher);
      publisher.trouble(/CodePointOpen/, cutOnceHeld(folder));
      await expect(run({ patience: { ...PATIENCE, tries: 1 } })).rejects.toThrow();
      publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"b"' });
      if (heedless) publisher.trouble(/CodePointOpen/, { kind: 'heedless range' });
      await run();
      expect(readFileSync(join(folder, 'codepoint.zip'))).toEqual(ZIP);
    }
  });

  test('whose part is longer than the file begins anew', async () => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"a"' });
    const { run, folder } = fetchingOf(manifest, publisher);
    publisher.trouble(/CodePointOpen/, cutOnceHeld(folder));
    await expect(run({ patience: { ...PATIENCE, tries: 1 } })).rejects.toThrow();
    writeFileSync(join(folder, 'codepoint.zip.part'), Buffer.concat([ZIP, ZIP]));
    await run();
    expect(readFileSync(join(folder, 'codepoint.zip'))).toEqual(ZIP);
  });

  test('that the publisher still has is not sent again', async () => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"a"' });
    const { run, said, folder } = fetchingOf(manifest, publisher);
    await run();
    const record = readFileSync(join(folder, 'manifest.fetched.json'), 'utf8');
    await run({ now: () => new Date('2026-12-01T00:00:00Z') });
    expect(said).toEqual(['codepoint.zip: nothing new']);
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP });
    await run({ now: () => new Date('2026-12-01T00:00:00Z') });
    expect(said).toHaveLength(2);
    expect(readFileSync(join(folder, 'manifest.fetched.json'), 'utf8')).toBe(record);
  });

  test('of the bytes the manifest names is taken, others are refused, and the same is not asked for again', async () => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP });
    const wrong = fetchingOf(
      fileManifest('x.zip', { ...CODEPOINT, sha256: '0'.repeat(64) }),
      publisher,
    );
    await expect(wrong.run()).rejects.toThrow(
      new RegExp(
        `found bytes of sha256 ${sha256(ZIP)}, where the manifest wants 0{64}; ask the publisher`,
      ),
    );
    expect(left(wrong.folder)).toEqual([]);
    const right = fetchingOf(
      fileManifest('x.zip', { ...CODEPOINT, sha256: sha256(ZIP) }),
      publisher,
    );
    await right.run();
    await right.run();
    expect(readFileSync(join(right.folder, 'x.zip'))).toEqual(ZIP);
    expect(publisher.asked).toHaveLength(2);
  });

  test('packed for the way is unpacked', async () => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, gzip: true });
    const { run, folder } = fetchingOf(manifest, publisher);
    await run();
    expect(readFileSync(join(folder, 'codepoint.zip'))).toEqual(ZIP);
    expect(left(folder).sort()).toEqual(['codepoint.zip', 'manifest.fetched.json']);
  });

  test('replaces the old one only when it is whole', async () => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"a"' });
    const { run, folder } = fetchingOf(manifest, publisher, { 'codepoint.zip': 'old' });
    publisher.trouble(/CodePointOpen/, cutOnceHeld(folder));
    await expect(run({ patience: { ...PATIENCE, tries: 1 } })).rejects.toThrow();
    expect(readFileSync(join(folder, 'codepoint.zip'), 'utf8')).toBe('old');
    await run();
    expect(readFileSync(join(folder, 'codepoint.zip'))).toEqual(ZIP);
  });

  test.each([
    [
      'a sign-in page',
      { kind: 'body', body: '<!DOCTYPE html><title>Sign in</title>', type: 'application/zip' },
      /found a web page; see what the address gives in a browser/,
    ],
    [
      'JSON',
      { kind: 'body', body: '{"error":{"code":498}}', type: 'application/json' },
      /found no zip archive; /,
    ],
    ['nothing', { kind: 'body', body: '', type: 'application/zip' }, /found no bytes at all; /],
    [
      'an archive cut short by a publisher who does not tell its length',
      { kind: 'short', after: 5000 },
      /found a zip archive that is cut short; /,
    ],
    [
      'a status of not found',
      { kind: 'status', status: 404 },
      /found HTTP status 404; look on the publisher’s page/,
    ],
    [
      'a status of forbidden',
      { kind: 'status', status: 403 },
      /found HTTP status 403: it may not be had without signing in; /,
    ],
  ] as const)(
    'GJ43 %s in place of an archive is refused, and nothing is left of it',
    async (_what, trouble, sentence) => {
      const publisher = await openPublisher();
      publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"a"' });
      publisher.trouble(/CodePointOpen/, trouble);
      const { run, folder } = fetchingOf(manifest, publisher, { 'codepoint.zip': 'old' });
      await expect(run()).rejects.toThrow(sentence);
      expect(left(folder)).toEqual(['codepoint.zip']);
      expect(readFileSync(join(folder, 'codepoint.zip'), 'utf8')).toBe('old');
    },
  );

  test('larger than the limit is refused, told by its length or by its bytes', async () => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"a"' });
    const { run, folder } = fetchingOf(manifest, publisher);
    const patience = { ...PATIENCE, fileBytes: 5000 };
    await expect(run({ patience })).rejects.toThrow(/found a file of more than 5000 bytes; /);
    publisher.trouble(/CodePointOpen/, { kind: 'short', after: 6000 });
    await expect(run({ patience })).rejects.toThrow(/found a file of more than 5000 bytes; /);
    publisher.files.set(CODEPOINT_PATH, { bytes: Buffer.alloc(1 << 20), gzip: true });
    await expect(run({ patience })).rejects.toThrow(/found more than 5000 bytes unpacked; /);
    expect(left(folder)).toEqual([]);
  });
});

describe('asked again', () => {
  const manifest = fileManifest('codepoint.zip', CODEPOINT);
  const withTrouble = async (
    ...troubles: readonly Record<string, string>[]
  ): Promise<ReturnType<typeof fetchingOf>> => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"a"' });
    for (const headers of troubles)
      publisher.trouble(/CodePointOpen/, { kind: 'status', status: 429, headers });
    return fetchingOf(manifest, publisher);
  };
  test('is a busy publisher, after waits that double', async () => {
    const { run, waits, said } = await withTrouble({}, {}, {});
    await run();
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(said[2]).toMatch(/^127\.0\.0\.1:\d+: found HTTP status 429; asking again in 4 s$/);
  });
  test('after the wait the publisher asks for, in seconds or until a moment', async () => {
    const { run, waits } = await withTrouble(
      { 'retry-after': '7' },
      { 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT' },
    );
    await run();
    expect(waits).toEqual([7000, 30_000]);
  });
  test('but not when that wait is too long', async () => {
    const { run, waits } = await withTrouble({ 'retry-after': '3600' });
    await expect(run()).rejects.toThrow(
      /found HTTP status 429 and a wish to be asked later; run the same command again in 60 minutes$/,
    );
    expect(waits).toEqual([]);
  });
  test('and no more often than so', async () => {
    const { run, waits } = await withTrouble({}, {}, {}, {}, {}, {}, {});
    await expect(run()).rejects.toThrow(/found HTTP status 429 at try 6; run the same command/);
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });
  test('is a server of features that reports an error of its own with status 200', async () => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(3));
    publisher.trouble(/resultOffset=0/, { kind: 'error within', code: 504, message: 'Timed out' });
    publisher.trouble(/resultOffset=2/, {
      kind: 'body',
      body: '{"type":"FeatureColl',
      type: 'application/json',
    });
    publisher.trouble(/resultOffset=2/, { kind: 'cut', after: 20 });
    const { run, folder, waits } = fetchingOf(layerManifest(EXACT), publisher);
    await run();
    expect(
      readFileSync(join(folder, 'districts.geojson'), 'utf8').match(/"Feature"/g),
    ).toHaveLength(3);
    expect(waits).toEqual([1000, 1000, 2000]);
  });
  test('is not a server that sends a web page for features', async () => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(3));
    publisher.trouble(/resultOffset=0/, { kind: 'body', body: '<html>Sign in', type: 'text/html' });
    const { run, waits } = fetchingOf(layerManifest(EXACT), publisher);
    await expect(run()).rejects.toThrow(
      /found a web page in place of JSON; look on the publisher’s page/,
    );
    expect(waits).toEqual([]);
  });
});

describe('told in one sentence', () => {
  const manifest = fileManifest('codepoint.zip', CODEPOINT);
  test('a disk that is full', async ({ skip }) => {
    if (!existsSync('/dev/full')) skip('this system has no /dev/full to write to');
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP, etag: '"a"' });
    const { run, folder } = fetchingOf(manifest, publisher);
    symlinkSync('/dev/full', join(folder, 'codepoint.zip.part'));
    await expect(run()).rejects.toThrow(
      /codepoint\.zip: wanted to write it, found the disk full; make room and run the same command again to go on from there$/,
    );
  });
  test('nobody listening', async () => {
    const publisher = await openPublisher();
    const gone = { 'https://api.os.uk/': 'http://127.0.0.1:9/' };
    const { run, waits } = fetchingOf({ ...manifest, mirrors: gone }, publisher);
    await expect(run()).rejects.toThrow(
      /codepoint\.zip: wanted it from 127\.0\.0\.1:9, found nobody listening there at try 6; check the network/,
    );
    expect(waits).toHaveLength(5);
  });
  test.each([
    ['ENOTFOUND', 'no host of that name; check the network', 0],
    ['EAI_AGAIN', 'no answer about the name at try 6; check the network', 5],
  ])('a name that cannot be looked up: %s', async (code, found, waits) => {
    const publisher = await openPublisher();
    const url = 'https://publisher.example.org/x.zip';
    const fetching = fetchingOf(fileManifest('x.zip', { url }), publisher);
    const lookup: LookupFunction = (_name, _options, done) => {
      done(Object.assign(new Error(code), { code }), '', 4);
    };
    await expect(fetching.run({ lookup })).rejects.toThrow(
      `x.zip: wanted it from publisher.example.org, found ${found}`,
    );
    expect(fetching.waits).toHaveLength(waits);
  });
  test('another fetch at the same manifest, which is named; one that was killed is not in the way', async () => {
    const publisher = await openPublisher();
    publisher.files.set(CODEPOINT_PATH, { bytes: ZIP });
    const { run, folder } = fetchingOf(manifest, publisher, {
      'manifest.json.fetching': String(process.ppid),
    });
    await expect(run()).rejects.toThrow(
      new RegExp(
        `manifest\\.json: wanted to be the only one to fetch it, found process ${process.ppid} at it; `,
      ),
    );
    writeFileSync(join(folder, 'manifest.json.fetching'), '4194305');
    await run();
    expect(left(folder).sort()).toEqual(['codepoint.zip', 'manifest.fetched.json']);
  });
  test('a slip in the manifest, before anything is downloaded', async () => {
    const publisher = await openPublisher();
    publisher.layers.set(EXACT.layer, rowOfSquares(3));
    const { run } = fetchingOf(layerManifest(EXACT, { status: 'GUESSED' }), publisher);
    await expect(run()).rejects.toThrow(/boundaries\[0\]: wanted one of OFFICIAL/);
    expect(publisher.asked).toEqual([]);
  });
  test('a set to be loaded before it was fetched', async () => {
    const publisher = await openPublisher();
    const { manifest: file } = fetchingOf(layerManifest(NEWEST), publisher);
    expect(() => readManifest(file)).toThrow(
      /manifest\.json, boundaries\[0\]: wanted "edition" and "from", or the file as it was fetched \(npm run geodata -- fetch\), found neither$/,
    );
  });
});

test('an edition the user writes counts for more than that of the publisher’s name', async () => {
  const publisher = await openPublisher();
  publisher.layers.set(EXACT.layer, rowOfSquares(3));
  const own = { edition: 'ours', from: '2023-04-01' };
  const { run, manifest, folder } = fetchingOf(layerManifest(EXACT, own), publisher);
  expect(readManifest(manifest).boundaries[0]?.edition).toBe('ours');
  await run();
  expect(readManifest(manifest).boundaries[0]).toMatchObject({
    edition: 'ours',
    period: { from: '2023-04-01' },
  });
  rmSync(join(folder, 'manifest.fetched.json'));
});

test('another file put in the place of a fetched one is not taken for its edition', async () => {
  const publisher = await openPublisher();
  publisher.layers.set(EXACT.layer, rowOfSquares(3));
  const { run, manifest, folder } = fetchingOf(layerManifest(EXACT), publisher);
  await run();
  const text = readFileSync(join(folder, 'districts.geojson'), 'utf8');
  expect(readManifest(manifest).boundaries[0]?.edition).toBe('December 2025');
  writeFileSync(join(folder, 'districts.geojson'), text.replace('Square 1', 'Square 7'));
  expect(() => readManifest(manifest)).toThrow(/or the file as it was fetched/);
});

test.each([
  ['\n\n<html>', 'a web page, or XML'],
  ['<!doctype HTML>', 'a web page'],
  ['PK\u0003\u0004', 'a zip archive: unpack it first'],
  ['\u001f\u008b', 'gzip: name the file .gz'],
  ['version https://git-lfs', 'a Git LFS pointer, not the file itself'],
  ['{\n "error": {"code": 400}}', 'an error in place of the file'],
])('GJ43 %j in place of a table is refused', async (body, found) => {
  const publisher = await openPublisher();
  publisher.files.set('nhs/x', { bytes: Buffer.from(body, 'latin1'), type: 'text/csv' });
  const url = 'https://www.odsdatasearchandexport.nhs.uk/x';
  const { run, folder } = fetchingOf(fileManifest('x.csv', { url }), publisher);
  await expect(run()).rejects.toThrow(`found ${found}; see what the address gives in a browser`);
  expect(left(folder)).toEqual([]);
});

test.each([
  ['{"error":{"code":400,"message":"Invalid URL"}}', 'an error in place of the file'],
  ['{"type":"FeatureCollection","features":[{"type":', 'JSON that is cut short'],
  ['no', 'no JSON'],
])('GJ43 %s in place of boundaries is refused, and the old file stays', async (body, found) => {
  const publisher = await openPublisher();
  publisher.files.set('nhs/x', { bytes: Buffer.from(body), type: 'application/json' });
  const url = 'https://www.odsdatasearchandexport.nhs.uk/x';
  const manifest = fileManifest('x.geojson', { url });
  const { run, folder } = fetchingOf(manifest, publisher, { 'x.geojson': 'old' });
  await expect(run()).rejects.toThrow(`found ${found}; see what the address gives in a browser`);
  expect(readFileSync(join(folder, 'x.geojson'), 'utf8')).toBe('old');
});
