import type { Area, BoundarySet, BoundaryStatus } from '../../server/domain/area.ts';
import { localDate } from '../../server/domain/calendar.ts';
import type { Overlap } from '../../server/domain/overlap.ts';

/** A drawn world of squares in a row: each 1 km², 10 postcodes and 1,000 people. */
export type StripArea = Area & { readonly squares: readonly number[] };

export function setOf(
  id: number,
  kind: string,
  from: string | null,
  to: string | null,
  status: BoundaryStatus = 'OFFICIAL',
): BoundarySet {
  return {
    id,
    kind,
    edition: `${id}`,
    period: {
      from: from === null ? null : localDate(from),
      to: to === null ? null : localDate(to),
    },
    status,
    source: 'Drawn by hand',
    licence: 'MIT',
    resolutionMetres: 1,
  };
}

export function stripArea(
  set: BoundarySet,
  {
    id,
    code,
    squares,
  }: { readonly id: number; readonly code: string; readonly squares: readonly number[] },
): StripArea {
  return { id, set, code, gss: null, ods: null, name: code, squares, ...worth(squares.length) };
}

export function stripOverlaps(
  lefts: readonly StripArea[],
  rights: readonly StripArea[],
): Overlap[] {
  return lefts.flatMap((left) =>
    rights.flatMap((right) => {
      const shared = left.squares.filter((square) => right.squares.includes(square)).length;
      return shared === 0 ? [] : [{ left, right, ...worth(shared) }];
    }),
  );
}

function worth(squares: number): { km2: number; postcodes: number; residents: number } {
  return { km2: squares, postcodes: squares * 10, residents: squares * 1000 };
}
