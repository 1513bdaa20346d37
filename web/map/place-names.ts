/** A name that would like to stand in the middle of its area. Pixels. */
export type Name = {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How wide its area is there. */
  readonly room: number;
  /** Of two that cannot both stand the one with the larger weight does. */
  readonly weight: number;
};

export type PlacedName<Of extends Name = Name> = Of;

/** Kept clear beside a name, pixels. */
const GAP = 4;
/** A name may be this many times as wide as its area: then it still plainly belongs to it. */
const LONGEST = 2.2;
/** Heights up or down a name may move to keep clear of another. */
const MOVES = [0, -1, 1];

/** The names that can stand so that no two touch. The same wherever the map is moved, and in whatever order they come. */
export function placeNames<Of extends Name>(names: readonly Of[]): PlacedName<Of>[] {
  const placed: Of[] = [];
  for (const name of names.toSorted(heaviestFirst)) {
    if (name.width > name.room * LONGEST) continue;
    const free = MOVES.map((move) => ({ ...name, y: name.y + move * (name.height + GAP) })).find(
      (moved) => !placed.some((other) => touches(moved, other)),
    );
    if (free) placed.push(free);
  }
  return placed;
}

function heaviestFirst(a: Name, b: Name): number {
  return b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

function touches(a: Name, b: Name): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2
  );
}
