import type { Comparison } from './ask.ts';

/** A share below this is rounding. */
const NOTHING = 1e-9;

export type Uncovered = Comparison['remainders'][number] & { readonly side: 'left' | 'right' };

/** What of any area, or of one, the other side does not cover; left areas first. */
export function uncovered(
  { remainders, leftCount }: Comparison,
  only: string | null = null,
): Uncovered[] {
  return remainders
    .map((remainder, at) => ({ ...remainder, side: at < leftCount ? 'left' : 'right' }) as const)
    .filter(({ share, area }) => share > NOTHING && (only === null || only === area.code));
}
