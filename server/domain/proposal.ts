import { type Area, type BoundarySet, hasCode } from './area.ts';
import { boundaryChange, type BoundaryChange, type Fate } from './boundary-change.ts';
import { type Coterminosity, coterminosity, type Weighing } from './coterminosity.ts';
import type { Counts } from './counts.ts';
import type { Overlap } from './overlap.ts';

/** An area made of overlaps, each named by the codes of its two areas. */
export type ProposedArea = {
  readonly name: string;
  /** Code of the left area that goes on as this one, and keeps what nobody else takes; undefined is a new area. */
  readonly continues?: string | null | undefined;
  readonly pieces: readonly { readonly left: string; readonly right: string }[];
};

/** A piece that would be with another body than before. */
export type Mover = Counts & {
  readonly from: Area;
  readonly to: Area;
  readonly right: Area;
  /** With the main part of its old area, or parted from it: moved. */
  readonly fate: Exclude<Fate, 'SAME_BODY'>;
};

/** A proposed area with the overlaps of today it would be made of. */
export type DrawnArea = { readonly area: Area; readonly pieces: readonly Overlap[] };

export type Proposal = {
  /** In the order proposed. */
  readonly proposed: readonly DrawnArea[];
  /** The proposed left set against the right one. */
  readonly after: Coterminosity;
  /** What becomes of each area of the left set. */
  readonly change: BoundaryChange;
  /** Most people first; a new name alone moves nobody. */
  readonly movers: readonly Mover[];
};

/** Why a proposal cannot be drawn, as data. */
export type Undrawable =
  | { readonly kind: 'no-such-piece'; readonly left: string; readonly right: string }
  | { readonly kind: 'no-such-area'; readonly code: string }
  | { readonly kind: 'given-twice'; readonly overlap: Overlap }
  | { readonly kind: 'continued-twice'; readonly area: Area };

type Weighed = Weighing['overlaps'][number];
type Given = Weighed & { readonly owner: Area };

/**
 * The left set as it would be: proposed areas take the pieces they name, and what nobody takes stays with its
 * old area. Nothing of it is kept, and no referral ever sees it.
 */
export function drawProposal(
  proposed: readonly ProposedArea[],
  weighing: Omit<Weighing, 'kind'>,
  left: BoundarySet,
): Proposal | Undrawable {
  const olds = [...new Set(weighing.overlaps.map(({ overlap }) => overlap.left))];
  const taken = takePieces(proposed, weighing.overlaps);
  if ('kind' in taken) return taken;
  const heirs = findContinued(proposed, olds);
  if ('kind' in heirs) return heirs;
  const takerOf = (overlap: Overlap): number =>
    taken.get(overlap) ?? heirs.get(overlap.left) ?? KEPT;
  const drawn = proposed.map(({ name }, at): DrawnArea => {
    const pieces = weighing.overlaps.flatMap(({ overlap }) =>
      takerOf(overlap) === at ? [overlap] : [],
    );
    const old = olds.find((each) => heirs.get(each) === at);
    return { area: proposedArea(name, at, { left, old, pieces, all: proposed.length }), pieces };
  });
  const given = weighing.overlaps.map((each): Given => ({
    ...each,
    owner: drawn[takerOf(each.overlap)]?.area ?? each.overlap.left,
  }));
  const change = changeOf(olds, given);
  return {
    proposed: drawn,
    after: coterminosity({
      overlaps: joined(given.map(({ owner, ...each }) => withArea(each, 'left', owner))),
      totalOf: totalsOf(given, weighing.totalOf),
    }),
    change,
    movers: moversOf(given, change),
  };
}

/** Of a piece nobody takes. */
const KEPT = -1;

function takePieces(
  proposed: readonly ProposedArea[],
  overlaps: readonly Weighed[],
): Map<Overlap, number> | Undrawable {
  const taken = new Map<Overlap, number>();
  const byCodes = new Map(overlaps.map(({ overlap }) => [codesOf(overlap), overlap]));
  for (const [at, { pieces }] of proposed.entries())
    for (const { left, right } of pieces) {
      const overlap = byCodes.get(`${left} ${right}`);
      if (!overlap) return { kind: 'no-such-piece', left, right };
      if (taken.has(overlap)) return { kind: 'given-twice', overlap };
      taken.set(overlap, at);
    }
  return taken;
}

