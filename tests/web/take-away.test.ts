import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import type { Comparison } from '../../web/compare-boundaries/ask.ts';
import { aboutOf, fileName } from '../../web/compare-boundaries/take-away/about.ts';
import { overlapsCsv } from '../../web/compare-boundaries/take-away/overlaps-csv.ts';
import { overlapsGeoJson } from '../../web/compare-boundaries/take-away/overlaps-geojson.ts';

/** West has 1,000 people: 900 in the North, 100 in nothing. */
const COMPARISON = {
  left: 'district',
  right: 'pct',
  asAt: '2004-03-31',
  weight: 'RESIDENTS',
  leftCount: 1,
  rightCount: 1,
  overlaps: [
    {
      left: { code: 'W', name: '=West' },
      right: { code: '5E9', name: 'North PCT' },
      residents: 900,
      postcodes: 9,
      km2: 1.55,
      weight: 900,
      shareOfLeft: 0.9,
      shareOfRight: 1,
      relation: 'CONTAINS',
    },
  ],
  remainders: [
    { area: { kind: 'district', code: 'W', name: '=West' }, weight: 100, share: 0.1 },
    { area: { kind: 'pct', code: '5E9', name: 'North PCT' }, weight: 0, share: 0 },
  ],
  slivers: { count: 2, km2: 0.1 },
  release: { id: 'drawn-1' },
} as unknown as Comparison;

const ABOUT = aboutOf(
  COMPARISON,
  { within: 'C' },
  {
    boundarySets: [
      { kind: 'district', edition: '2004', status: 'OFFICIAL', source: 'ONS', licence: 'OGL' },
      { kind: 'pct', edition: '2002', status: 'RECONSTRUCTED', source: 'us', licence: 'MIT' },
      { kind: 'icb', edition: '2002', status: 'OFFICIAL', source: 'other', licence: 'None' },
    ],
    release: {
      id: 'drawn-1',
      loadedAt: '2026-11-22T00:00:00Z',
      notices: [],
      sources: [{ licence: 'OGL', attribution: 'Contains OS data' }],
    },
  },
);

describe('the overlaps as CSV', () => {
  const rows: Record<string, string>[] = parse(overlapsCsv(COMPARISON, ABOUT), {
    bom: true,
    columns: true,
  });

  it('are a row each, and what is not covered another, so that shares add up', () => {
    expect(rows.map((row) => [row['relation'], row['residents'], row['share_of_left']])).toEqual([
      ['contains', '900', '0.9'],
      ['not covered', '100', '0.1'],
    ]);
  });

  it('say on each row their day, weight, release, method and licence', () => {
    for (const row of rows)
      expect(row).toMatchObject({
        as_at: '2004-03-31',
        weighed_by: 'residents',
        within: 'C',
        release: 'drawn-1',
        licence: 'OGL and MIT',
        attribution: 'Contains OS data',
      });
    expect(rows[0]?.['method']).toMatch(
      /99\.5% counts as all.*: 2, 0\.1 km²\. Boundaries: districts, edition 2004, official: ONS; PCTs, edition 2002, reconstructed: us\.$/,
    );
  });

  it('run no formula and make no number of a code', () => {
    expect(rows[0]).toMatchObject({ left_name: "'=West", right_code: "'5E9" });
  });
});

it('the overlaps as GeoJSON have shape, figures, day, release, method and licence', () => {
  const boundary = { type: 'Polygon' as const, coordinates: [] };
  const { overlaps } = COMPARISON;
  const text = overlapsGeoJson(COMPARISON, ABOUT, {
    coterminosity: {
      overlaps: overlaps.map(({ left, right }) => ({ left, right, boundary })),
      release: { id: 'drawn-1' },
    },
  });
  expect(JSON.parse(text)).toMatchObject({
    type: 'FeatureCollection',
    metadata: {
      asAt: '2004-03-31',
      release: 'drawn-1',
      licence: 'OGL and MIT',
      slivers: { count: 2 },
      notCovered: [{ side: 'left', code: 'W', share: 0.1 }],
    },
    features: [
      {
        type: 'Feature',
        id: 'W 5E9',
        properties: { left_name: '=West', right_code: '5E9', residents: 900 },
        geometry: boundary,
      },
    ],
  });
});

it('a file is named for what was compared alone', () => {
  expect(fileName(COMPARISON, ABOUT, 'csv')).toBe('district-pct-2004-03-31-C.csv');
});

describe('the files of one area', () => {
  const [first] = COMPARISON.overlaps;
  const two = {
    ...COMPARISON,
    overlaps: [first, { ...first, left: { code: 'E', name: 'East' } }],
  } as Comparison;

  it('hold its overlaps and what is not covered of it', () => {
    const ofEast: Record<string, string>[] = parse(overlapsCsv(two, { ...ABOUT, only: 'E' }), {
      bom: true,
      columns: true,
    });
    expect(ofEast.map((row) => [row['left_code'], row['relation']])).toEqual([['E', 'contains']]);
    const shapes = { coterminosity: { overlaps: [], release: { id: 'drawn-1' } } };
    expect(JSON.parse(overlapsGeoJson(two, { ...ABOUT, only: 'E' }, shapes))).toMatchObject({
      metadata: { only: 'E', notCovered: [] },
      features: [{ id: 'E 5E9' }],
    });
  });

  it('are named for it', () => {
    expect(fileName(two, { ...ABOUT, only: 'E' }, 'csv')).toBe('district-pct-2004-03-31-C-E.csv');
  });
});
