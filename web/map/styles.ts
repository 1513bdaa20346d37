import type { CircleMarkerOptions, PathOptions } from 'leaflet';

import type { Coverage, Fate } from '../api/generated/graphql.ts';

/** Dark enough to stand on every fill; the left set is always the solid line. */
export const LEFT_LINE = '#212b32';
/** Another hue, dashed, on a white casing that keeps 3:1 contrast on every fill. */
export const RIGHT_LINE = '#ae2573';
export const CASING = '#ffffff';
export const FOCUS = '#ffeb3b';

/** Of hatching. */
export const INK = '#4c6272';

export type Hatching = 'none' | 'sparse' | 'dense' | 'crossed';

export type ShareStep = {
  /** Lowest share of an area that falls in this step. */
  readonly from: number;
  readonly label: string;
  readonly fill: string;
  /** Says the same as the colour, for eyes that cannot tell the colours apart. */
  readonly hatching: Hatching;
};

/** The smaller the piece cut off, the louder: those are where the lines part. */
export const SHARE_STEPS: readonly ShareStep[] = [
  { from: 0.995, label: 'all of it', fill: '#eef4f9', hatching: 'none' },
  { from: 0.5, label: 'half or more', fill: '#cfe1f0', hatching: 'sparse' },
  { from: 0.1, label: 'a tenth to a half', fill: '#a5c8e4', hatching: 'dense' },
  { from: 0, label: 'under a tenth', fill: '#79aed6', hatching: 'crossed' },
];

export function stepOf(share: number): ShareStep {
  const step = SHARE_STEPS.find(({ from }) => share >= from) ?? SHARE_STEPS.at(-1);
  if (!step) throw new Error('share steps: wanted at least one');
  return step;
}

const LINE: PathOptions = { fill: false, interactive: false, lineJoin: 'round' };

export const leftStyle: PathOptions = { ...LINE, color: LEFT_LINE, weight: 2.5, opacity: 1 };
export const rightCasing: PathOptions = { ...LINE, color: CASING, weight: 5, opacity: 1 };
export const rightStyle: PathOptions = {
  ...LINE,
  color: RIGHT_LINE,
  weight: 3,
  opacity: 1,
  dashArray: '7 6',
  lineCap: 'butt',
};

export const selectedCasing: PathOptions = { ...LINE, color: LEFT_LINE, weight: 9, opacity: 1 };
export const selectedStyle: PathOptions = {
  color: FOCUS,
  weight: 4,
  opacity: 1,
  fill: true,
  fillColor: FOCUS,
  fillOpacity: 0.45,
  interactive: false,
};

export const districtStyle: PathOptions = {
  ...LINE,
  color: LEFT_LINE,
  weight: 2,
  fill: true,
  fillColor: '#ffffff',
  fillOpacity: 1,
};

/** The dot of a place: a white rim keeps it apart from lines and fills. */
export const placeStyle: CircleMarkerOptions = {
  radius: 8,
  color: CASING,
  weight: 3,
  opacity: 1,
  fillColor: RIGHT_LINE,
  fillOpacity: 1,
  interactive: false,
};

/** The marks are those of the share steps. */
const FATE_FILLS: Readonly<Record<Fate, string>> = {
  SAME_BODY: '#eef4f9',
  OTHER_BODY: 'url(#hatching-sparse)',
  MOVED: 'url(#hatching-crossed)',
};

export function fateStyle(fate: Fate): PathOptions {
  return { stroke: false, fillOpacity: 1, fillColor: FATE_FILLS[fate] };
}

/** Ground of before: seen where no area of afterwards lies over it. */
export const noAreaStyle: PathOptions = {
  ...LINE,
  stroke: false,
  fill: true,
  fillColor: '#aeb7bd',
  fillOpacity: 1,
};

/** Pattern and outline say it twice: a gap is crossed with a whole line round it, double cover hatched with a broken one. */
const COVERAGE_STYLES: Readonly<Record<Coverage, PathOptions>> = {
  GAP: { stroke: true, weight: 5, fillColor: 'url(#hatching-crossed)' },
  SEVERAL: { stroke: true, weight: 4, dashArray: '10 6', fillColor: 'url(#hatching-dense)' },
  NOT_OFFERED: { stroke: false, fillColor: '#aeb7bd' },
  ONE: { stroke: false, fillColor: '#eef4f9' },
};

export function coverageStyle(coverage: Coverage): PathOptions {
  return { color: LEFT_LINE, opacity: 1, fillOpacity: 1, ...COVERAGE_STYLES[coverage] };
}
