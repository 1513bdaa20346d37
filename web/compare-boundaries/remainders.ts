import type { Comparison } from './ask.ts';

/** A share below this is rounding. */
const NOTHING = 1e-9;

export type Uncovered = Comparison['remainders'][number] & { readonly side: 'left' | 'right' };

/** What of any area the other side does not cover, left areas first. */
export function uncovered({ remainders, leftCount }: Comparison): Uncovered[] {
  return remainders
    .map((remainder, at) => ({ ...remainder, side: at < leftCount ? 'left' : 'right' }) as const)
    .filter(({ share }) => share > NOTHING);
}
