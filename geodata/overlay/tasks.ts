import { commonGround } from './common-ground.ts';
import type { Geometry, Geos, Prepared } from './geos.ts';
import { meanWidthMetres, packedKm2 } from './measure.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type PackedShape, ringsOf } from './packed-shape.ts';

/** Work for a thread with GEOS in it. Areas go by id once their shapes have been shared. */
export type Task =
  | { readonly kind: 'share'; readonly shapes: ReadonlyMap<number, PackedShape> }
  | { readonly kind: 'invalidities'; readonly shapes: readonly PackedShape[] }
  | { readonly kind: 'repairs'; readonly shapes: readonly PackedShape[] }
  | { readonly kind: 'union'; readonly shapes: readonly PackedShape[] }
  | { readonly kind: 'overlaps'; readonly left: number; readonly rights: readonly number[] }
  /** Areas of one set, and how far apart two drawings of one line can be. */
  | { readonly kind: 'unmet'; readonly areas: readonly number[]; readonly degrees: number }
  | { readonly kind: 'remainder'; readonly left: number; readonly rights: readonly number[] }
  | { readonly kind: 'small-areas'; readonly smallAreas: readonly SmallAreaTask[] };

export type Answers = {
  share: null;
  /** Why each shape breaks the rules of simple features; null when it does not. */
  invalidities: readonly (string | null)[];
  /** Why each shape breaks the rules, and its ground without that; both null when it does not. */
  repairs: readonly { readonly invalidity: string | null; readonly shape: PackedShape | null }[];
  union: PackedShape | null;
  overlaps: readonly SharedGround[];
  /** Area by area, where first a line of it fails to meet its neighbour's; undefined where all do. */
  unmet: readonly (readonly [lon: number, lat: number] | undefined)[];
  /** Square kilometres of the left area that none of the others covers. */
  remainder: number;
  'small-areas': readonly SmallAreaShares[];
};

export type TaskOf<Kind extends Task['kind']> = Extract<Task, { readonly kind: Kind }>;

/** Ground that two areas share. */
export type SharedGround = {
  readonly left: number;
  readonly right: number;
  readonly km2: number;
  /** Of a long strip its breadth, of a square half its side. */
  readonly widthMetres: number;
  readonly shape: PackedShape;
};

export type SmallAreaTask = {
  readonly shape: PackedShape;
  /** Areas it may meet, set by set. */
  readonly candidates: readonly (readonly number[])[];
  /** Which of those sets will be laid over each other, by their places in `candidates`. */
  readonly pairs: readonly (readonly [number, number])[];
};

/** Shares of a small area's ground. */
export type SmallAreaShares = {
  /** Set by set, the share that lies in each area it meets. */
  readonly bySet: readonly (readonly Share[])[];
  /** The share that lies in both areas: only of sets that both cut the small area in pieces. */
  readonly inBoth: readonly (readonly [left: number, right: number, share: number])[];
};

export type Share = readonly [area: number, share: number];

/** A small area this much in one area is all in it: the rest is two drawings of one line. */
export const WHOLLY = 0.999;

/** Each is made when first asked for: GEOS's index takes several times the room of its geometry. */
type Known = {
  readonly shape: PackedShape;
  outline: Outline | null;
  geometry: Geometry | null;
  prepared: Prepared | null;
};

