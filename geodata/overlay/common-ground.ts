import { type Crossing, crossingsOf } from './crossings.ts';
import { coversPosition, type Outline } from './outline.ts';
import type { PackedRing, PackedShape } from './packed-shape.ts';
import { closeRing, polygonsFrom, type Rings } from './polygons.ts';

/**
 * The ground two valid shapes share, `null` when there is none. Walks along one outline while it is on the
 * other's ground and changes over at each crossing (Weiler and Atherton 1977), which holds as long as the two
 * only ever pass through each other; 'touching' where they do not. The positions of crossings are rounded, so where
 * a shape lies within a rounding of itself its common ground may touch itself by as much.
 */
export function commonGround(one: Outline, other: Outline): PackedShape | null | 'touching' {
  if (one.touchesOnALine || other.touchesOnALine) return 'touching';
  const crossings = crossingsOf(one, other);
  if (!crossings) return 'touching';
  const along = wayAlong(one, other, crossings);
  const alongOther = wayAlong(
    other,
    one,
    crossings.map(({ otherEdge: edge, otherShare: share, enters }) => ({
      edge,
      share,
      enters: !enters,
    })),
  );
  if (!along || !alongOther) return 'touching';
  const rings: Rings = { numbers: [], rings: [] };
  walk(crossings, along, alongOther, rings);
  addWhole(one, along.crossed, other, rings);
  addWhole(other, alongOther.crossed, one, rings);
  return polygonsFrom(rings);
}

/** A way round the rings of an outline, from crossing to crossing. */
type Way = {
  readonly outline: Outline;
  readonly crossed: ReadonlySet<PackedRing>;
  /** Where the way goes on from each crossing. */
  readonly steps: readonly Step[];
};

type Step = {
  /** The next crossing on the ring. */
  readonly to: number;
  readonly ring: PackedRing;
  readonly fromEdge: number;
  readonly toEdge: number;
  /** Both crossings lie on one edge, and the ring comes to the next first: no corner lies between. */
  readonly isStraight: boolean;
};

/** A crossing as one of the two outlines comes by it. */
type Spot = Pick<Crossing, 'edge' | 'share' | 'enters'>;

/**
 * Undefined where it does not come onto the other's ground and leave it in turn, as far as can be told: two
 * crossings within a rounding may seem to come in the wrong order, which a corner of the ring then tells.
 */
function wayAlong(outline: Outline, other: Outline, spots: readonly Spot[]): Way | undefined {
  const inOrder = spots
    .map((spot, nth) => ({ nth, spot }))
    .sort(({ spot: a }, { spot: b }) => a.edge - b.edge || a.share - b.share);
  const steps: Step[] = [];
  const crossed = new Set<PackedRing>();
  let at = 0;
  for (const ring of outline.rings) {
    const first = at;
    while ((inOrder[at]?.spot.edge ?? Infinity) < ring.end) at++;
    const onRing = inOrder.slice(first, at);
    const [start] = onRing;
    if (!start) continue;
    if (start.spot.enters === coversFirstCorner(other, outline, ring)) return undefined;
    crossed.add(ring);
    for (const [nth, { nth: here, spot }] of onRing.entries()) {
      const { nth: to, spot: next } = onRing[nth + 1] ?? start;
      if (spot.enters === next.enters || isOneSpot(spot, next)) return undefined;
      const isStraight = spot.edge === next.edge && spot.share < next.share;
      steps[here] = { to, ring, fromEdge: spot.edge, toEdge: next.edge, isStraight };
    }
  }
  return { outline, crossed, steps };
}

function isOneSpot(one: Spot, other: Spot): boolean {
  return one.edge === other.edge && one.share === other.share;
}

function coversFirstCorner(outline: Outline, { numbers }: Outline, { from }: PackedRing): boolean {
  return coversPosition(outline, numbers[from] ?? 0, numbers[from + 1] ?? 0);
}

function walk(crossings: readonly Crossing[], along: Way, alongOther: Way, out: Rings): void {
  const isWalked = new Uint8Array(crossings.length);
  crossings.forEach(({ enters }, start) => {
    if (!enters || isWalked[start] === 1) return;
    const from = out.numbers.length;
    let here = start;
    do {
      isWalked[here] = 1;
      here = follow(crossings, here, along, out.numbers);
      here = follow(crossings, here, alongOther, out.numbers);
    } while (here !== start);
    closeRing(out, from);
  });
}

/** To the next crossing: adds the one it leaves and every corner on the way. */
function follow(
  crossings: readonly Crossing[],
  here: number,
  { outline, steps }: Way,
  out: number[],
): number {
  const [left, step] = [crossings[here], steps[here]];
  if (!left || !step) throw new Error(`There is no way on from crossing ${here}`);
  out.push(left.lon, left.lat);
  if (step.isStraight) return step.to;
  let corner = step.fromEdge;
  do {
    corner += 2;
    if (corner === step.ring.end - 2) corner = step.ring.from;
    out.push(outline.numbers[corner] ?? 0, outline.numbers[corner + 1] ?? 0);
  } while (corner !== step.toEdge);
  return step.to;
}

/** The rings that nothing crosses lie on the other's ground with all their corners, or with none. */
function addWhole(
  outline: Outline,
  crossed: ReadonlySet<PackedRing>,
  other: Outline,
  out: Rings,
): void {
  for (const ring of outline.rings) {
    if (crossed.has(ring) || !coversFirstCorner(other, outline, ring)) continue;
    const from = out.numbers.length;
    for (let at = ring.from; at < ring.end; at++) out.numbers.push(outline.numbers[at] ?? 0);
    out.rings.push({ from, end: out.numbers.length });
  }
}
