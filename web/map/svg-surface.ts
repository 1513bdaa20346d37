import { STROKE_WIDTH, tileOf } from './hatching.ts';
import type { Pen } from './path.ts';
import { CASING, type Hatching, INK, RIGHT_LINE } from './styles.ts';
import { NAME_HALO, NAME_SIZE, type Surface } from './surface.ts';

/** Draws the text of an SVG. */
export type SvgSurface = Surface & {
  /** What was drawn, as elements. */
  readonly drawn: () => string;
};

/** `ids` begins the ids of its patterns, of which a document may hold each once. */
export function svgSurface(ids: string): SvgSurface {
  const parts: string[] = [];
  const used = new Map<string, string>();
  const styleOf = (color: string, hatching: Hatching): string => {
    if (hatching === 'none') return color;
    const id = `${ids}-${hatching}`;
    used.set(id, patternElement(id, color, hatching));
    return `url(#${id})`;
  };
  return {
    fill: ({ color, hatching, opacity }, trace) => {
      const faint = opacity < 1 ? ` fill-opacity="${opacity}"` : '';
      const fill = styleOf(color, hatching);
      parts.push(`<path fill="${fill}"${faint} fill-rule="evenodd" d="${traced(trace)}"/>`);
    },
    stroke: ({ color, width }, trace) => {
      parts.push(
        `<path fill="none" stroke="${color}" stroke-width="${short(width)}" stroke-linejoin="round" d="${traced(trace)}"/>`,
      );
    },
    name: (text, x, y, { color }) => {
      parts.push(
        `<text x="${short(x)}" y="${short(y)}" text-anchor="middle" dominant-baseline="central" font-size="${NAME_SIZE}" font-weight="600" fill="${color}" stroke="${CASING}" stroke-width="${NAME_HALO}" paint-order="stroke" stroke-linejoin="round">${escaped(text)}</text>`,
      );
    },
    mark: (x, y) => {
      parts.push(
        `<circle cx="${short(x)}" cy="${short(y)}" r="8" fill="${RIGHT_LINE}" stroke="${CASING}" stroke-width="3"/>`,
      );
    },
    drawn: () => `<defs>${[...used.values()].join('')}</defs>${parts.join('')}`,
  };
}

function patternElement(id: string, color: string, hatching: Hatching): string {
  const { side, strokes } = tileOf(hatching);
  const lines = strokes.map(
    ([x1, y1, x2, y2]) =>
      `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${INK}" stroke-width="${STROKE_WIDTH}"/>`,
  );
  return `<pattern id="${id}" width="${side}" height="${side}" patternUnits="userSpaceOnUse"><rect width="${side}" height="${side}" fill="${color}"/>${lines.join('')}</pattern>`;
}

function traced(trace: (pen: Pen) => void): string {
  const parts: string[] = [];
  trace({
    moveTo: (x, y) => {
      parts.push(`M${short(x)} ${short(y)}`);
    },
    lineTo: (x, y) => {
      parts.push(`L${short(x)} ${short(y)}`);
    },
  });
  return parts.join('');
}

/** A tenth of a pixel is finer than an eye. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text in XML: what has a meaning there is escaped, what XML 1.0 cannot hold is left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
