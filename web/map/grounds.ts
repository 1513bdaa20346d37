import { type DrawnSets, type Ground, groundOf } from './ground.ts';
import { type MapSquare, type DrawingMetres, FINEST_DRAWING } from './scale.ts';

/** All of it, or what lies around a square alone. */
export type LoadDrawing = (metres: DrawingMetres, around?: MapSquare) => Promise<DrawnSets>;

export type Grounds = {
  /** Asks for a drawing unless it is there or on its way; what has come is there from then on. */
  readonly want: (metres: DrawingMetres) => void;
  /** That drawing, or the one nearest to it that has come. */
  readonly nearest: (metres: DrawingMetres) => Ground | undefined;
  /** As fine as can be, once it has come: asked for where all of it together is not drawn so finely. */
  readonly around: (square: MapSquare, metres: DrawingMetres) => Ground | undefined;
};

/** The drawings of two sets from fine to coarse, each asked for when it is first looked at so closely. */
export function createGrounds(
  load: LoadDrawing,
  told: { readonly came: () => void; readonly lost: () => void },
): Grounds {
  const asked = new Set<DrawingMetres>();
  const came = new Map<DrawingMetres, Ground>();
  /** Undefined while it is on its way. */
  const close = new Map<string, Ground | undefined>();
  /** All of it together is drawn no finer than this. */
  let finest = 0;
  return {
    want: (metres) => {
      if (asked.has(metres) || metres < finest) return;
      asked.add(metres);
      load(metres).then(
        (drawn) => {
          const ground = groundOf(drawn);
          came.set(metres, ground);
          if (drawn.metres > metres || cornersOf(ground) > MANY) finest = drawn.metres;
          told.came();
        },
        () => {
          asked.delete(metres);
          if (came.size === 0) told.lost();
        },
      );
    },
    nearest: (metres) =>
      [...came]
        .toSorted(([a], [b]) => distance(a, metres) - distance(b, metres))
        .map(([, ground]) => ground)[0],
    around: (square, metres) => {
      if (metres >= finest) return undefined;
      const key = `${square.east} ${square.north}`;
      if (close.has(key)) return close.get(key);
      close.set(key, undefined);
      load(FINEST_DRAWING, square).then(
        (drawn) => {
          close.set(key, groundOf(drawn));
          told.came();
        },
        () => close.delete(key),
      );
      return undefined;
    },
  };
}

/** A finer drawing of all of it would be slow to come and slow to move. */
const MANY = 100_000;

function cornersOf({ lines }: Ground): number {
  return lines.reduce((sum, line) => sum + line.length / 2, 0);
}

/** In steps from one drawing to the next. */
function distance(a: number, b: number): number {
  return Math.abs(Math.log(a / b));
}
