import { type Area, type BoundarySet, HEALTH_KINDS, setsInForce } from './area.ts';
import type { LocalDate } from './calendar.ts';
import type { Ground } from './place.ts';

/** Ground some place lies in, and how many postcodes do. */
type Cell = { readonly ground: Ground; readonly postcodes: number };

export type GroundIndex = ReadonlyMap<Area, readonly Cell[]>;

export function indexGround(cells: readonly Cell[]): GroundIndex {
  const index = new Map<Area, Cell[]>();
  for (const cell of cells)
    for (const area of cell.ground) {
      const known = index.get(area);
      if (known) known.push(cell);
      else index.set(area, [cell]);
    }
  return index;
}

/** An area that has ground of another; `share` is of that one's postcodes, 0 to 1, null where it has none. */
export type GroundShare = { readonly area: Area; readonly share: number | null };

/**
 * Which areas hold the ground of an area on another day: of its own kind while there are such; of an NHS body
 * later of the kinds that took over, ICBs before their parts. Of each kind the largest share first.
 */
export function groundOn(
  area: Area,
  on: LocalDate,
  { sets, ground }: { readonly sets: readonly BoundarySet[]; readonly ground: GroundIndex },
): GroundShare[] {
  const inForce = setsInForce(sets, on);
  const same = inForce.filter(({ kind }) => kind === area.set.kind);
  const later = HEALTH_KINDS.includes(area.set.kind) ? HEALTH_KINDS : [];
  const heirs =
    same.length > 0 ? same : later.flatMap((each) => inForce.filter(({ kind }) => kind === each));
  return heirs.flatMap((set) => sharesIn(set, ground.get(area) ?? []));
}

function sharesIn(set: BoundarySet, held: readonly Cell[]): GroundShare[] {
  const whole = held.reduce((sum, { postcodes }) => sum + postcodes, 0);
  const counts = new Map<Area, number>();
  for (const { ground, postcodes } of held)
    for (const area of ground)
      if (area.set === set) counts.set(area, (counts.get(area) ?? 0) + postcodes);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.id - b.id)
    .map(([area, count]) => ({ area, share: whole > 0 ? count / whole : null }));
}
