import type { Comparison, Overlap } from './ask.ts';
import type { ComparedArea } from './matrix.ts';

/** The areas of both sides, each by name. */
export function areasCompared({ remainders, leftCount }: Comparison): {
  readonly lefts: ComparedArea[];
  readonly rights: ComparedArea[];
} {
  const areas = remainders.map(({ area }) => area);
  return { lefts: areas.slice(0, leftCount), rights: areas.slice(leftCount) };
}

export function hasArea({ left, right }: Overlap, code: string): boolean {
  return left.code === code || right.code === code;
}

/** The comparison with the overlaps of one area only; whole when the area is none of it. */
export function onlyPartnersOf(comparison: Comparison, area: string | null): Comparison {
  if (area === null) return comparison;
  const overlaps = comparison.overlaps.filter((overlap) => hasArea(overlap, area));
  return overlaps.length === 0 ? comparison : { ...comparison, overlaps };
}

/** The area chosen, when it is one of those compared. */
export function areaChosen(comparison: Comparison, code: string | null): ComparedArea | null {
  if (code === null) return null;
  const found = comparison.overlaps.find((overlap) => hasArea(overlap, code));
  if (!found) return null;
  return found.left.code === code ? found.left : found.right;
}
