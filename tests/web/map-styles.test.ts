import { expect, it } from 'vitest';

import { SHARE_STEPS, stepOf } from '../../web/map/styles.ts';

it('gives every share a step, and each step a look of its own without colour', () => {
  expect([1, 0.995, 0.7, 0.5, 0.1, 0.01, 0].map((share) => stepOf(share).hatching)).toEqual([
    'none',
    'none',
    'sparse',
    'sparse',
    'dense',
    'crossed',
    'crossed',
  ]);
  expect(new Set(SHARE_STEPS.map(({ hatching }) => hatching)).size).toBe(SHARE_STEPS.length);
});
