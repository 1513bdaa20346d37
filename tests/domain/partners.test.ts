import { expect, test } from 'vitest';

import { coterminosity } from '../../server/domain/coterminosity.ts';
import { partnersOf } from '../../server/domain/partners.ts';
import { setOf, stripArea, stripOverlaps } from '../worlds/strip.ts';

const districts = setOf(0, 'district', null, null);
const pcts = setOf(1, 'pct', null, null);
/** Six squares: district A has four, B two; PCT 1 has the first two, 2 the third and fourth, 3 the rest. */
const a = stripArea(districts, { id: 0, code: 'A', squares: [0, 1, 2, 3] });
const b = stripArea(districts, { id: 1, code: 'B', squares: [4, 5] });
const one = stripArea(pcts, { id: 2, code: '1', squares: [0, 1] });
const two = stripArea(pcts, { id: 3, code: '2', squares: [2, 3] });
const three = stripArea(pcts, { id: 4, code: '3', squares: [4, 5] });

const { overlaps } = coterminosity({
  overlaps: stripOverlaps([a, b], [one, two, three]).map((overlap) => ({
    overlap,
    weight: overlap.residents ?? 0,
  })),
  totalOf: ({ residents }) => residents ?? 0,
});

test('an area spread evenly over two partners has two, effectively; one with a single partner has one', () => {
  const partners = partnersOf(overlaps, 'LEFT');
  expect(partners.map(({ area, count, mainShare }) => [area, count, mainShare])).toEqual([
    [a, 2, 0.5],
    [b, 1, 1],
  ]);
  expect(partners[0]?.effective).toBeCloseTo(2, 12);
  expect(partners[1]?.effective).toBe(1);
});

test('the other side is told from its own point of view', () => {
  expect(
    partnersOf(overlaps, 'RIGHT').map(({ area, main, effective }) => [area, main, effective]),
  ).toEqual([
    [one, a, 1],
    [two, a, 1],
    [three, b, 1],
  ]);
});
