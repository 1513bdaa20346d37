import type { ReleaseContent } from '../server/database/release-content.ts';
import { type Area, type BoundarySet, HEALTH_KINDS } from '../server/domain/area.ts';
import type { SetPair } from './overlay/overlay.ts';

/** How a district set and a health set lie over each other. */
export type PairReport = {
  readonly left: BoundarySet;
  readonly right: BoundarySet;
  readonly overlaps: number;
  readonly slivers: number;
  readonly sliverKm2: number;
  /** The district with the largest share of its ground in no area of the health set. */
  readonly leastCovered: { readonly area: Area; readonly share: number } | null;
};

export function reportPairs(content: ReleaseContent, pairs: readonly SetPair[]): PairReport[] {
  return pairs
    .filter(([left, right]) => left.kind === 'district' && HEALTH_KINDS.includes(right.kind))
    .map((pair) => reportPair(content, pair));
}

function reportPair({ overlaps, areas }: ReleaseContent, [left, right]: SetPair): PairReport {
  const setOf = (id: number): BoundarySet | undefined => areas[id]?.area.set;
  const found = overlaps.filter(
    (overlap) => setOf(overlap.left) === left && setOf(overlap.right) === right,
  );
  const slivers = found.filter(({ sliver }) => sliver);
  const uncovered = areas
    .filter(
      ({ area }) =>
        area.set === left && found.some((overlap) => overlap.left === area.id && !overlap.sliver),
    )
    .map(({ area }) => ({
      area,
      share: 1 - sumKm2(found.filter((overlap) => overlap.left === area.id)) / area.km2,
    }))
    .sort((a, b) => b.share - a.share);
  return {
    left,
    right,
    overlaps: found.length - slivers.length,
    slivers: slivers.length,
    sliverKm2: sumKm2(slivers),
    leastCovered: uncovered[0] ?? null,
  };
}

function sumKm2(overlaps: readonly { readonly km2: number }[]): number {
  return overlaps.reduce((sum, { km2 }) => sum + km2, 0);
}

export function pairInWords({
  left,
  right,
  overlaps,
  slivers,
  sliverKm2,
  leastCovered,
}: PairReport): string {
  const remainder = leastCovered
    ? `, largest remainder ${(100 * leastCovered.share).toFixed(2)} % (${leastCovered.area.name})`
    : '';
  return `${left.kind} ${left.edition} × ${right.kind} ${right.edition}: ${overlaps} overlaps, ${slivers} slivers (${sliverKm2.toFixed(3)} km²)${remainder}`;
}
