import { type Area, hasCode } from './area.ts';
import { type Counts, sumOf } from './counts.ts';
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

export const FATES = ['SAME_BODY', 'OTHER_BODY', 'MOVED'] as const;
/**
 * What became of the people on a piece of an old area. Each old area has one heir: the area of the same body,
 * else the one that took most of its people. With the heir they keep their body or get another; those who are
 * with any other area have moved.
 */
export type Fate = (typeof FATES)[number];

/** An area of afterwards, and what of the old one it took. */
export type Successor = Counts & {
  readonly area: Area;
  readonly fate: Fate;
  readonly shares: Shares;
};

export type AreaChange = {
  readonly area: Area;
  readonly change: AreaChangeWord;
  /** Most people first. */
  readonly successors: readonly Successor[];
  /** Of its successors, what the heir did not take. */
  readonly moved: Counts;
  /** Of its successors, what areas of another body took. */
  readonly otherBody: Counts;
  /** What no area of afterwards took: sea and slivers too. */
  readonly inNone: Counts;
  readonly remainder: Shares;
};

export type BoundaryChange = {
  readonly areas: readonly AreaChange[];
  /** Areas of afterwards whose code no area of before had. */
  readonly appeared: readonly Area[];
  /** Areas of before whose code no area of afterwards has. */
  readonly ended: readonly Area[];
  readonly moved: Counts;
  readonly otherBody: Counts;
  readonly inNone: Counts;
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
    const successors = successorsOf(area, byOld.get(area) ?? []);
    const inNone = leftOver(area, sumOf(successors));
    const remainder = sharesOf(inNone, area);
    const isAlone = (heir: Area): boolean => oldOnes.get(heir)?.length === 1;
    return {
      area,
      change: changeOf(area, successors, { remainder, isAlone }),
      successors,
      moved: sumOf(successors.filter(({ fate }) => fate === 'MOVED')),
      otherBody: sumOf(successors.filter((each) => !isSameBody(area, each.area))),
      inNone,
      remainder,
    };
  });
  return {
    areas,
    appeared: after.filter((area) => !before.some((old) => isSameBody(old, area))),
    ended: before.filter((area) => !after.some((later) => isSameBody(area, later))),
    moved: sumOf(areas.map(({ moved }) => moved)),
    otherBody: sumOf(areas.map(({ otherBody }) => otherBody)),
    inNone: sumOf(areas.map(({ inNone }) => inNone)),
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

/** Most people first. */
function successorsOf(area: Area, overlaps: readonly Overlap[]): Successor[] {
  const taken = overlaps.map(successor).sort(byPeople);
  const same = taken.find((each) => isSameBody(area, each.area));
  const heir = same ?? taken[0];
  return taken.map((each) => ({ ...each, fate: each === heir ? fateOfHeir(same) : 'MOVED' }));
}

function fateOfHeir(same: object | undefined): Fate {
  return same ? 'SAME_BODY' : 'OTHER_BODY';
}

type Taken = Omit<Successor, 'fate'>;

function successor({ left, right, km2, postcodes, residents }: Overlap): Taken {
  const took = { km2, postcodes, residents };
  return { area: right, ...took, shares: sharesOf(took, left) };
}

function byPeople(one: Taken, other: Taken): number {
  return (
    (other.residents ?? 0) - (one.residents ?? 0) ||
    other.postcodes - one.postcodes ||
    other.km2 - one.km2 ||
    one.area.id - other.area.id
  );
}

function leftOver(area: Area, taken: Counts): Counts {
  return {
    km2: Math.max(0, area.km2 - taken.km2),
    postcodes: Math.max(0, area.postcodes - taken.postcodes),
    residents:
      area.residents === null || taken.residents === null
        ? null
        : Math.max(0, area.residents - taken.residents),
  };
}

function sharesOf(part: Counts, whole: Area): Shares {
  const { postcodes, residents } = whole;
  return {
    km2: whole.km2 > 0 ? part.km2 / whole.km2 : 0,
    postcodes: postcodes > 0 ? part.postcodes / postcodes : null,
    residents:
      residents !== null && residents > 0 && part.residents !== null
        ? part.residents / residents
        : null,
  };
}
