import { type Hatching, INK, SHARE_STEPS } from './styles.ts';

const SVG = 'http://www.w3.org/2000/svg';

type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

/** A square tile, repeated over a fill: its side and the strokes on it, pixels. The strokes meet those of the next tile. */
export type Tile = { readonly side: number; readonly strokes: readonly Stroke[] };

export const STROKE_WIDTH = 1.4;

const TILES: Readonly<Record<Hatching, Tile>> = {
  none: { side: 8, strokes: [] },
  sparse: { side: 17, strokes: rising(17) },
  dense: { side: 8, strokes: rising(8) },
  crossed: { side: 10, strokes: [...rising(10), ...falling(10)] },
};

export function tileOf(hatching: Hatching): Tile {
  return TILES[hatching];
}

/** From corner to corner, and the tips that stick out of the tiles beside it. */
function rising(side: number): Stroke[] {
  return [
    [-1, side + 1, side + 1, -1],
    [-1, 1, 1, -1],
    [side - 1, side + 1, side + 1, side - 1],
  ];
}

function falling(side: number): Stroke[] {
  return rising(side).map(([x1, y1, x2, y2]) => [side - x1, y1, side - x2, y2]);
}

/** A fill that paths name by its id. */
type Fill = { readonly id: string; readonly fill: string; readonly hatching: Hatching };

/** Puts the fills of the share steps, and more, where the paths of this drawing find them. */
export function addHatching(svg: SVGSVGElement, more: readonly Fill[] = []): void {
  const ofShares = SHARE_STEPS.map((step) => ({ ...step, id: `hatching-${step.hatching}` }));
  const fills = document.createElementNS(SVG, 'defs');
  fills.append(...[...ofShares, ...more].filter(isHatched).map(pattern));
  svg.prepend(fills);
}

function isHatched({ hatching }: Fill): boolean {
  return hatching !== 'none';
}

function pattern({ id, hatching, fill }: Fill): SVGPatternElement {
  const { side, strokes } = tileOf(hatching);
  const size = String(side);
  const tile = element('pattern', {
    id,
    width: size,
    height: size,
    patternUnits: 'userSpaceOnUse',
  });
  tile.append(element('rect', { width: size, height: size, fill }), ...strokes.map(line));
  return tile;
}

function line([x1, y1, x2, y2]: Stroke): SVGElement {
  return element('line', {
    x1: String(x1),
    y1: String(y1),
    x2: String(x2),
    y2: String(y2),
    stroke: INK,
    'stroke-width': String(STROKE_WIDTH),
  });
}

function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
