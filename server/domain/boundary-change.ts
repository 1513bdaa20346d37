import { type Area, hasCode } from './area.ts';
import { WHOLE } from './coterminosity.ts';
import type { Overlap } from './overlap.ts';

export const AREA_CHANGES = [
  'UNCHANGED',
  'RENAMED',
  'REDRAWN',
  'MERGED',
  'SPLIT',
  'ENDED',
] as const;
/**
 * What became of an area. The same ground: unchanged, or renamed when its name or code is another. The same
 * body on other ground: redrawn. Else all of it is in one larger area (merged), in several or partly in none
 * (split), or in none (ended).
 */
export type AreaChangeWord = (typeof AREA_CHANGES)[number];

/** Shares are of the old area; null where there is nothing to share out, or nobody counted. */
export type Shares = {
  readonly km2: number;
  readonly postcodes: number | null;
  readonly residents: number | null;
};

/** An area of afterwards, and what of the old one it took. */
export type Successor = Counts & { readonly area: Area; readonly shares: Shares };

export type Counts = {
  readonly km2: number;
  readonly postcodes: number;
  /** Null where nobody counted. */
  readonly residents: number | null;
};

export type AreaChange = {
  readonly area: Area;
  readonly change: AreaChangeWord;
  /** Most people first. */
  readonly successors: readonly Successor[];
  /** What no area of afterwards took: sea and slivers too. */
  readonly remainder: Shares;
};

export type BoundaryChange = {
  readonly areas: readonly AreaChange[];
  /** Areas of afterwards whose code no area of before had. */
  readonly appeared: readonly Area[];
  /** Areas of before whose code no area of afterwards has. */
  readonly ended: readonly Area[];
  /** What left the heir of its old area: that of the same body, else the one with most of its people. */
  readonly moved: Counts;
};

/** One old area, several new ones: overlaps have the old area on the left, slivers left out. */
export function boundaryChange(
  before: readonly Area[],
  after: readonly Area[],
  overlaps: readonly Overlap[],
): BoundaryChange {
  const byOld = Map.groupBy(overlaps, ({ left }) => left);
  const oldOnes = Map.groupBy(overlaps, ({ right }) => right);
  const areas = before.map((area) => {
    const successors = (byOld.get(area) ?? []).map(successor).sort(byPeople);
    const remainder = remainderOf(area, successors);
    const isAlone = (heir: Area): boolean => oldOnes.get(heir)?.length === 1;
    return {
      area,
      change: changeOf(area, successors, { remainder, isAlone }),
      successors,
      remainder,
    };
  });
  return {
    areas,
    appeared: after.filter((area) => !before.some((old) => isSameBody(old, area))),
    ended: before.filter((area) => !after.some((later) => isSameBody(area, later))),
    moved: sum(areas.flatMap(({ area, successors }) => withoutHeir(area, successors))),
  };
}

/** Codes outlive lines: ODS and GSS codes change apart from each other, so one that stays is enough. */
function isSameBody(old: Area, later: Area): boolean {
  return [old.code, old.gss, old.ods].some((code) => code !== null && hasCode(later, code));
}

type Setting = { readonly remainder: Shares; readonly isAlone: (heir: Area) => boolean };

function changeOf(
  area: Area,
  successors: readonly Successor[],
  { remainder, isAlone }: Setting,
): AreaChangeWord {
  const [heir, ...others] = successors;
  if (!heir) return 'ENDED';
  const whole = others.length === 0 && (remainder.postcodes ?? remainder.km2) <= 1 - WHOLE;
  if (whole && isAlone(heir.area))
    return area.name === heir.area.name && isSameBody(area, heir.area) ? 'UNCHANGED' : 'RENAMED';
  if (successors.some((each) => isSameBody(area, each.area))) return 'REDRAWN';
  return whole ? 'MERGED' : 'SPLIT';
}

function successor({ left, right, km2, postcodes, residents }: Overlap): Successor {
  return {
    area: right,
    km2,
    postcodes,
    residents,
    shares: {
      km2: km2 / left.km2,
      postcodes: left.postcodes > 0 ? postcodes / left.postcodes : null,
      residents:
        left.residents !== null && left.residents > 0 && residents !== null
          ? residents / left.residents
          : null,
    },
  };
}

function byPeople(one: Successor, other: Successor): number {
  return (
    (other.residents ?? 0) - (one.residents ?? 0) ||
    other.postcodes - one.postcodes ||
    other.km2 - one.km2 ||
    one.area.id - other.area.id
  );
}

function remainderOf(area: Area, successors: readonly Successor[]): Shares {
  const rest = (whole: number | null, taken: (each: Counts) => number | null): number | null => {
    const parts = successors.map(taken);
    if (whole === null || whole <= 0 || parts.includes(null)) return null;
    return Math.max(0, 1 - parts.reduce<number>((total, part) => total + (part ?? 0), 0) / whole);
  };
  return {
    km2: rest(area.km2, ({ km2 }) => km2) ?? 0,
    postcodes: rest(area.postcodes, ({ postcodes }) => postcodes),
    residents: rest(area.residents, ({ residents }) => residents),
  };
}

function withoutHeir(area: Area, successors: readonly Successor[]): Successor[] {
  const heir = successors.find((each) => isSameBody(area, each.area)) ?? successors[0];
  return successors.filter((each) => each !== heir);
}

function sum(parts: readonly Counts[]): Counts {
  return parts.reduce<Counts>(
    (total, { km2, postcodes, residents }) => ({
      km2: total.km2 + km2,
      postcodes: total.postcodes + postcodes,
      residents:
        total.residents === null || residents === null ? null : total.residents + residents,
    }),
    { km2: 0, postcodes: 0, residents: 0 },
  );
}
