import { describe, expect, it } from 'vitest';

import type { Overlap } from '../../web/compare-boundaries/ask.ts';
import { nextOrder, sortOverlaps } from '../../web/compare-boundaries/sort.ts';

const overlap = (name: string, residents: number | null, km2: number): Overlap =>
  ({ left: { code: name, name }, right: { code: 'R', name: 'R' }, residents, km2 }) as Overlap;

const OVERLAPS = [overlap('Hart', 5, 2), overlap('Gosport', null, 9), overlap('Fareham', 7, 2)];
const names = (overlaps: readonly Overlap[]): string[] => overlaps.map(({ left }) => left.name);

describe('sortOverlaps', () => {
  it('sorts words by letter and numbers by size, the uncounted last', () => {
    expect(names(sortOverlaps(OVERLAPS, { by: 'left', descending: false }))).toEqual([
      'Fareham',
      'Gosport',
      'Hart',
    ]);
    expect(names(sortOverlaps(OVERLAPS, { by: 'residents', descending: true }))).toEqual([
      'Fareham',
      'Hart',
      'Gosport',
    ]);
  });

  it('leaves equals as they stood', () => {
    expect(names(sortOverlaps(OVERLAPS, { by: 'km2', descending: false }))).toEqual([
      'Hart',
      'Fareham',
      'Gosport',
    ]);
  });
});

it('begins numbers with the largest and words with the first letter, then turns round', () => {
  const first = nextOrder({ by: 'left', descending: false }, 'km2');
  expect(first).toEqual({ by: 'km2', descending: true });
  expect(nextOrder(first, 'km2').descending).toBe(false);
  expect(nextOrder(first, 'right').descending).toBe(false);
});
