import { type Hatching, SHARE_STEPS } from './styles.ts';

const SVG = 'http://www.w3.org/2000/svg';
const INK = '#4c6272';

/** Width of a tile of hatching, pixels. */
const TILE: Readonly<Record<Hatching, number>> = { none: 8, sparse: 12, dense: 6, crossed: 7 };

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
  const size = String(TILE[hatching]);
  const tile = element('pattern', {
    id,
    width: size,
    height: size,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  tile.append(element('rect', { width: size, height: size, fill }), stroke('0', size));
  if (hatching === 'crossed') tile.append(stroke(size, '0'));
  return tile;
}

/** A line along one edge of the tile: down for `0`, across otherwise. */
function stroke(x: string, y: string): SVGElement {
  return element('line', { x1: '0', y1: '0', x2: x, y2: y, stroke: INK, 'stroke-width': '1.4' });
}

function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
