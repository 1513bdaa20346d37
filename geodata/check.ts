import type { ReleaseContent } from '../server/database/release-content.ts';
import type { Area } from '../server/domain/area.ts';
import type { Doubled } from './apart.ts';
import { addTo } from './cells.ts';

/** Ground of one area that a whole other set leaves uncovered, found apart from the overlaps. */
export type Remainder = { readonly area: Area; readonly otherSet: number; readonly km2: number };

/** Shares of an area and what is left of it add up to 1 within this. */
const CLOSE = 1e-9;
/** Below this share the two lines were not drawn for each other. */
const WELL_COVERED = 0.99;

/** What must hold of a release before it is written: a sentence for each thing that does not. */
export function checkContent(
  content: ReleaseContent,
  remainders: readonly Remainder[],
  doubled: readonly Doubled[] = [],
): string[] {
  return [
    ...overlapFaults(content),
    ...remainderFaults(content, remainders, doubled),
    ...tierFaults(content),
    ...cellFaults(content),
  ];
}

function overlapFaults({ overlaps, areas }: ReleaseContent): string[] {
  return overlaps.flatMap(({ left, right, km2 }) => {
    const [one, other] = [areas[left]?.area, areas[right]?.area];
    if (!one || !other || one.set.id >= other.set.id)
      return [`The overlap of areas ${left} and ${right} is not of two sets in order`];
    const most = Math.min(one.km2, other.km2);
    return km2 <= most * (1 + CLOSE)
      ? []
      : [`${say(one)} and ${say(other)} share ${km2} km², more than the smaller has (${most})`];
  });
}

function remainderFaults(
  { overlaps, areas }: ReleaseContent,
  remainders: readonly Remainder[],
  doubled: readonly Doubled[],
): string[] {
  const covered = new Map<string, number>();
  for (const { left, right, km2 } of overlaps) {
    for (const [area, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const key = `${area} ${areas[other]?.area.set.id ?? ''}`;
      covered.set(key, (covered.get(key) ?? 0) + km2);
    }
  }
  const doubledIn = doubledBySet(areas, doubled);
  return remainders.flatMap(({ area, otherSet, km2 }) => {
    const whole = ((covered.get(`${area.id} ${otherSet}`) ?? 0) + km2) / area.km2;
    const twice = (doubledIn.get(otherSet) ?? 0) / area.km2;
    return whole >= 1 - CLOSE && whole <= 1 + twice + CLOSE
      ? []
      : [
          `The parts of ${say(area)} in set ${otherSet} and the rest of it make ${whole} of it, not 1: areas of that set overlap each other`,
        ];
  });
}

/** Slivers between areas of one set are counted twice: so much more than the whole may be found. */
function doubledBySet(
  areas: ReleaseContent['areas'],
  doubled: readonly Doubled[],
): Map<number | undefined, number> {
  const sums = new Map<number | undefined, number>();
  for (const { left, km2 } of doubled) addTo(sums, areas[left]?.area.set.id, km2);
  return sums;
}

/** Upper tiers are made of districts, so a place in one is in the other. */
function tierFaults({ cells, areas }: ReleaseContent): string[] {
  const kindsOf = (ids: readonly number[]): Set<string> =>
    new Set(ids.map((id) => areas[id]?.area.set.kind ?? ''));
  if (!areas.some(({ area }) => area.set.kind === 'upper-tier')) return [];
  const inDistrict = cells.filter((cell) => kindsOf(cell.areas).has('district'));
  const inBoth = inDistrict.filter((cell) => kindsOf(cell.areas).has('upper-tier'));
  const [total, both] = [sumPostcodes(inDistrict), sumPostcodes(inBoth)];
  return both >= total * WELL_COVERED
    ? []
    : [`Of ${total} postcodes in a district only ${both} are in an upper tier too`];
}

function sumPostcodes(cells: ReleaseContent['cells']): number {
  return cells.reduce((sum, { postcodes }) => sum + postcodes, 0);
}

function cellFaults({ release, cells, sectors }: ReleaseContent): string[] {
  const uneven = sectors.find(
    (sector) => Math.abs(sector.cells.reduce((sum, [, share]) => sum + share, 0) - 1) > CLOSE,
  );
  return [
    ...(uneven ? [`The shares of sector ${uneven.sector} do not add up to 1`] : []),
    ...(cells.length === 0
      ? [`${nothingPlaced(release.coverage)}: nothing could be answered`]
      : []),
  ];
}

function nothingPlaced({ listsUnits }: ReleaseContent['release']['coverage']): string {
  return listsUnits ? 'No postcode lies in any of the areas' : 'The release names no postcodes';
}

function say({ set, code, name }: Area): string {
  return `${set.kind} ${set.edition} ${code} (${name})`;
}