/** Answers tasks one by one; keeps the shapes that were shared. */
export function answerer(
  geos: Geos,
): <Kind extends Task['kind']>(task: TaskOf<Kind>) => Answers[Kind] {
  const shapes = new Map<number, PackedShape>();
  const known = new Map<number, Known>();

  function area(id: number): Known {
    const seen = known.get(id);
    if (seen) return seen;
    const shape = shapes.get(id);
    if (!shape) throw new Error(`The shape of area ${id} was not shared`);
    const made = { shape, outline: null, geometry: null, prepared: null };
    known.set(id, made);
    return made;
  }

  function forget(id: number): void {
    const { geometry, prepared } = known.get(id) ?? {};
    if (prepared) geos.freeIndex(prepared);
    if (geometry) geos.free(geometry);
    known.delete(id);
  }

  const answers: { readonly [Kind in Task['kind']]: (task: TaskOf<Kind>) => Answers[Kind] } = {
    share: (task) => {
      for (const [id, shape] of task.shapes) {
        shapes.set(id, shape);
        forget(id);
      }
      return null;
    },
    invalidities: (task) => task.shapes.map((shape) => invalidityOf(geos, shape)),
    repairs: (task) => task.shapes.map((shape) => repairOf(geos, shape)),
    union: (task) => unionOf(geos, task.shapes),
    overlaps: ({ left, rights }) =>
      rights.flatMap((right) => {
        const shape = sharedShape(geos, area(left), area(right));
        return shape ? groundFrom(left, right, shape) : [];
      }),
    unmet: (task) =>
      geos.unmetIn(
        task.areas.map((id) => geometryOf(geos, area(id))),
        task.degrees,
      ),
    remainder: ({ left, rights }) => remainderOf(geos, area(left), rights.map(area)),
    'small-areas': (task) => task.smallAreas.map((each) => sharesOf(geos, each, area)),
  };
  return (task) => answers[task.kind](task);
}

function invalidityOf(geos: Geos, shape: PackedShape): string | null {
  const geometry = geos.geometryOf(shape);
  const invalidity = geos.invalidityOf(geometry) ?? null;
  geos.free(geometry);
  return invalidity;
}

function repairOf(geos: Geos, drawn: PackedShape): Answers['repairs'][number] {
  const geometry = geos.geometryOf(drawn);
  const invalidity = geos.invalidityOf(geometry) ?? null;
  if (invalidity === null) {
    geos.free(geometry);
    return { invalidity, shape: null };
  }
  const shells = geos.geometryOf(withoutHoles(drawn));
  const [valid, outer] = [madeValid(geos, geometry), madeValid(geos, shells)];
  const ground = valid && outer && geos.intersection(valid, outer);
  const shape = (ground && geos.shapeOf(ground)) ?? null;
  for (const each of [geometry, valid, shells, outer, ground]) if (each) geos.free(each);
  return { invalidity, shape };
}

/** Undefined where rings are so entangled that GEOS gives up: no ground can be told from them. */
function madeValid(geos: Geos, geometry: Geometry): Geometry | undefined {
  try {
    return geos.madeValid(geometry);
  } catch {
    return undefined;
  }
}

/** GEOS makes ground of a hole outside its shell, and a hole must never add any. */
function withoutHoles(shape: PackedShape): PackedShape {
  const shells = ringsOf(shape).filter(({ isShell }) => isShell);
  const numbers = new Float64Array(shells.reduce((sum, { from, end }) => sum + end - from, 0));
  let at = 0;
  for (const { from, end } of shells) {
    numbers.set(shape.numbers.subarray(from, end), at);
    at += end - from;
  }
  return {
    numbers,
    rings: shells.map(({ from, end }) => (end - from) / 2),
    polygons: shells.map(() => 1),
  };
}

function unionOf(geos: Geos, shapes: readonly PackedShape[]): PackedShape | null {
  const geometries = shapes.map(geos.geometryOf);
  const union = geos.union(geometries);
  const shape = geos.shapeOf(union) ?? null;
  for (const geometry of [...geometries, union]) geos.free(geometry);
  return shape;
}

function groundFrom(left: number, right: number, shape: PackedShape): SharedGround[] {
  const km2 = packedKm2(shape);
  return km2 > 0 ? [{ left, right, km2, widthMetres: meanWidthMetres(shape, km2), shape }] : [];
}

function outlineIn(area: Known): Outline {
  area.outline ??= outlineOf(area.shape);
  return area.outline;
}

