import { type DrawnSets, type Ground, groundOf } from './ground.ts';
import type { DrawingMetres } from './scale.ts';

export type LoadDrawing = (metres: DrawingMetres) => Promise<DrawnSets>;

export type Grounds = {
  /** Asks for a drawing unless it is there or on its way; what has come is there from then on. */
  readonly want: (metres: DrawingMetres) => void;
  /** That drawing, or the one nearest to it that has come. */
  readonly nearest: (metres: DrawingMetres) => Ground | undefined;
};

/** The drawings of two sets from fine to coarse, each asked for when it is first looked at so closely. */
export function createGrounds(
  load: LoadDrawing,
  told: { readonly came: () => void; readonly lost: () => void },
): Grounds {
  const asked = new Set<DrawingMetres>();
  const came = new Map<DrawingMetres, Ground>();
  /** What the service draws of so much ground is no finer than this. */
  let finest = 0;
  return {
    want: (metres) => {
      if (asked.has(metres) || metres < finest) return;
      asked.add(metres);
      load(metres).then(
        (drawn) => {
          came.set(metres, groundOf(drawn));
          if (drawn.metres > metres) finest = drawn.metres;
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
  };
}

/** In steps from one drawing to the next. */
function distance(a: number, b: number): number {
  return Math.abs(Math.log(a / b));
}
