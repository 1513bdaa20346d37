import type { Area, BoundarySet } from '../../domain/area.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import type { WeighedOverlap } from '../../domain/coterminosity.ts';
import type { Release } from '../../domain/release.ts';
import { boxOf, type Shape } from '../../domain/shape.ts';

export type Members = Readonly<Record<string, unknown>>;

/** What every answer says of itself besides its features (RFC 7946, section 6.1). */
export function aboutAnswer(
  { id, loadedAt, notices, sources }: Release,
  date: LocalDate,
  sets: readonly BoundarySet[],
): Members {
  return {
    date,
    release: { id, loadedAt },
    licence: [...new Set(sets.map(({ licence }) => licence))].join(' AND '),
    attribution: [...new Set(sources.map(({ attribution }) => attribution))],
    notices,
    boundarySets: sets.map((set) => ({
      kind: set.kind,
      edition: set.edition,
      from: set.period.from,
      to: set.period.to,
      status: set.status,
      source: set.source,
      licence: set.licence,
      resolutionMetres: set.resolutionMetres,
    })),
  };
}

export function areaFeature(area: Area, shape: Shape | undefined): Members {
  const { set, km2, postcodes, residents } = area;
  return {
    ...feature(area.code, shape),
    properties: {
      ...named(area),
      from: set.period.from,
      to: set.period.to,
      status: set.status,
      km2,
      postcodes,
      residents: whole(residents),
    },
  };
}

export function overlapFeature(overlap: WeighedOverlap, shape: Shape | undefined): Members {
  const { left, right, km2, postcodes, residents } = overlap;
  const { shareOfLeft, shareOfRight, relation } = overlap;
  return {
    ...feature(`${left.code} ${right.code}`, shape),
    properties: {
      left: named(left),
      right: named(right),
      km2,
      postcodes,
      residents: whole(residents),
      shareOfLeft,
      shareOfRight,
      relation,
    },
  };
}

function feature(id: string, shape: Shape | undefined): Members {
  return {
    type: 'Feature',
    id,
    ...(shape && { bbox: boxOf(shape) }),
    geometry: shape ?? null,
  };
}

function named({ set, code, gss, ods, name }: Area): Members {
  return { kind: set.kind, code, gss, ods, name };
}

function whole(count: number | null): number | null {
  return count === null ? null : Math.round(count);
}
