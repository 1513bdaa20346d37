import { expect, test } from 'vitest';

import type { BoundarySet } from '../../server/domain/area.ts';
import { reorganisations } from '../../server/domain/reorganisations.ts';
import { setOf } from '../worlds/strip.ts';

function inWords(sets: readonly BoundarySet[]): string[] {
  return reorganisations(sets).map(
    ({ day, before, after }) => `${day} ${before.kind} ${after.kind}`,
  );
}

test('a kind that lives on takes over from itself, and from no other of its family', () => {
  const sets = [
    setOf(0, 'district', '2002-04-01', '2028-04-01'),
    setOf(1, 'upper-tier', '2002-04-01', '2028-04-01'),
    setOf(2, 'upper-tier', '2028-04-01', null, 'ANNOUNCED'),
    setOf(3, 'district', '2028-04-01', null, 'ANNOUNCED'),
  ];
  expect(inWords(sets)).toEqual([
    '2028-04-01 upper-tier upper-tier',
    '2028-04-01 district district',
  ]);
});

test('a kind that ends is taken over by what begins that day in its family', () => {
  const sets = [
    setOf(0, 'icb', '2022-07-01', null),
    setOf(1, 'sub-icb', '2022-07-01', null),
    setOf(2, 'ccg', '2013-04-01', '2022-07-01'),
    setOf(3, 'pct', null, '2013-04-01'),
    setOf(4, 'ward', '2022-07-01', null),
  ];
  expect(inWords(sets)).toEqual([
    '2013-04-01 pct ccg',
    '2022-07-01 ccg icb',
    '2022-07-01 ccg sub-icb',
  ]);
});

test('a set that only began, only ended, or is only proposed is no reorganisation', () => {
  const sets = [
    setOf(0, 'district', null, '2028-04-01'),
    setOf(1, 'district', '2028-04-01', null, 'PROPOSED'),
    setOf(2, 'pct', '2002-04-01', null),
  ];
  expect(inWords(sets)).toEqual([]);
});
