import { describe, expect, test } from 'vitest';

import { checkContent } from '../../geodata/check.ts';
import type { ContentOverlap, ReleaseContent } from '../../server/database/release-content.ts';
import { fourSquares, pcts, west } from '../worlds/four-squares.ts';

const [first, ...others] = fourSquares.overlaps;
if (!first) throw new Error('The drawn world has overlaps');
const changed = (overlap: Partial<ContentOverlap>): ReleaseContent => ({
  ...fourSquares,
  overlaps: [{ ...first, ...overlap }, ...others],
});

test('the drawn world holds together', () => {
  expect(checkContent(fourSquares, [{ area: west, otherSet: pcts.id, km2: 0 }])).toEqual([]);
});

test('the parts of a district may be more than the whole by what the other set counts twice', () => {
  const remainders = [{ area: west, otherSet: pcts.id, km2: 0.001 }];
  const [left = -1, right = -1] = fourSquares.areas
    .filter(({ area }) => area.set.id === pcts.id)
    .map(({ area }) => area.id);
  expect(checkContent(fourSquares, remainders, [{ left, right, km2: 0.001 }])).toEqual([]);
  expect(checkContent(fourSquares, remainders, [{ left, right, km2: 0.0009 }])).toHaveLength(1);
});

describe('a release does not hold together when', () => {
  test('an overlap is larger than one of its areas', () => {
    expect(checkContent(changed({ km2: 3.2 }), [])).toEqual([
      'district drawn W (West District) and upper-tier drawn C (The County) share 3.2 km², more than the smaller has (3.1)',
    ]);
  });
  test('an overlap names its sets out of order', () => {
    expect(checkContent(changed({ left: first.right, right: first.left }), [])).toEqual([
      'The overlap of areas 2 and 0 is not of two sets in order',
    ]);
  });
  test('the parts of a district and the rest of it are not the whole', () => {
    expect(checkContent(fourSquares, [{ area: west, otherSet: pcts.id, km2: 0.31 }])).toEqual([
      'The parts of district drawn W (West District) in set 2 and the rest of it make 1.1 of it, not 1: areas of that set overlap each other',
    ]);
  });
  test('places in a district are in no upper tier', () => {
    const cells = fourSquares.cells.map((cell) => ({
      ...cell,
      areas: cell.areas.filter((id) => id !== 2),
    }));
    expect(checkContent({ ...fourSquares, cells }, [])).toEqual([
      'Of 40 postcodes in a district only 0 are in an upper tier too',
    ]);
  });
  test('the shares of a sector leave some over', () => {
    const sectors = fourSquares.sectors.map((sector) => ({
      ...sector,
      cells: [[0, 0.9]] as const,
    }));
    expect(checkContent({ ...fourSquares, sectors }, [])).toEqual([
      'The shares of sector SO99 1 do not add up to 1',
    ]);
  });
  test.each([
    [true, 'No postcode lies in any of the areas: nothing could be answered'],
    [false, 'The release names no postcodes: nothing could be answered'],
  ])('no postcode lies anywhere, where any being named is %j', (listsUnits, sentence) => {
    const { release } = fourSquares;
    const content = {
      ...fourSquares,
      release: { ...release, coverage: { ...release.coverage, listsUnits } },
      cells: [],
      sectors: [],
    };
    expect(checkContent(content, [])).toEqual([sentence]);
  });
});
