/** Which sets a proposal redraws and holds against each other, and on what ground. */
export type Subject = {
  readonly left: string;
  readonly right: string;
  /** `YYYY-MM-DD`. */
  readonly asAt: string;
  /** Code of the one area looked at; null is everywhere. */
  readonly within: string | null;
};

/** Ground two areas share, by their codes. */
export type Piece = { readonly left: string; readonly right: string };

/** Code of an area of the left set, or `new:1` for the first new one. No publisher’s code has a colon. */
export type Owner = string;

/** A proposal as it is being drawn. It lives on the page and in files, never on the server. */
export type Work = {
  readonly subject: Subject;
  readonly title: string;
  /** What new areas, and areas with another name than today’s, are called. */
  readonly names: ReadonlyMap<Owner, string>;
  /** Pieces that are with another area than today, by `pieceKey`. */
  readonly given: ReadonlyMap<string, { readonly piece: Piece; readonly to: Owner }>;
};

/** An area as a proposal names it, to the service and in a file. */
export type ProposedArea = {
  readonly name: string;
  readonly continues?: string;
  readonly pieces: readonly Piece[];
};

export const UNTITLED = 'My proposal';

export function noWork(subject: Subject): Work {
  return { subject, title: UNTITLED, names: new Map(), given: new Map() };
}

export function hasChanges({ names, given }: Work): boolean {
  return names.size > 0 || given.size > 0;
}

export function isSameSubject(one: Subject, other: Subject): boolean {
  return (
    one.left === other.left &&
    one.right === other.right &&
    one.asAt === other.asAt &&
    one.within === other.within
  );
}

export function pieceKey({ left, right }: Piece): string {
  return `${left} ${right}`;
}

export function ownerOf({ given }: Work, piece: Piece): Owner {
  return given.get(pieceKey(piece))?.to ?? piece.left;
}

export function isNew(owner: Owner): boolean {
  return owner.startsWith(NEW);
}

const NEW = 'new:';

/** A piece given back to its own area is no change; a new area without pieces is gone. */
export function give(work: Work, pieces: readonly Piece[], to: Owner): Work {
  const given = new Map(work.given);
  for (const piece of pieces)
    if (piece.left === to) given.delete(pieceKey(piece));
    else given.set(pieceKey(piece), { piece, to });
  return withoutEmpty({ ...work, given });
}

export function giveToNew(work: Work, pieces: readonly Piece[], name: string): Work {
  if (pieces.length === 0) return work;
  const owner = nextNew(work);
  return give({ ...work, names: new Map(work.names).set(owner, name) }, pieces, owner);
}

/** All pieces of the one go to the other, which keeps its name unless it is given another. */
export function merge(
  work: Work,
  pieces: readonly Piece[],
  merging: { readonly from: Owner; readonly into: Owner; readonly name: string },
): Work {
  const ofFrom = pieces.filter((piece) => ownerOf(work, piece) === merging.from);
  const merged = give(work, ofFrom, merging.into);
  return merging.name === '' ? merged : rename(merged, merging.into, merging.name);
}

/** Null gives an area of today its own name back. */
export function rename(work: Work, owner: Owner, name: string | null): Work {
  const names = new Map(work.names);
  if (name === null) names.delete(owner);
  else names.set(owner, name);
  return { ...work, names };
}

function nextNew({ names }: Work): Owner {
  const numbers = [...names.keys()].filter(isNew).map((owner) => Number(owner.slice(NEW.length)));
  return `${NEW}${Math.max(0, ...numbers) + 1}`;
}

function withoutEmpty(work: Work): Work {
  const owners = new Set([...work.given.values()].map(({ to }) => to));
  const names = [...work.names].filter(([owner]) => !isNew(owner) || owners.has(owner));
  return { ...work, names: new Map(names) };
}

/** What to ask the service and to write in a file: only what would change. */
export function proposedAreas(work: Work, nameOf: (owner: Owner) => string): ProposedArea[] {
  const pieces = Map.groupBy(work.given.values(), ({ to }) => to);
  return [...new Set([...work.names.keys(), ...pieces.keys()])].map((owner) => ({
    name: nameOf(owner),
    ...(!isNew(owner) && { continues: owner }),
    pieces: (pieces.get(owner) ?? []).map(({ piece }) => piece),
  }));
}

/** The proposal that such areas make. */
export function workOf(
  subject: Subject,
  title: string,
  areas: readonly ProposedArea[],
  todaysName: (code: string) => string | undefined,
): Work {
  return areas.reduce<Work>(
    (work, { name, continues, pieces }) => {
      if (continues === undefined) return giveToNew(work, pieces, name);
      const given = give(work, pieces, continues);
      return todaysName(continues) === name ? given : rename(given, continues, name);
    },
    { ...noWork(subject), title },
  );
}
