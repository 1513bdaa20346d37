import { shortKind } from '../words/kinds.ts';
import type { Comparison, Overlap } from './ask.ts';
import { WEIGHT_WORDS } from './words.ts';

export const SHADES = ['left', 'right', 'smaller', 'none'] as const;
/** Which share of an overlap shades it on the map; `none` shows the lines alone. */
export type Shade = (typeof SHADES)[number];

/** 0 to 1; null where nothing is shaded. */
export function shareFor(
  { shareOfLeft, shareOfRight }: Pick<Overlap, 'shareOfLeft' | 'shareOfRight'>,
  shade: Shade,
): number | null {
  switch (shade) {
    case 'left':
      return shareOfLeft;
    case 'right':
      return shareOfRight;
    case 'smaller':
      return Math.min(shareOfLeft, shareOfRight);
    case 'none':
      return null;
  }
}

type Compared = Pick<Comparison, 'left' | 'right' | 'weight'>;

/** For a list to choose from. */
export function shadeName(shade: Shade, { left, right }: Compared): string {
  switch (shade) {
    case 'left':
      return `% of ${shortKind(left)}`;
    case 'right':
      return `% of ${shortKind(right)}`;
    case 'smaller':
      return 'The smaller of the two';
    case 'none':
      return 'Nothing: lines alone';
  }
}

/** What the steps of the legend are steps of; null where nothing is shaded. */
export function shadeLead(shade: Shade, compared: Compared): string | null {
  const left = shortKind(compared.left);
  const right = shortKind(compared.right);
  const of = WEIGHT_WORDS[compared.weight];
  switch (shade) {
    case 'left':
      return `Share of the ${left}’s ${of} in the overlap:`;
    case 'right':
      return `Share of the ${right}’s ${of} in the overlap:`;
    case 'smaller':
      return `Share of the ${left}’s or of the ${right}’s ${of} in the overlap, the smaller one:`;
    case 'none':
      return null;
  }
}
