import { describe, expect, test } from 'vitest';

import { parseManifest } from '../../geodata/manifest.ts';
import {
  districtSource,
  laterPctSource,
  manifest,
  pctSource,
  upperTierSource,
} from '../worlds/manifest-folder.ts';

const read = (changed: object): unknown => parseManifest({ ...manifest, ...changed }, 'in/m.json');

test('an absolute path stays as it is', () => {
  const absolute = { ...manifest, postcodes: [{ format: 'latlong', file: '/data/postcodes.csv' }] };
  expect(parseManifest(absolute, 'in/manifest.json').postcodes[0]?.file).toBe(
    '/data/postcodes.csv',
  );
});

test('paths are relative to the manifest', () => {
  const { boundaries, residents, postcodes, practices } = parseManifest(manifest, 'in/m.json');
  expect(boundaries.map(({ from }) => (from.way === 'file' ? from.file : from.table))).toEqual([
    'in/districts.geojson',
    'in/upper-tiers.csv',
    'in/pcts.geojson',
    'in/later-pcts.geojson',
  ]);
  expect(residents?.file).toBe('in/small-areas.geojson');
  expect(postcodes.map(({ file }) => file)).toEqual(['in/postcodes.csv']);
  expect(practices.map(({ file }) => file)).toEqual(['in/practices.csv', 'in/memberships.csv']);
});

test('the last day of one edition may be the eve of the next', () => {
  const { boundaries } = parseManifest(manifest, 'm.json');
  expect(boundaries.map(({ period }) => period.to)).toEqual([
    null,
    null,
    '2006-10-01',
    '2013-04-01',
  ]);
});

test('what is left out has a stated meaning', () => {
  const { boundaries, release, attribution } = manifest;
  expect(parseManifest({ boundaries, release, attribution }, 'm.json')).toMatchObject({
    coverage: 'the areas of four-squares',
    residents: null,
    postcodes: [],
    practices: [],
    teams: null,
  });
});

describe('refuses, in one sentence,', () => {
  test.each([
    ['a list in place of the manifest', [], 'm.json: wanted an object, found []'],
    [
      'a field that nobody reads',
      { ...manifest, recidents: {} },
      'm.json: wanted only release, coverage, boundaries, residents, postcodes, practices, teams, otherNames, attribution, mirrors, found "recidents"',
    ],
    [
      'a release name that is no file name',
      { ...manifest, release: '../x' },
      'm.json: wanted letters, digits, hyphens and stops in "release", found "../x"',
    ],
    [
      'no boundary sets',
      { ...manifest, boundaries: [] },
      'm.json: wanted at least one boundary set in "boundaries", found []',
    ],
  ])('%s', (_what, value, sentence) => {
    expect(() => parseManifest(value, 'm.json')).toThrow(sentence);
  });

  test.each([
    [
      'two sets of one kind in force on one day',
      [pctSource, { ...laterPctSource, from: '2006-09-30' }],
      'in/m.json: wanted one pct set in force on each day, found that editions 2002 and 2006 overlap in time',
    ],
    [
      'an open-ended set followed by another of its kind',
      [{ ...pctSource, to: null }, laterPctSource],
      'in/m.json: wanted one pct set in force on each day, found that editions 2002 and 2006 overlap in time',
    ],
    [
      'one set twice',
      [pctSource, pctSource],
      'in/m.json: wanted each boundary set once, found pct 2002 again',
    ],
    [
      'a set that ends before it begins',
      [{ ...pctSource, to: '2002-04-01' }],
      'in/m.json, boundaries[0]: wanted a day after 2002-04-01 in "to", found "2002-04-01"',
    ],
    [
      'GJ46 a day that does not exist',
      [{ ...pctSource, from: '2002-02-30' }],
      'in/m.json, boundaries[0]: wanted a day as YYYY-MM-DD in "from", found "2002-02-30"',
    ],
    [
      'a status it does not know',
      [{ ...pctSource, status: 'GUESSED' }],
      'in/m.json, boundaries[0]: wanted one of OFFICIAL, RECONSTRUCTED, ANNOUNCED, PROPOSED in "status", found "GUESSED"',
    ],
    [
      'a kind that team coverage could not name',
      [{ ...pctSource, kind: 'PCT: new' }],
      'in/m.json, boundaries[0]: wanted small letters, digits and hyphens in "kind", found "PCT: new"',
    ],
    [
      'a dissolved set before the one it is made of',
      [upperTierSource, districtSource],
      'in/m.json: wanted the set to dissolve earlier in "boundaries", found no district drawn there',
    ],
    [
      'a file and a dissolve at once',
      [districtSource, { ...upperTierSource, file: 'x.geojson' }],
      'in/m.json, boundaries[1]: wanted only kind, edition, from, to, status, source, licence, resolutionMetres, dissolve, found "file"',
    ],
    [
      'a resolution of nothing',
      [{ ...pctSource, resolutionMetres: 0 }],
      'in/m.json, boundaries[0]: wanted metres above 0 in "resolutionMetres", found 0',
    ],
  ])('%s', (_what, boundaries, sentence) => {
    expect(() => read({ boundaries })).toThrow(sentence);
  });

  test.each([
    [
      'a postcode format it cannot read',
      { postcodes: [{ format: 'nhspd', file: 'x.csv' }] },
      'in/m.json, postcodes[0]: wanted one of onspd, nspl, codepoint, latlong in "format", found "nhspd"',
    ],
    [
      'a postcode area that is none',
      { postcodes: [{ format: 'latlong', file: 'x.csv', areas: ['SO23'] }] },
      'in/m.json, postcodes[0]: wanted postcode areas such as "SO" in "areas", found "SO23"',
    ],
    [
      'another way to count residents',
      { residents: { ...manifest.residents, method: 'by guess' } },
      'in/m.json, residents: wanted one of area share of each small area in "method", found "by guess"',
    ],
    [
      'no attribution',
      { attribution: ' ' },
      'in/m.json: wanted a text in "attribution", found " "',
    ],
  ])('%s', (_what, changed, sentence) => {
    expect(() => read(changed)).toThrow(sentence);
  });
});

test('a proposed set may stand beside one in force', () => {
  const proposed = { ...laterPctSource, from: '2002-04-01', status: 'PROPOSED' };
  expect(() => read({ boundaries: [pctSource, proposed] })).not.toThrow();
});
