import type { PathOptions } from 'leaflet';

import type { Hatching } from './styles.ts';

/** A tint and a pattern that together tell one area from another. */
export type Look = { readonly id: string; readonly fill: string; readonly hatching: Hatching };

/** Light, so that names and lines stand out on them; told apart by their patterns where eyes cannot tell the hues. */
const TINTS = ['#cfe1f0', '#fbe3c0', '#d5ead0', '#f3d3e3', '#e3dcf3', '#dfd9c8'] as const;
const HATCHINGS = ['none', 'dense', 'crossed', 'sparse'] as const satisfies readonly Hatching[];

/** Each tint comes once in each pattern; neighbours in a list differ in both. After all of them they begin again. */
export const LOOKS: readonly Look[] = HATCHINGS.flatMap((_, turn) =>
  TINTS.map((fill, at) => {
    const hatching = HATCHINGS[(at + turn) % HATCHINGS.length] ?? 'none';
    return { id: `look-${turn * TINTS.length + at}`, fill, hatching };
  }),
);

export function lookOf(at: number): Look {
  const look = LOOKS[at % LOOKS.length];
  if (!look) throw new Error('Looks: wanted a number from 0');
  return look;
}

/** With a broad line round what is with another area than today. */
export function lookStyle({ id, fill, hatching }: Look, isGiven: boolean): PathOptions {
  return {
    stroke: isGiven,
    color: '#212b32',
    weight: 6,
    opacity: 1,
    fillOpacity: 1,
    fillColor: hatching === 'none' ? fill : `url(#${id})`,
  };
}

const INK = '#4c6272';
const lines = (angle: number, ground: string, step: number): string =>
  `repeating-linear-gradient(${angle}deg, ${INK} 0 1.4px, ${ground} 1.4px ${step}px)`;

/** The same as the background of a swatch. */
export function swatchOf({ fill, hatching }: Look): string {
  switch (hatching) {
    case 'none':
      return fill;
    case 'sparse':
      return lines(135, fill, 12);
    case 'dense':
      return lines(135, fill, 6);
    case 'crossed':
      return `${lines(45, 'transparent', 7)}, ${lines(135, fill, 7)}`;
  }
}
