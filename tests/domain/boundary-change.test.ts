import { describe, expect, test } from 'vitest';

import type { Area } from '../../server/domain/area.ts';
import { boundaryChange, type BoundaryChange } from '../../server/domain/boundary-change.ts';
import { setOf, stripArea, stripOverlaps } from '../worlds/strip.ts';

const before = setOf(0, 'pct', '2002-04-01', '2006-10-01');
const after = setOf(1, 'pct', '2006-10-01', null);

/** Areas are written by the squares of a strip they hold: `AAB` is A on the first two, B on the third. */
function change(old: string, later: string): BoundaryChange {
  const [olds, laters] = [areasOn(old, before, 0), areasOn(later, after, 100)];
  return boundaryChange(olds, laters, stripOverlaps(olds, laters));
}

type Held = Area & { readonly squares: readonly number[] };

function areasOn(strip: string, set: typeof before, firstId: number): Held[] {
  const letters = Array.from(strip);
  const codes = [...new Set(letters)].filter((code) => code !== '.');
  return codes.map((code, at) => {
    const squares = letters.flatMap((each, square) => (each === code ? [square] : []));
    return stripArea(set, { id: firstId + at, code, squares });
  });
}

function words({ areas }: BoundaryChange): Record<string, string> {
  return Object.fromEntries(
    areas.map(({ area, change: word, successors }) => [
      area.code,
      [word, ...successors.map((each) => each.area.code)].join(' '),
    ]),
  );
}

const codes = (areas: readonly Area[]): string[] => areas.map(({ code }) => code);

describe('boundaryChange', () => {
  test('areas that keep ground and code are unchanged', () => {
    expect(words(change('AABB', 'AABB'))).toEqual({ A: 'UNCHANGED A', B: 'UNCHANGED B' });
  });

  test('the same ground under another code is renamed, and nobody moved', () => {
    const renamed = change('AABB', 'AACC');
    expect(words(renamed)).toEqual({ A: 'UNCHANGED A', B: 'RENAMED C' });
    expect(renamed.moved).toEqual({ km2: 0, postcodes: 0, residents: 0 });
    expect([codes(renamed.appeared), codes(renamed.ended)]).toEqual([['C'], ['B']]);
  });

  test('areas that become one new area are merged', () => {
    expect(words(change('AABB', 'CCCC'))).toEqual({ A: 'MERGED C', B: 'MERGED C' });
  });

  test('an area that swallows another is redrawn, the other merged', () => {
    expect(words(change('AABB', 'AAAA'))).toEqual({ A: 'REDRAWN A', B: 'MERGED A' });
  });

  test('one old area becomes several new ones with shares of area, postcodes and residents', () => {
    const split = change('FFFF', 'HHST');
    expect(words(split)).toEqual({ F: 'SPLIT H S T' });
    const [only] = split.areas;
    expect(only?.successors.map(({ shares }) => shares)).toEqual([
      { km2: 0.5, postcodes: 0.5, residents: 0.5 },
      { km2: 0.25, postcodes: 0.25, residents: 0.25 },
      { km2: 0.25, postcodes: 0.25, residents: 0.25 },
    ]);
    expect(only?.remainder).toEqual({ km2: 0, postcodes: 0, residents: 0 });
    expect(split.moved).toEqual({ km2: 2, postcodes: 20, residents: 2000 });
  });

  test('a body that loses ground is redrawn, and those it lost have moved', () => {
    const redrawn = change('AAAB', 'AABB');
    expect(words(redrawn)).toEqual({ A: 'REDRAWN A B', B: 'REDRAWN B' });
    expect(redrawn.moved).toEqual({ km2: 1, postcodes: 10, residents: 1000 });
  });

  test('people with the heir keep their body or get another, all others moved', () => {
    const { areas, moved, otherBody } = change('AAAABBB', 'AABCCCD');
    const fates = areas.map(({ area, successors }) =>
      [area.code, ...successors.map((each) => `${each.area.code} ${each.fate}`)].join(', '),
    );
    expect(fates).toEqual(['A, A SAME_BODY, B MOVED, C MOVED', 'B, C OTHER_BODY, D MOVED']);
    expect([moved.residents, otherBody.residents]).toEqual([3000, 5000]);
    expect(areas.map((each) => each.moved.postcodes)).toEqual([20, 10]);
    expect(areas.map((each) => each.otherBody.postcodes)).toEqual([20, 30]);
  });

  test('ground in no area of afterwards is a remainder, and an area with nothing else has ended', () => {
    const ended = change('AABB', 'A...');
    expect(words(ended)).toEqual({ A: 'REDRAWN A', B: 'ENDED' });
    expect(ended.areas.map(({ remainder }) => remainder.km2)).toEqual([0.5, 1]);
    expect(ended.inNone).toEqual({ km2: 3, postcodes: 30, residents: 3000 });
  });

  test('an area with uncounted residents has no share of them, and the sum is unknown', () => {
    const olds = areasOn('AA', before, 0);
    const laters = areasOn('BC', after, 100);
    const uncounted = stripOverlaps(olds, laters).map((each) => ({ ...each, residents: null }));
    const { areas, moved } = boundaryChange(olds, laters, uncounted);
    expect(areas[0]?.successors.map(({ shares }) => shares.residents)).toEqual([null, null]);
    expect(areas[0]?.remainder.residents).toBeNull();
    expect(moved).toEqual({ km2: 1, postcodes: 10, residents: null });
  });
});
