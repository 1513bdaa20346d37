import type { Area } from './area.ts';

/** Ground shared by one area of each of two sets. */
export type Overlap = {
  readonly left: Area;
  readonly right: Area;
  readonly km2: number;
  readonly postcodes: number;
  readonly residents: number | null;
};

/**
 * An apparent overlap is a sliver when it is both a small share of either area and thin: two files
 * drew one line differently. Neither test alone will do: a village is a small share, a lane is thin.
 */
export const SLIVER_SHARE = 0.01;
/** Two lines, each drawn within its resolution of the true one, can lie this many resolutions apart. */
export const SLIVER_RESOLUTIONS = 5;

/**
 * `widthMetres` is the mean width: twice the area over the outline. `resolutionMetres` is that of the
 * rougher of the two sets.
 */
export function isSliver(overlap: {
  readonly km2: number;
  readonly widthMetres: number;
  readonly leftKm2: number;
  readonly rightKm2: number;
  readonly resolutionMetres: number;
}): boolean {
  const share = overlap.km2 / Math.min(overlap.leftKm2, overlap.rightKm2);
  return (
    share < SLIVER_SHARE && overlap.widthMetres < SLIVER_RESOLUTIONS * overlap.resolutionMetres
  );
}
