import type { Area } from './area.ts';
import { entropy, type WeighedOverlap } from './coterminosity.ts';

export const SIDES = ['LEFT', 'RIGHT'] as const;
export type Side = (typeof SIDES)[number];

/** Whom the people of one area share their ground with, on the other side. */
export type Partners = {
  readonly area: Area;
  readonly count: number;
  /**
   * 1 when all are with one partner, n when spread evenly over n: the exponential of the entropy of the shares
   * (Hill 1973, number of order 1).
   */
  readonly effective: number;
  readonly main: Area;
  /** Of what any partner covers of the area, the part the main one has. */
  readonly mainShare: number;
};

/** Of every area of one side, those with most partners first. */
export function partnersOf(overlaps: readonly WeighedOverlap[], side: Side): Partners[] {
  const [own, other] =
    side === 'LEFT' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  return [...Map.groupBy(overlaps, (overlap) => overlap[own])]
    .flatMap(([area, shared]) => {
      const [main] = shared.toSorted((a, b) => b.weight - a.weight || a[other].id - b[other].id);
      if (!main) return [];
      const weights = shared.map(({ weight }) => weight);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return [
        {
          area,
          count: shared.length,
          effective: Math.exp(entropy(weights, total)),
          main: main[other],
          mainShare: main.weight / total,
        },
      ];
    })
    .sort((a, b) => b.effective - a.effective || a.area.id - b.area.id);
}
