import type { Pen } from './path.ts';
import type { Hatching } from './styles.ts';

export type FillLook = {
  readonly color: string;
  readonly hatching: Hatching;
  readonly opacity: number;
};

export type StrokeLook = {
  readonly color: string;
  readonly width: number;
};

export type NameLook = { readonly color: string };

/** Names on a map are this high, pixels. */
export const NAME_SIZE = 13;
export const NAME_FONT = `600 ${NAME_SIZE}px Arial, sans-serif`;
export const NAME_HALO = 3.5;

/** What a map can be drawn on: a canvas, or the text of an SVG. */
export type Surface = {
  readonly fill: (look: FillLook, trace: (pen: Pen) => void) => void;
  readonly stroke: (look: StrokeLook, trace: (pen: Pen) => void) => void;
  /** The middle of the name. */
  readonly name: (text: string, x: number, y: number, look: NameLook) => void;
  /** A dot with a rim. */
  readonly mark: (x: number, y: number) => void;
};