function geometryOf(geos: Geos, area: Known): Geometry {
  area.geometry ??= geos.geometryOf(area.shape);
  return area.geometry;
}

function indexOf(geos: Geos, area: Known): Prepared {
  area.prepared ??= geos.prepare(geometryOf(geos, area));
  return area.prepared;
}

/** Where outlines only pass through each other ours is many times faster; GEOS knows what to do where they touch. */
function sharedShape(geos: Geos, left: Known, right: Known): PackedShape | null {
  const ground = commonGround(outlineIn(left), outlineIn(right));
  return ground === 'touching' ? sharedByGeos(geos, left, right) : ground;
}

function sharedByGeos(geos: Geos, left: Known, right: Known): PackedShape | null {
  const shared = geos.intersection(geometryOf(geos, left), geometryOf(geos, right));
  const shape = geos.shapeOf(shared);
  geos.free(shared);
  return shape ?? null;
}

/** Takes the others away one after another: another road to what the overlaps leave. */
function remainderOf(geos: Geos, left: Known, rights: readonly Known[]): number {
  const meeting = meetingWith(geos, left, rights);
  const whole = geometryOf(geos, left);
  let rest = whole;
  for (const other of meeting) {
    const less = geos.difference(rest, other);
    if (rest !== whole) geos.free(rest);
    rest = less;
  }
  const shape = geos.shapeOf(rest);
  if (rest !== whole) geos.free(rest);
  return shape ? packedKm2(shape) : 0;
}

/** The index is given back, so that not all are held at once. */
function meetingWith(geos: Geos, left: Known, rights: readonly Known[]): Geometry[] {
  const prepared = indexOf(geos, left);
  const meeting = rights
    .map((right) => geometryOf(geos, right))
    .filter((right) => geos.meets(prepared, right));
  geos.freeIndex(prepared);
  left.prepared = null;
  return meeting;
}

/** A piece of a small area: its ground in one area. */
type Piece = { readonly area: number; readonly share: number; readonly geometry: Geometry };

function sharesOf(
  geos: Geos,
  { shape, candidates, pairs }: SmallAreaTask,
  area: (id: number) => Known,
): SmallAreaShares {
  const whole = geos.geometryOf(shape);
  const pieces = candidates.map((ids) => ids.flatMap((id) => pieceIn(geos, whole, id, area(id))));
  const inBoth = pairs.flatMap(([left, right]) =>
    sharesInBoth(geos, whole, pieces[left] ?? [], pieces[right] ?? []),
  );
  for (const { geometry } of pieces.flat()) if (geometry !== whole) geos.free(geometry);
  geos.free(whole);
  return {
    bySet: pieces.map((each) => each.map(({ area: id, share }) => [id, share] as const)),
    inBoth,
  };
}

function pieceIn(geos: Geos, whole: Geometry, area: number, known: Known): Piece[] {
  const prepared = indexOf(geos, known);
  if (!geos.meets(prepared, whole)) return [];
  if (geos.covers(prepared, whole)) return [{ area, share: 1, geometry: whole }];
  const piece = geos.intersection(whole, geometryOf(geos, known));
  const share = geos.areaOf(piece) / geos.areaOf(whole);
  if (share > 0) return [{ area, share, geometry: piece }];
  geos.free(piece);
  return [];
}

function sharesInBoth(
  geos: Geos,
  whole: Geometry,
  lefts: readonly Piece[],
  rights: readonly Piece[],
): SmallAreaShares['inBoth'] {
  if (
    [lefts, rights].some(
      (pieces) => pieces.length === 0 || pieces.some(({ share }) => share >= WHOLLY),
    )
  )
    return [];
  const area = geos.areaOf(whole);
  return lefts.flatMap((left) =>
    rights.map((right) => {
      const both = geos.intersection(left.geometry, right.geometry);
      const share = geos.areaOf(both) / area;
      geos.free(both);
      return [left.area, right.area, share] as const;
    }),
  );
}
