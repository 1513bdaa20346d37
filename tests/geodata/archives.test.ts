import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { folderOf } from '../worlds/manifest-folder.ts';
import { type ReadBack, readContent, readSources, refusalOf } from '../worlds/postcode-files.ts';
import { type DrawnEntry, zipOf } from '../worlds/zip-file.ts';

const A = 'Postcode,lat,long\nSO1 1AA,51,-1\n';
const B = 'Postcode,lat,long\nSO1 1AB,51,-1\n';
const DATA = 'Data/ONSPD.csv';

function read(bytes: Uint8Array, entry: string | null = DATA): Promise<ReadBack> {
  const file = join(folderOf({ 'x.zip': bytes }), 'x.zip');
  return readSources({ format: 'latlong', file, entry });
}

async function postcodes(bytes: Uint8Array, entry: string | null = DATA): Promise<string[]> {
  const { list } = await read(bytes, entry);
  return Array.from({ length: list.count }, (_, at) => list.postcodeAt(at));
}

const refused = (entries: readonly DrawnEntry[], entry: string | null = DATA): Promise<string> =>
  refusalOf(read(zipOf(entries), entry));

describe('of a zip archive', () => {
  test('only the entry named is read, however many there are (CS28)', async () => {
    const zip = zipOf([
      { name: 'Data/', content: '' },
      { name: DATA, content: A },
      { name: 'Data/other.csv', content: B },
      { name: 'Documents/inner.zip', content: zipOf([{ name: DATA, content: B }]) },
      { name: 'Documents/link', content: '/etc/passwd', mode: 0o120777 },
      { name: 'Documents/bomb', content: Buffer.alloc(1_000_000) },
    ]);
    expect(await postcodes(zip)).toEqual(['SO1 1AA']);
    expect(await postcodes(zip, 'Data/ONS*.csv')).toEqual(['SO1 1AA']);
  });
  test('several entries that fit a pattern are read, and none in a folder below', async () => {
    const zip = zipOf([
      { name: 'Data/CSV/so.csv', content: A },
      { name: 'Data/CSV/ab.csv', content: B },
      { name: 'Data/CSV/more/so.csv', content: 'no table' },
    ]);
    expect(await postcodes(zip, 'Data/CSV/*.csv')).toEqual(['SO1 1AA', 'SO1 1AB']);
  });
  test('a pattern is no expression: a stop stands for a stop', async () => {
    expect(await refused([{ name: 'Data/ONSPDxcsv', content: A }])).toBe(
      'x.zip: wanted an entry named Data/ONSPD.csv, found Data/ONSPDxcsv',
    );
  });
});

describe('a zip archive is refused (CS28)', () => {
  const bomb = Buffer.alloc(10_000_000, 'x');
  test.each<readonly [what: string, entries: readonly DrawnEntry[], sentence: RegExp]>([
    [
      'without the entry named',
      [{ name: 'a.csv', content: A }],
      /wanted an entry named Data\/ONSPD\.csv, found a\.csv$/,
    ],
    [
      'with a path that leads out of it',
      [
        { name: '../x.csv', content: A },
        { name: DATA, content: A },
      ],
      /wanted a sound zip archive, found: invalid relative path: \.\.\/x\.csv$/,
    ],
    [
      'with a path from the root',
      [{ name: '/etc/x.csv', content: A }],
      /wanted a sound zip archive, found: absolute path: /,
    ],
    [
      'when the entry is a link',
      [{ name: DATA, content: '/etc/passwd', mode: 0o120777 }],
      /wanted a file, found a symbolic link$/,
    ],
    [
      'when the entry is a bomb',
      [{ name: DATA, content: bomb }],
      /unpacks to at most 200 times its size, found \d+ times: a zip bomb$/,
    ],
    [
      'when the entry is longer than it says',
      [{ name: DATA, content: A + A.repeat(100_000), size: 100_000 }],
      /found: too many bytes in the stream/,
    ],
    [
      'when the entry is shorter than it says',
      [{ name: DATA, content: A, size: 100 }],
      /found: not enough bytes in the stream/,
    ],
    [
      'when the entry wants a password',
      [{ name: DATA, content: A, flags: 1 }],
      /found an encrypted one$/,
    ],
    [
      'when two entries have the name',
      [
        { name: DATA, content: A },
        { name: DATA, content: B },
      ],
      /wanted each entry once, found two of this name$/,
    ],
    [
      'when the entry is itself an archive',
      [{ name: DATA, content: zipOf([{ name: DATA, content: A }]) }],
      /wanted CSV, found a zip archive/,
    ],
  ])('%s', async (_what, entries, sentence) => {
    expect(await refused(entries)).toMatch(sentence);
  });
  test('when one entry lies inside another', async () => {
    const entries = [
      { name: 'Data/a.csv', content: A },
      { name: 'Data/b.csv', content: B, offset: 10 },
    ];
    expect(await refused(entries, 'Data/*.csv')).toMatch(
      /wanted entries side by side, found one inside another$/,
    );
  });
  test('with more entries than any publisher has', async () => {
    const entries = Array.from({ length: 65_000 }, (_, at) => ({ name: `${at}`, content: '' }));
    expect(await refused(entries)).toBe('x.zip: wanted at most 512 entries, found 65000');
  });
  test('that is cut short, or named without an entry, or no archive', async () => {
    const whole = zipOf([{ name: DATA, content: A }]);
    expect(await refusalOf(read(whole.subarray(0, -30)))).toMatch(/wanted a sound zip archive/);
    expect(await refusalOf(read(whole, null))).toMatch(/wanted "entry" in the manifest/);
    expect(await refusalOf(readContent('latlong', A, { entry: DATA }))).toMatch(
      /found no archive$/,
    );
  });
  test('whose entry does not match its checksum', async () => {
    const whole = zipOf([{ name: DATA, content: A }]);
    const at = whole.indexOf('Data/ONSPD.csv', 60);
    whole.writeUInt32LE(1, at - 46 + 16);
    expect(await refusalOf(read(whole))).toMatch(/wanted data that match their checksum/);
  });
  test('and leaves nothing beside it', async () => {
    const folder = folderOf({ 'x.zip': zipOf([{ name: '../../x.csv', content: A }]) });
    const before = readdirSync(folder, { recursive: true }).length;
    await refusalOf(readSources({ format: 'latlong', file: join(folder, 'x.zip'), entry: '*' }));
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  });
});

describe('gzip', () => {
  const [a, b] = [gzipSync(A), gzipSync('SO1 1AB,51,-1\n')];
  test('of several members is read as one (CS29)', async () => {
    expect((await readContent('latlong', Buffer.concat([a, b]))).list.count).toBe(2);
  });
  test('with anything after it, or a wrong checksum, is refused (CS29)', async () => {
    const wrong = Buffer.from(a);
    wrong.writeUInt8((wrong.at(-6) ?? 0) ^ 1, wrong.length - 6);
    for (const bytes of [Buffer.concat([a, Buffer.from('garbage')]), wrong])
      expect(await refusalOf(readContent('latlong', bytes))).toMatch(/found damaged gzip$/);
  });
  test('that unpacks to more than 200 times its size is refused', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(A), Buffer.alloc(20_000_000, '\n')]));
    expect(await refusalOf(readContent('latlong', bomb))).toMatch(
      /unpacks to at most 200 times its size/,
    );
  });
});
