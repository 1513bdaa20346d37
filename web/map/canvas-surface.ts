import { STROKE_WIDTH, tileOf } from './hatching.ts';
import type { View } from './path.ts';
import { CASING, type Hatching, INK, RIGHT_LINE } from './styles.ts';
import { type FillLook, NAME_FONT, NAME_HALO, type Surface } from './surface.ts';

/** Pixels of the screen to one of the page. */
type Sharpness = number;

/** Draws on a canvas; hatching stays on the ground where it is when the map moves. */
export function canvasSurface(
  context: CanvasRenderingContext2D,
  view: View,
  sharpness: Sharpness,
): Surface {
  const styleOf = ({ color, hatching }: FillLook): string | CanvasPattern => {
    if (hatching === 'none') return color;
    const { side } = tileOf(hatching);
    const pattern = patternOf(context, color, hatching, sharpness);
    const [left, top] = [-(view.left % side), -(view.top % side)];
    pattern.setTransform(new DOMMatrix([1 / sharpness, 0, 0, 1 / sharpness, left, top]));
    return pattern;
  };
  context.lineJoin = 'round';
  return {
    fill: (look, trace) => {
      context.beginPath();
      trace(context);
      context.fillStyle = styleOf(look);
      context.globalAlpha = look.opacity;
      context.fill('evenodd');
      context.globalAlpha = 1;
    },
    stroke: ({ color, width }, trace) => {
      context.beginPath();
      trace(context);
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke();
    },
    name: (text, x, y, { color }) => {
      context.font = NAME_FONT;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.strokeStyle = CASING;
      context.lineWidth = NAME_HALO;
      context.strokeText(text, x, y);
      context.fillStyle = color;
      context.fillText(text, x, y);
    },
    mark: (x, y) => {
      context.beginPath();
      context.arc(x, y, 8, 0, 2 * Math.PI);
      context.fillStyle = RIGHT_LINE;
      context.strokeStyle = CASING;
      context.lineWidth = 3;
      context.fill();
      context.stroke();
    },
  };
}

const patterns = new Map<string, CanvasPattern>();

function patternOf(
  context: CanvasRenderingContext2D,
  color: string,
  hatching: Hatching,
  sharpness: Sharpness,
): CanvasPattern {
  const key = `${color} ${hatching} ${sharpness}`;
  const known = patterns.get(key);
  if (known) return known;
  const { side, strokes } = tileOf(hatching);
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(side * sharpness);
  const pen = tile.getContext('2d');
  if (!pen) throw new Error('Wanted a canvas to draw hatching on, found none');
  pen.scale(tile.width / side, tile.height / side);
  pen.fillStyle = color;
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = INK;
  pen.lineWidth = STROKE_WIDTH;
  for (const [x1, y1, x2, y2] of strokes) {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  }
  const made = context.createPattern(tile, 'repeat');
  if (!made) throw new Error('Wanted a pattern of hatching, found none');
  patterns.set(key, made);
  return made;
}
