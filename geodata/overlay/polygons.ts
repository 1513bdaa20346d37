import { edgesToTheEast } from './outline.ts';
import { type PackedRing, type PackedShape, ringArea, sharedNumbers } from './packed-shape.ts';

/** Closed rings with their ground on the left, one after another. */
export type Rings = {
  readonly numbers: number[];
  readonly rings: Pick<PackedRing, 'from' | 'end'>[];
};

/**
 * Ends the ring that begins at a place among the numbers. One that comes by a position twice, as where a shape
 * touches itself in a corner, becomes several that touch there.
 */
export function closeRing(out: Rings, from: number): void {
  const repeated = repeatedIn(out.numbers, [{ from, end: out.numbers.length }]);
  const loops = repeated.size === 0 ? [] : loopsOf(out.numbers.splice(from), repeated);
  if (loops.length === 0) endRing(out, from);
  for (const loop of loops) {
    const start = out.numbers.length;
    for (const number of loop) out.numbers.push(number);
    endRing(out, start);
  }
}

function endRing({ numbers, rings }: Rings, from: number): void {
  numbers.push(numbers[from] ?? 0, numbers[from + 1] ?? 0);
  rings.push({ from, end: numbers.length });
}

/** The positions that come more than once, as one number each: maybe some that do not. */
function repeatedIn(numbers: readonly number[], stretches: Rings['rings']): Set<number> {
  const count = stretches.reduce((sum, { from, end }) => sum + end - from, 0) / 2;
  const mixed = new Float64Array(count);
  let nth = 0;
  for (const { from, end } of stretches)
    for (let at = from; at < end; at += 2) mixed[nth++] = mixedAt(numbers, at);
  mixed.sort();
  const repeated = new Set<number>();
  for (let at = 1; at < count; at++) {
    const each = mixed[at];
    if (each !== undefined && each === mixed[at - 1]) repeated.add(each);
  }
  return repeated;
}

function mixedAt(numbers: readonly number[], at: number): number {
  return (numbers[at] ?? 0) + Math.PI * (numbers[at + 1] ?? 0);
}

/** Cuts a loop off whenever the path comes by a position again. */
function loopsOf(numbers: readonly number[], repeated: ReadonlySet<number>): number[][] {
  const loops: number[][] = [];
  const path: number[] = [];
  let seen: number[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    const [lon = 0, lat = 0] = [numbers[at], numbers[at + 1]];
    if (repeated.has(mixedAt(numbers, at))) {
      const before = seen.find((place) => path[place] === lon && path[place + 1] === lat);
      if (before !== undefined) {
        loops.push(path.splice(before));
        seen = seen.filter((place) => place < before);
      }
      seen.push(path.length);
    }
    path.push(lon, lat);
  }
  return [...loops, path];
}

/** Ground of less mean width, in degrees, is the rounding of positions: a hundredth of a micrometre. */
const NO_WIDTH = 1e-13;

type Sized = Rings['rings'][number] & { readonly area: number };

/**
 * Each hole goes to the smallest shell round it. 'touching' where a hole touches other rings more than once, since
 * the ground may then fall apart between them.
 */
export function polygonsFrom({ numbers, rings }: Rings): PackedShape | null | 'touching' {
  const sized = rings
    .map((ring) => ({ ...ring, area: ringArea(numbers, ring) }))
    .filter((ring) => Math.abs(ring.area) > NO_WIDTH * lengthOf(numbers, ring));
  const polygons = sized.filter(({ area }) => area > 0).map((shell) => [shell]);
  const holes = sized.filter(({ area }) => area < 0);
  if (holes.length > 0 && !takeHoles(numbers, polygons, holes)) return 'touching';
  return polygons.length === 0 ? null : packedFrom(numbers, polygons);
}

/** False where a hole touches other rings more than once, or none is round it. */
function takeHoles(
  numbers: readonly number[],
  polygons: readonly Sized[][],
  holes: readonly Sized[],
): boolean {
  const smallestFirst = polygons.toSorted(([a], [b]) => (a?.area ?? 0) - (b?.area ?? 0));
  const unclosed = [...polygons.flat(), ...holes].map(({ from, end }) => ({ from, end: end - 2 }));
  const repeated = repeatedIn(numbers, unclosed);
  return holes.every((hole) => {
    const [free, touching] = [[] as number[], [] as number[]];
    for (let at = hole.from; at < hole.end - 2; at += 2)
      (repeated.has(mixedAt(numbers, at)) ? touching : free).push(at);
    const [corner] = free;
    if (corner === undefined || touching.length > 1) return false;
    const [lon = 0, lat = 0] = [numbers[corner], numbers[corner + 1]];
    const round = smallestFirst.find(
      ([shell]) =>
        shell && edgesToTheEast(numbers, { ...shell, end: shell.end - 2 }, lon, lat) % 2 === 1,
    );
    return round !== undefined && round.push(hole) > 1;
  });
}

/** Degrees, near enough. */
function lengthOf(
  numbers: readonly number[],
  { from, end }: Pick<PackedRing, 'from' | 'end'>,
): number {
  let length = 0;
  for (let at = from; at + 3 < end; at += 2)
    length +=
      Math.abs((numbers[at + 2] ?? 0) - (numbers[at] ?? 0)) +
      Math.abs((numbers[at + 3] ?? 0) - (numbers[at + 1] ?? 0));
  return length;
}

function packedFrom(numbers: readonly number[], polygons: readonly (readonly Sized[])[]) {
  const rings = polygons.flat();
  const into = sharedNumbers(rings.reduce((sum, { from, end }) => sum + end - from, 0));
  let to = 0;
  for (const { from, end } of rings)
    for (let at = from; at < end; at++) into[to++] = numbers[at] ?? 0;
  return {
    numbers: into,
    rings: rings.map(({ from, end }) => (end - from) / 2),
    polygons: polygons.map(({ length }) => length),
  };
}
