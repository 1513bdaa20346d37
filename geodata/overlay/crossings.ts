import { orient2d } from 'robust-predicates';

import { everyMeeting, type Outline } from './outline.ts';

/** Where an edge of one outline passes through an edge of another. */
export type Crossing = {
  readonly lon: number;
  readonly lat: number;
  readonly edge: number;
  /** How much of the edge lies behind. */
  readonly share: number;
  readonly otherEdge: number;
  readonly otherShare: number;
  /** The one comes onto the ground of the other, which leaves the ground of the one; otherwise the reverse. */
  readonly enters: boolean;
};

/**
 * All crossings, in no order; undefined where the outlines touch anywhere without passing through each other,
 * as where a corner of one lies on an edge of the other or both run along the same line. Which it is, is exact
 * (Shewchuk 1997, by `robust-predicates`); only the position of a crossing is rounded.
 */
export function crossingsOf(one: Outline, other: Outline): Crossing[] | undefined {
  const crossings: Crossing[] = [];
  const crossRun = (edge: number, run: number): boolean => {
    const ends = edgeAt(one.numbers, edge);
    if (!boxesMeet(ends, edgeAt(other.boxes, 4 * run))) return true;
    const end = other.runs.end[run] ?? 0;
    for (let otherEdge = other.runs.from[run] ?? 0; otherEdge < end; otherEdge += 2) {
      const found = meeting(ends, edgeAt(other.numbers, otherEdge));
      if (found === 'touching') return false;
      if (found !== null) crossings.push({ ...found, edge, otherEdge });
    }
    return true;
  };
  const isClear = everyMeeting(one, other, (run, otherRun) => {
    const end = one.runs.end[run] ?? 0;
    for (let edge = one.runs.from[run] ?? 0; edge < end; edge += 2)
      if (!crossRun(edge, otherRun)) return false;
    return true;
  });
  return isClear ? crossings : undefined;
}

type Edge = readonly [lon1: number, lat1: number, lon2: number, lat2: number];

function edgeAt(numbers: Float64Array, at: number): Edge {
  return [numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0, numbers[at + 3] ?? 0];
}

/** Null where two edges have nothing in common. */
function meeting(one: Edge, other: Edge): Omit<Crossing, 'edge' | 'otherEdge'> | 'touching' | null {
  if (!boxesMeet(one, other)) return null;
  const from = sideOf(other, one[0], one[1]);
  const to = sideOf(other, one[2], one[3]);
  if (areOnOneSide(from, to)) return null;
  const otherFrom = sideOf(one, other[0], other[1]);
  const otherTo = sideOf(one, other[2], other[3]);
  if (areOnOneSide(otherFrom, otherTo)) return null;
  if (from === 0 || to === 0 || otherFrom === 0 || otherTo === 0) return 'touching';
  return {
    lon: between(one[0], one[2], from, to),
    lat: between(one[1], one[3], from, to),
    share: from / (from - to),
    otherShare: otherFrom / (otherFrom - otherTo),
    enters: to < 0,
  };
}

/** Of edges; a box is one from corner to corner. */
function boxesMeet(one: Edge, other: Edge): boolean {
  return (
    Math.min(one[0], one[2]) <= Math.max(other[0], other[2]) &&
    Math.min(other[0], other[2]) <= Math.max(one[0], one[2]) &&
    Math.min(one[1], one[3]) <= Math.max(other[1], other[3]) &&
    Math.min(other[1], other[3]) <= Math.max(one[1], one[3])
  );
}

/** Less than none to the left of the edge, more to its right, and the more the farther off. */
function sideOf([lon1, lat1, lon2, lat2]: Edge, lon: number, lat: number): number {
  return orient2d(lon1, lat1, lon2, lat2, lon, lat);
}

function areOnOneSide(side: number, otherSide: number): boolean {
  return (side < 0 && otherSide < 0) || (side > 0 && otherSide > 0);
}

/**
 * Where two ends so far to either side of a line are joined across it. From the lower end, so that the areas on
 * both sides of an edge are crossed in the same position.
 */
function between(from: number, to: number, fromSide: number, toSide: number): number {
  return from < to
    ? from + (fromSide / (fromSide - toSide)) * (to - from)
    : to + (toSide / (toSide - fromSide)) * (from - to);
}
