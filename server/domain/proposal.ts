import type { Area, BoundarySet } from './area.ts';
import { boundaryChange, type BoundaryChange } from './boundary-change.ts';
import { type Coterminosity, coterminosity, type Weighing } from './coterminosity.ts';
import type { Overlap } from './overlap.ts';

/** A new area made of overlaps, each named by the codes of its two areas. */
export type ProposedArea = {
  readonly name: string;
  readonly pieces: readonly { readonly left: string; readonly right: string }[];
};

export type Proposal = {
  /** The proposed left set against the right one. */
  readonly after: Coterminosity;
  /** What becomes of each area of the left set. */
  readonly change: BoundaryChange;
};

/** Why a proposal cannot be drawn, as data. */
export type Undrawable =
  | { readonly kind: 'no-such-piece'; readonly left: string; readonly right: string }
  | { readonly kind: 'given-twice'; readonly overlap: Overlap };

/**
 * The left set as it would be: proposed areas take the pieces they name, and what nobody takes stays with its
 * old area. Nothing of it is kept, and no referral ever sees it.
 */
export function drawProposal(
  proposed: readonly ProposedArea[],
  { overlaps, totalOf }: Weighing,
  left: BoundarySet,
): Proposal | Undrawable {
  const taken = new Map<Overlap, number>();
  for (const [at, { pieces }] of proposed.entries())
    for (const piece of pieces) {
      const found = overlaps.find(({ overlap }) => isPiece(overlap, piece));
      if (!found) return { kind: 'no-such-piece', ...piece };
      if (taken.has(found.overlap)) return { kind: 'given-twice', overlap: found.overlap };
      taken.set(found.overlap, at);
    }
  const areas = proposed.map(({ name }, at) =>
    proposedArea(name, at, {
      left,
      count: proposed.length,
      pieces: [...taken].flatMap(([overlap, by]) => (by === at ? [overlap] : [])),
    }),
  );
  const ownerOf = (overlap: Overlap): Area => areas[taken.get(overlap) ?? -1] ?? overlap.left;
  const given = overlaps.map((each) => ({ ...each, owner: ownerOf(each.overlap) }));
  const wholeOf = new Map<Area, number>();
  for (const { owner, weight } of given) wholeOf.set(owner, (wholeOf.get(owner) ?? 0) + weight);
  const olds = [...new Set(overlaps.map(({ overlap }) => overlap.left))];
  const news = [...new Set(given.map(({ owner }) => owner))];
  return {
    after: coterminosity({
      overlaps: joined(
        given.map(({ overlap, owner, weight }) => ({
          overlap: { ...overlap, left: owner },
          weight,
        })),
      ),
      totalOf: (area) => wholeOf.get(area) ?? totalOf(area),
    }),
    change: boundaryChange(
      olds,
      news,
      joined(
        given.map(({ overlap, owner, weight }) => ({
          overlap: { ...overlap, right: owner },
          weight,
        })),
      ).map(({ overlap }) => overlap),
    ),
  };
}

function isPiece({ left, right }: Overlap, piece: ProposedArea['pieces'][number]): boolean {
  return left.code === piece.left && right.code === piece.right;
}

type Drawn = {
  readonly left: BoundarySet;
  readonly pieces: readonly Overlap[];
  /** How many are proposed. */
  readonly count: number;
};

/** Ids below 0 are of no release, so that nothing of one is ever taken for a proposed area. */
function proposedArea(name: string, at: number, { left, pieces, count }: Drawn): Area {
  return {
    id: at - count,
    set: { ...left, status: 'PROPOSED' },
    code: `proposed-${at + 1}`,
    gss: null,
    ods: null,
    name,
    ...countsOf(pieces),
  };
}

function countsOf(pieces: readonly Overlap[]): Pick<Overlap, 'km2' | 'postcodes' | 'residents'> {
  const sum = (of: (overlap: Overlap) => number): number =>
    pieces.reduce((total, overlap) => total + of(overlap), 0);
  return {
    km2: sum(({ km2 }) => km2),
    postcodes: sum(({ postcodes }) => postcodes),
    residents: pieces.every(({ residents }) => residents !== null)
      ? sum(({ residents }) => residents ?? 0)
      : null,
  };
}

type Weighed = Weighing['overlaps'][number];

/** Pieces of the same two areas are one overlap. */
function joined(pieces: readonly Weighed[]): Weighed[] {
  const byPair = Map.groupBy(pieces, ({ overlap }) => `${overlap.left.id} ${overlap.right.id}`);
  return [...byPair.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    return [
      {
        overlap: { ...first.overlap, ...countsOf(same.map(({ overlap }) => overlap)) },
        weight: same.reduce((total, { weight }) => total + weight, 0),
      },
    ];
  });
}