function codesOf({ left, right }: Overlap): string {
  return `${left.code} ${right.code}`;
}

/** Which old area goes on as which proposed one. */
function findContinued(
  proposed: readonly ProposedArea[],
  olds: readonly Area[],
): Map<Area, number> | Undrawable {
  const heirs = new Map<Area, number>();
  for (const [at, { continues }] of proposed.entries()) {
    if (continues === null || continues === undefined) continue;
    const area = olds.find((old) => hasCode(old, continues));
    if (!area) return { kind: 'no-such-area', code: continues };
    if (heirs.has(area)) return { kind: 'continued-twice', area };
    heirs.set(area, at);
  }
  return heirs;
}

/** Judged by the pieces alone: ground of an old area that the right set does not cover stays as it is. */
function changeOf(olds: readonly Area[], given: readonly Given[]): BoundaryChange {
  const standIns = new Map(
    olds.map((old) => [
      old,
      {
        ...old,
        ...countsOf(given.map(({ overlap }) => overlap).filter(({ left }) => left === old)),
      },
    ]),
  );
  const standInOf = (area: Area): Area => standIns.get(area) ?? area;
  const realOnes = new Map([...standIns].map(([real, standIn]): [Area, Area] => [standIn, real]));
  const real = (area: Area): Area => realOnes.get(area) ?? area;
  const news = [...new Set(given.map(({ owner }) => owner))];
  const pieces = joined(
    given.map(({ owner, ...each }) =>
      withArea(withArea(each, 'left', standInOf(each.overlap.left)), 'right', owner),
    ),
  );
  const found = boundaryChange(
    olds.map(standInOf),
    news,
    pieces.map(({ overlap }) => overlap),
  );
  return {
    ...found,
    areas: found.areas.map((each) => ({ ...each, area: real(each.area) })),
    ended: found.ended.map(real),
  };
}

/** What the right set does not cover of an area goes on counting while the area does. */
function totalsOf(
  given: readonly Given[],
  totalOf: (area: Area) => number,
): (area: Area) => number {
  const [before, after] = [new Map<Area, number>(), new Map<Area, number>()];
  for (const { overlap, owner, weight } of given) {
    before.set(overlap.left, (before.get(overlap.left) ?? 0) + weight);
    after.set(owner, (after.get(owner) ?? 0) + weight);
  }
  const uncovered = (old: Area | undefined): number =>
    old ? totalOf(old) - (before.get(old) ?? 0) : 0;
  const continued = (owner: Area): Area | undefined =>
    [...before.keys()].find((old) => old === owner || old.code === owner.code);
  return (area) => {
    const sum = after.get(area);
    return sum === undefined ? totalOf(area) : sum + uncovered(continued(area));
  };
}

function moversOf(given: readonly Given[], { areas }: BoundaryChange): Mover[] {
  const changes = new Map(areas.map((each) => [each.area, each]));
  return given
    .flatMap(({ overlap, owner: to }): Mover[] => {
      const { left: from, right, km2, postcodes, residents } = overlap;
      const found = changes.get(from);
      const fate = found?.successors.find(({ area }) => area === to)?.fate;
      if (!fate || fate === 'SAME_BODY' || found.change === 'RENAMED') return [];
      return [{ from, to, right, km2, postcodes, residents, fate }];
    })
    .sort((a, b) => (b.residents ?? 0) - (a.residents ?? 0) || b.postcodes - a.postcodes);
}

type Drawn = {
  readonly left: BoundarySet;
  /** The area it continues. */
  readonly old: Area | undefined;
  readonly pieces: readonly Overlap[];
  /** How many are proposed. */
  readonly all: number;
};

/** Ids below 0 are of no release, so that nothing of one is ever taken for a proposed area. */
function proposedArea(name: string, at: number, { left, old, pieces, all }: Drawn): Area {
  return {
    id: at - all,
    set: { ...left, status: 'PROPOSED' },
    code: old?.code ?? `proposed-${at + 1}`,
    gss: old?.gss ?? null,
    ods: old?.ods ?? null,
    name,
    ...countsOf(pieces),
  };
}

function countsOf(pieces: readonly Overlap[]): Counts {
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

function withArea({ overlap, weight }: Weighed, side: 'left' | 'right', area: Area): Weighed {
  return { overlap: { ...overlap, [side]: area }, weight };
}

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
