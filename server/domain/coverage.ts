import { type Area, hasCode, type Kind } from './area.ts';

export type AreaRef = { readonly kind: Kind; readonly code: string };

/** Ground that lies in all of these areas at once: one term of a coverage. */
export type CoverageTerm = readonly AreaRef[];

/** A term holds on ground whose areas, one per kind, include every area it names. */
export function coversGround(covers: readonly CoverageTerm[], ground: readonly Area[]): boolean {
  return covers.some((term) =>
    term.every(({ kind, code }) =>
      ground.some((area) => area.set.kind === kind && hasCode(area, code)),
    ),
  );
}

/** True when a term of the coverage names the area. */
export function coversArea(covers: readonly CoverageTerm[], area: Area): boolean {
  return covers.some((term) =>
    term.some(({ kind, code }) => area.set.kind === kind && hasCode(area, code)),
  );
}
