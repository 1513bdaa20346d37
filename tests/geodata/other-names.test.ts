import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { buildRelease } from '../../geodata/build-release.ts';
import { readManifest } from '../../geodata/manifest.ts';
import { OUR_OTHER_NAMES, readOtherNames } from '../../geodata/other-names.ts';
import { SILENT } from '../../geodata/progress.ts';
import type { OtherName } from '../../server/domain/other-name.ts';
import { folderOf, manifest, worldFolder } from '../worlds/manifest-folder.ts';

const read = (text: string): OtherName[] =>
  readOtherNames(join(folderOf({ 'names.csv': text }), 'names.csv'));

test('each of ours has a source, and no body has one twice', () => {
  const ours = readOtherNames(OUR_OTHER_NAMES);
  expect(ours.length).toBeGreaterThan(14);
  expect(new Set(ours.map(({ of, name }) => `${of} ${name}`)).size).toBe(ours.length);
});

test('a table of other names is read, quotes and all', () => {
  expect(
    read('of,name,sort,source\nE1,"Place, the",short-name,Us\nE1,00XX,old-code,ONS\n'),
  ).toEqual([
    { of: 'E1', name: 'Place, the', sort: 'SHORT_NAME', source: 'Us' },
    { of: 'E1', name: '00XX', sort: 'OLD_CODE', source: 'ONS' },
  ]);
});

describe('refuses, in one sentence,', () => {
  test.each([
    ['a missing column', 'of,name,sort\nE1,A,old-code\n', 'wanted a column "source"'],
    [
      'another sort',
      'of,name,sort,source\nE1,A,nickname,Us\n',
      'row 2: wanted old-code or short-name',
    ],
    ['a blank', 'of,name,sort,source\nE1,,old-code,Us\n', 'row 2: wanted a text in "name"'],
    ['a row of another length', 'of,name,sort,source\nE1,A\n', 'wanted a table in CSV'],
    [
      'the name of a person',
      'of,name,sort,source\nE1,Mrs Smith,short-name,Us\n',
      'wanted a name or code in "name", found the name of a person',
    ],
  ])('%s', (_what, text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });
});

describe('a manifest', () => {
  const withNames = (rows: string): string =>
    worldFolder({
      'names.csv': `of,name,sort,source\n${rows}\n`,
      'manifest.json': JSON.stringify({ ...manifest, otherNames: 'names.csv' }),
    });
  test('brings other names of its own', async () => {
    const folder = withNames('W,The Wild West,short-name,The district');
    const { content } = await buildRelease(readManifest(join(folder, 'manifest.json')), SILENT);
    expect(content.release.otherNames).toEqual([
      { of: 'W', name: 'The Wild West', sort: 'SHORT_NAME', source: 'The district' },
    ]);
  });
  test('is refused when they are of nobody here', async () => {
    const folder = withNames('X,Nowhere,short-name,Nobody');
    await expect(buildRelease(readManifest(join(folder, 'manifest.json')), SILENT)).rejects.toThrow(
      /wanted codes of areas of this release in "of", found "?X/,
    );
  });
});
