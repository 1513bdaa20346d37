import { type Ground, linesOf, type Piece, roomIn } from './ground.ts';
import { type Box, boxAround, type Path } from './path.ts';
import { type Name, placeNames } from './place-names.ts';
import { LEFT_LINE, RIGHT_LINE, SHARE_STEPS, type ShareStep, stepOf } from './styles.ts';
import { type FillLook, NAME_SIZE } from './surface.ts';

export type NamedArea = { readonly code: string; readonly name: string };

export type SceneOverlap = {
  readonly key: string;
  /** Its shade; null leaves it plain. */
  readonly share: number | null;
  /** Not one of those looked at. */
  readonly isAside: boolean;
};

/** What is to be seen of a comparison. */
export type Scene = {
  readonly lefts: readonly NamedArea[];
  readonly rights: readonly NamedArea[];
  readonly overlaps: readonly SceneOverlap[];
  /** The one area whose partners alone are looked at. */
  readonly chosen: string | null;
  /** Ground of the overlaps together. */
  readonly km2: number;
  /** Changes when another part of the country is to be looked at. */
  readonly extent: string;
};

type Fill = { readonly look: FillLook; readonly pieces: readonly Piece[] };

/** A scene on its ground, ready to be drawn anywhere. */
export type OverlapPicture = {
  readonly box: Box;
  readonly overlaps: ReadonlyMap<string, Piece>;
  readonly fills: readonly Fill[];
  readonly leftLines: readonly Path[];
  readonly rightLines: readonly Path[];
  readonly chosenLines: readonly Path[];
  /** In units of the world, their size still to be measured. */
  readonly names: readonly NameInWorld[];
  /** Where names are to stand; null leaves them free. */
  readonly namesWithin: Box | null;
  /** How far across the middling left area is, in units of the world. */
  readonly usualWidth: number;
};

type NameInWorld = Pick<Name, 'id' | 'text' | 'x' | 'y' | 'room' | 'weight'> & {
  readonly color: string;
};

export function pictureOf(ground: Ground, scene: Scene): OverlapPicture {
  const lefts = piecesOf(ground.lefts, scene.lefts);
  const rights = piecesOf(ground.rights, scene.rights);
  const overlaps = new Map(
    scene.overlaps.flatMap(({ key }) => {
      const piece = ground.overlaps.get(key);
      return piece ? [[key, piece] as const] : [];
    }),
  );
  const chosen = [...lefts, ...rights].filter(({ code }) => code === scene.chosen);
  const near = new Set(
    scene.overlaps.filter(({ isAside }) => !isAside).flatMap(({ key }) => key.split(' ')),
  );
  const isLookedAt = ({ code }: Drawn): boolean => near.has(code);
  const looked = scene.overlaps.flatMap(({ key, isAside }) => {
    const piece = isAside ? undefined : overlaps.get(key);
    return piece ? [piece] : [];
  });
  const widths = lefts.map(({ piece: { box } }) => box[2] - box[0]).sort((a, b) => a - b);
  const box = boxAround((looked.length > 0 ? looked : lefts.map(({ piece }) => piece)).map(boxOf));
  // The rest of a partner lies out of view: its name is to stand where it is looked at.
  const namesWithin = scene.chosen === null ? null : squareAround(box);
  return {
    box,
    overlaps,
    fills: fillsOf(scene, overlaps),
    leftLines: linesOf(
      lefts.map(({ piece }) => piece),
      ground,
    ),
    rightLines: linesOf(
      rights.map(({ piece }) => piece),
      ground,
    ),
    chosenLines: linesOf(
      chosen.map(({ piece }) => piece),
      ground,
    ),
    names: namesOf(lefts.filter(isLookedAt), rights.filter(isLookedAt), namesWithin),
    namesWithin,
    usualWidth: widths[Math.floor(widths.length / 2)] ?? 0,
  };
}

/** A map is about as high as it is wide: what is seen when a box is looked at. */
function squareAround([west, north, east, south]: Box): Box {
  const half = Math.max(east - west, south - north) / 2;
  const [x, y] = [(west + east) / 2, (north + south) / 2];
  return [x - half, y - half, x + half, y + half];
}

function boxOf({ box }: Piece): Box {
  return box;
}

type Drawn = NamedArea & { readonly piece: Piece };

function piecesOf(pieces: ReadonlyMap<string, Piece>, areas: readonly NamedArea[]): Drawn[] {
  return areas.flatMap((area) => {
    const piece = pieces.get(area.code);
    return piece ? [{ ...area, piece }] : [];
  });
}

/** One fill for all pieces of a look: no seam shows between neighbours. */
function fillsOf({ overlaps }: Scene, pieces: ReadonlyMap<string, Piece>): Fill[] {
  const byLook = Map.groupBy(overlaps, lookOf);
  return [...byLook].map(([look, alike]) => ({
    look,
    pieces: alike.flatMap(({ key }) => {
      const piece = pieces.get(key);
      return piece ? [piece] : [];
    }),
  }));
}

const PLAIN: FillLook = { color: '#ffffff', hatching: 'none', opacity: 1 };
const ASIDE: FillLook = { color: '#e1e5e8', hatching: 'none', opacity: 1 };
const STEP_LOOKS = new Map(
  SHARE_STEPS.map((step): [ShareStep, FillLook] => [
    step,
    { color: step.fill, hatching: step.hatching, opacity: 1 },
  ]),
);

function lookOf({ share, isAside }: SceneOverlap): FillLook {
  if (isAside) return ASIDE;
  return share === null ? PLAIN : (STEP_LOOKS.get(stepOf(share)) ?? PLAIN);
}

/** Those of the left set first: a right area called the same needs no second name. */
function namesOf(
  lefts: readonly Drawn[],
  rights: readonly Drawn[],
  within: Box | null,
): NameInWorld[] {
  const taken = new Set(lefts.map(({ name }) => name));
  const nameOf = ({ code, name, piece }: Drawn, color: string, before: number): NameInWorld => {
    const { x, y, width } = roomIn(piece, within ?? undefined);
    const [west, north, east, south] = piece.box;
    const weight = before + (east - west) * (south - north);
    return { id: `${color} ${code}`, text: name, x, y, room: width, weight, color };
  };
  return [
    ...lefts.map((area) => nameOf(area, LEFT_LINE, 1)),
    ...rights.filter(({ name }) => !taken.has(name)).map((area) => nameOf(area, RIGHT_LINE, 0)),
  ];
}

/** The names that have room at a scale, in pixels of the world. */
export type NamesAtScale = {
  readonly scale: number;
  readonly names: readonly (Name & { readonly color: string })[];
};

export function namesAt(
  { names, namesWithin }: OverlapPicture,
  scale: number,
  widthOf: (text: string) => number,
): NamesAtScale {
  const [west, , east] = namesWithin ?? [-Infinity, 0, Infinity];
  const sized = names.map((name) => {
    const width = widthOf(name.text);
    const [first, last] = [west * scale + width / 2, east * scale - width / 2];
    return {
      ...name,
      x: first > last ? name.x * scale : Math.min(Math.max(name.x * scale, first), last),
      y: name.y * scale,
      room: name.room * scale,
      width,
      height: NAME_SIZE + 3,
    };
  });
  return { scale, names: placeNames(sized) };
}
