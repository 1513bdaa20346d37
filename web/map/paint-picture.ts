import type { Piece } from './ground.ts';
import type { NamesAtScale, OverlapPicture } from './overlap-picture.ts';
import {
  type Box,
  type Dashes,
  boxOfView,
  meets,
  type Path,
  sectionsIn,
  traceDashes,
  traceRing,
  traceSection,
  type View,
} from './path.ts';
import { CASING, FOCUS, LEFT_LINE, RIGHT_LINE } from './styles.ts';
import { type FillLook, NAME_HALO, type StrokeLook, type Surface } from './surface.ts';

/** What is marked on a picture. */
export type Marks = {
  /** Keys of overlaps. */
  readonly selected: string | null;
  readonly pointedAt: string | null;
  /** In units of the world. */
  readonly place: readonly [x: number, y: number] | null;
};

type Brush = { readonly surface: Surface; readonly view: View; readonly seen: Box };

/** Fills below, the right set’s casing, the left set’s line, the right set’s dashes above: where lines agree, both show. */
export function paint(surface: Surface, view: View, picture: OverlapPicture): void {
  const brush = { surface, view, seen: boxOfView(view) };
  const weight = weightOfLines(picture, view);
  for (const { look, pieces } of picture.fills) fill(brush, pieces, look);
  if (weight > 0) stroke(brush, picture.rightLines, { color: CASING, width: 5 * weight });
  stroke(brush, picture.leftLines, { color: LEFT_LINE, width: 2.5 * weight || HAIR });
  dash(brush, picture.rightLines, { color: RIGHT_LINE, width: 3 * weight || HAIR });
  stroke(brush, picture.chosenLines, { color: LEFT_LINE, width: 5 * weight + 1 });
}

/** What the reader points at and selects. */
export function paintMarks(
  surface: Surface,
  view: View,
  picture: OverlapPicture,
  { pointedAt, selected, place }: Marks,
): void {
  const brush = { surface, view, seen: boxOfView(view) };
  outline(brush, picture, pointedAt, POINTED_AT);
  const piece = selected === null ? undefined : picture.overlaps.get(selected);
  if (piece) fill(brush, [piece], SELECTED_FILL);
  outline(brush, picture, selected, SELECTED);
  if (place) {
    const [x, y] = place;
    surface.mark(x * view.scale - view.left, y * view.scale - view.top);
  }
}

const SELECTED_FILL: FillLook = { color: FOCUS, hatching: 'none', opacity: 0.45 };
const SELECTED: readonly StrokeLook[] = [
  { color: LEFT_LINE, width: 9 },
  { color: FOCUS, width: 4 },
];
const POINTED_AT: readonly StrokeLook[] = [
  { color: CASING, width: 8 },
  { color: LEFT_LINE, width: 4.5 },
];

/** An area this wide or wider, pixels, is drawn with lines of full weight; narrower ones would drown in them. */
const FULL_WIDTH = 60;
const LIGHTEST = 0.5;
/** A line a browser draws some ten times as fast as any wider one. */
const HAIR = 1;

/** 0 where the areas are so small that all lines are hairs. */
function weightOfLines({ usualWidth }: OverlapPicture, { scale }: View): number {
  const weight = Math.min(1, (usualWidth * scale) / FULL_WIDTH);
  return weight < LIGHTEST ? 0 : weight;
}

function fill({ surface, view, seen }: Brush, pieces: readonly Piece[], look: FillLook): void {
  const rings = pieces
    .filter(({ box }) => meets(box, seen))
    .flatMap((piece) => piece.rings.filter(({ box }) => meets(box, seen)));
  if (rings.length === 0) return;
  surface.fill(look, (pen) => {
    for (const ring of rings) traceRing({ pen, view, apart: FINEST }, ring, seen);
  });
}

/** Pixels between corners; of a broad line fewer are seen. */
const FINEST = 0.7;

function stroke({ surface, view, seen }: Brush, lines: readonly Path[], look: StrokeLook): void {
  const inView = lines.filter(({ box }) => meets(box, seen));
  if (inView.length === 0) return;
  const apart = Math.max(FINEST, look.width / 4);
  surface.stroke(look, (pen) => {
    for (const line of inView)
      for (const section of sectionsIn(line, seen))
        traceSection({ pen, view, apart }, line, section);
  });
}

const DASHES: Dashes = [7, 6];

function dash({ surface, view, seen }: Brush, lines: readonly Path[], look: StrokeLook): void {
  const inView = lines.filter(({ box }) => meets(box, seen));
  if (inView.length === 0) return;
  surface.stroke(look, (pen) => {
    for (const line of inView)
      for (const section of sectionsIn(line, seen))
        traceDashes({ pen, view, apart: 0 }, line, section, DASHES);
  });
}

function outline(
  brush: Brush,
  { overlaps }: OverlapPicture,
  key: string | null,
  looks: readonly StrokeLook[],
): void {
  const piece = key === null ? undefined : overlaps.get(key);
  if (piece) for (const look of looks) stroke(brush, piece.rings, look);
}

/** The names that marks would cover, to be painted once more above them. */
export function namesOn(
  { overlaps }: OverlapPicture,
  { pointedAt, selected }: Marks,
  { scale, names }: NamesAtScale,
): NamesAtScale {
  const marked = [pointedAt, selected].flatMap((key) => {
    const piece = key === null ? undefined : overlaps.get(key);
    return piece ? [piece] : [];
  });
  const covered = names.filter(({ x, y, width, height }) => {
    const [wide, high] = [width / 2 + NAME_HALO, height / 2 + NAME_HALO];
    const box: Box = [
      (x - wide) / scale,
      (y - high) / scale,
      (x + wide) / scale,
      (y + high) / scale,
    ];
    return marked.some((piece) => meets(piece.box, box));
  });
  return { scale, names: covered };
}

/** Above everything else. */
export function paintNames(surface: Surface, view: View, { names }: NamesAtScale): void {
  const { left, top, width, height } = view;
  for (const name of names) {
    const [x, y] = [name.x - left, name.y - top];
    const isSeen = Math.abs(x - width / 2) < (width + name.width) / 2 && y > -20 && y < height + 20;
    if (isSeen) surface.name(name.text, x, y, { color: name.color });
  }
}
