import type { Comparison, Overlap } from '../compare-boundaries/ask.ts';
import {
  hasChanges,
  isNew,
  type Owner,
  ownerOf,
  type Piece,
  type Subject,
  type Work,
} from './work.ts';

/** What there is to give away, and to whom. */
export type Ground = {
  readonly comparison: Comparison;
  readonly subject: Subject;
  /** Of the left set, by name. */
  readonly areas: readonly NamedArea[];
  /** Of the right set, by name. */
  readonly partners: readonly NamedArea[];
};

export type NamedArea = { readonly code: string; readonly name: string };

export function groundOf(comparison: Comparison, subject: Subject): Ground {
  return {
    comparison,
    subject,
    areas: byName(comparison.overlaps.map(({ left }) => left)),
    partners: byName(comparison.overlaps.map(({ right }) => right)),
  };
}

function byName(areas: readonly NamedArea[]): NamedArea[] {
  return [...new Map(areas.map((area) => [area.code, area])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'en-GB'),
  );
}

export function pieceOf({ left, right }: Overlap): Piece {
  return { left: left.code, right: right.code };
}

export function nameOf({ areas }: Ground, { names }: Work, owner: Owner): string {
  return names.get(owner) ?? areas.find(({ code }) => code === owner)?.name ?? owner;
}

/** Every area a piece can be given to: those of today, and then the new ones. */
export function ownersOf(ground: Ground, work: Work): readonly (readonly [Owner, string])[] {
  const owners = [...ground.areas.map(({ code }) => code), ...[...work.names.keys()].filter(isNew)];
  return owners.map((owner) => [owner, nameOf(ground, work, owner)] as const);
}

export function piecesWith(ground: Ground, work: Work, owner: Owner): readonly Overlap[] {
  return ground.comparison.overlaps.filter((overlap) => ownerOf(work, pieceOf(overlap)) === owner);
}

/** Says what is wrong with a name for an area; undefined when nothing is. */
export function faultOfName(
  ground: Ground,
  work: Work,
  { name, of }: { readonly name: string; readonly of: Owner | null },
): string | undefined {
  if (name.trim() === '') return 'Write a name for the area.';
  if (name.length > 120) return 'Write a name of at most 120 characters.';
  const taken = ownersOf(ground, work).some(
    ([owner, other]) => owner !== of && other.toLowerCase() === name.trim().toLowerCase(),
  );
  return taken ? `There is already an area called ${name.trim()}. Write another name.` : undefined;
}

/** Names of both sides a file speaks of that this ground has not; undefined when it has all. */
export function missingFrom(ground: Ground, pieces: readonly Piece[]): Piece | undefined {
  return pieces.find(
    ({ left, right }) =>
      !ground.comparison.overlaps.some(
        (overlap) => overlap.left.code === left && overlap.right.code === right,
      ),
  );
}

/** The proposal on the desk where it is about this ground; null where it is about other ground. */
export function workHere(work: Work | null, isSame: boolean, fresh: Work): Work | null {
  if (work === null || (!isSame && !hasChanges(work))) return fresh;
  return isSame ? work : null;
}
