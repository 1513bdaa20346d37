import type { Shot } from './create-overlap-map.ts';
import { namesAt } from './overlap-picture.ts';
import { paint, paintMarks, paintNames } from './paint-picture.ts';
import type { View } from './path.ts';
import { scaleLengths } from './scale.ts';
import { LEFT_LINE, RIGHT_LINE, SHARE_STEPS } from './styles.ts';
import { NAME_SIZE } from './surface.ts';
import { escaped, svgSurface } from './svg-surface.ts';

/** What a picture says of itself. */
export type Caption = {
  readonly title: string;
  /** What is to be seen. */
  readonly description: string;
  readonly leftLine: string;
  readonly rightLine: string;
  /** What the shades are steps of; null where nothing is shaded. */
  readonly shades: string | null;
  /** Where it comes from, each under a name of Dublin Core: day, release, method, licence. */
  readonly origin: readonly {
    readonly term: 'date' | 'identifier' | 'description' | 'rights' | 'source';
    readonly label: string;
    readonly text: string;
  }[];
};

const WIDTH = 1000;
const MARGIN = 20;
const INNER = WIDTH - 2 * MARGIN;

/** A map as it is looked at, as a file of its own that says what it shows and where it comes from. */
export function pictureInSvg(shot: Shot, caption: Caption): string {
  const page = createPage();
  page.write(caption.title, { size: 22, weight: 600 });
  page.write(caption.description, { size: 14 });
  page.leave(8);
  drawMap(page, shot);
  page.leave(18);
  drawLegend(page, caption);
  drawScale(page, shot);
  page.leave(6);
  for (const { label, text } of caption.origin) page.write(`${label}: ${text}`, { size: 12 });
  const height = page.at() + MARGIN;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"` +
    ` role="img" aria-labelledby="picture-title picture-description" font-family="Arial, sans-serif">` +
    `<title id="picture-title">${escaped(caption.title)}</title>` +
    `<desc id="picture-description">${escaped(caption.description)}</desc>` +
    metadataOf(caption) +
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>${page.drawn()}</svg>\n`
  );
}

function metadataOf({ title, origin }: Caption): string {
  const terms = [{ term: 'title', text: title }, ...origin].map(
    ({ term, text }) => `<dc:${term}>${escaped(text)}</dc:${term}>`,
  );
  return (
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<rdf:Description rdf:about="">${terms.join('')}</rdf:Description></rdf:RDF></metadata>`
  );
}

type Look = { readonly size: number; readonly weight?: number };

/** Filled from the top down. */
type Page = {
  readonly at: () => number;
  readonly leave: (pixels: number) => void;
  readonly add: (element: string) => void;
  /** As many lines as it takes. */
  readonly write: (text: string, look: Look) => void;
  readonly drawn: () => string;
};

function createPage(): Page {
  const parts: string[] = [];
  let y = MARGIN;
  return {
    at: () => y,
    leave: (pixels) => {
      y += pixels;
    },
    add: (element) => {
      parts.push(element);
    },
    write: (text, { size, weight = 400 }) => {
      for (const line of inLines(text, INNER / (size * LETTER))) {
        y += Math.round(size * 1.35);
        parts.push(textAt(MARGIN, y, line, ` font-size="${size}" font-weight="${weight}"`));
      }
    },
    drawn: () => parts.join(''),
  };
}

/** How wide a letter of Arial is on average, in its size: rather too much than too little. */
const LETTER = 0.52;

function inLines(text: string, mostLetters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= mostLetters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function textAt(x: number, y: number, text: string, attributes: string): string {
  return `<text x="${x}" y="${y}" fill="${LEFT_LINE}"${attributes}>${escaped(text)}</text>`;
}

function drawMap(page: Page, { picture, marks, view }: Shot): void {
  const enlarged = enlargedBy(INNER / view.width, view);
  const surface = svgSurface('map');
  const widthOf = (text: string): number => text.length * NAME_SIZE * 0.56;
  paint(surface, enlarged, picture);
  // A place looked for may be where somebody lives: no file shows it.
  const lasting = { selected: marks.selected, pointedAt: null, place: null };
  paintMarks(surface, enlarged, picture, lasting);
  paintNames(surface, enlarged, namesAt(picture, enlarged.scale, widthOf));
  const frame = `width="${INNER}" height="${enlarged.height}"`;
  page.add(
    `<clipPath id="map-frame"><rect ${frame}/></clipPath>` +
      `<g transform="translate(${MARGIN} ${page.at()})"><g clip-path="url(#map-frame)">` +
      `<rect ${frame} fill="#e8edee"/>${surface.drawn()}</g>` +
      `<rect ${frame} fill="none" stroke="#aeb7bd"/></g>`,
  );
  page.leave(enlarged.height);
}

function enlargedBy(times: number, { scale, left, top, width, height }: View): View {
  return {
    scale: scale * times,
    left: left * times,
    top: top * times,
    width: width * times,
    height: Math.round(height * times),
  };
}

const SWATCH = 30;
const LEGEND_LOOK = ' font-size="14"';

function drawLegend(page: Page, { leftLine, rightLine, shades }: Caption): void {
  const y = page.at();
  const line = (x: number, color: string, dash: string): string =>
    `<path d="M${x} ${y - 5}h${SWATCH}" stroke="${color}" stroke-width="3"${dash}/>`;
  const second = MARGIN + 300;
  page.add(line(MARGIN, LEFT_LINE, '') + textAt(MARGIN + 40, y, leftLine, LEGEND_LOOK));
  page.add(
    line(second, RIGHT_LINE, ' stroke-dasharray="7 6"') +
      textAt(second + 40, y, rightLine, LEGEND_LOOK),
  );
  page.leave(6);
  if (shades === null) return;
  page.write(shades, { size: 14 });
  page.leave(22);
  const surface = svgSurface('legend');
  SHARE_STEPS.forEach(({ fill, hatching, label }, at) => {
    const [x, base] = [MARGIN + at * 200, page.at()];
    surface.fill({ color: fill, hatching, opacity: 1 }, (pen) => {
      pen.moveTo(x, base - 14);
      pen.lineTo(x + SWATCH, base - 14);
      pen.lineTo(x + SWATCH, base + 3);
      pen.lineTo(x, base + 3);
    });
    page.add(textAt(x + 40, base, label, LEGEND_LOOK));
  });
  page.add(surface.drawn());
  page.leave(10);
}

const LONGEST_SCALE = 200;

function drawScale(page: Page, { metres, view }: Shot): void {
  page.leave(18);
  const y = page.at();
  scaleLengths((metres * view.width) / INNER, LONGEST_SCALE).forEach(({ label, pixels }, at) => {
    const x = MARGIN + at * (LONGEST_SCALE + 60);
    page.add(
      `<path d="M${x} ${y - 6}v6h${Math.round(pixels)}v-6" fill="none" stroke="${LEFT_LINE}" stroke-width="1.5"/>` +
        textAt(x + 6, y - 4, label, ' font-size="12"'),
    );
  });
  page.leave(8);
}
