import { graphql } from '../../api/generated/index.ts';
import type { OverlapShapesQuery } from '../../api/generated/graphql.ts';
import { type Comparison, keyOf } from '../ask.ts';
import { onlyPartnersOf } from '../only-partners.ts';
import { uncovered } from '../remainders.ts';
import type { About } from './about.ts';
import { overlapRecord } from './overlaps-csv.ts';

/** The lines as they are kept, not as they are drawn on the page. */
export const OVERLAP_SHAPES = graphql(`
  query OverlapShapes(
    $left: String!
    $right: String!
    $asAt: Date
    $weight: Weight
    $within: String
  ) {
    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {
      overlaps {
        left {
          code
        }
        right {
          code
        }
        boundary
      }
      release {
        id
      }
    }
  }
`);

/** After RFC 7946, with members of our own that say where it comes from. */
export function overlapsGeoJson(
  comparison: Comparison,
  about: About,
  { coterminosity }: OverlapShapesQuery,
): string {
  const shapes = new Map(coterminosity.overlaps.map((each) => [keyOf(each), each.boundary]));
  return JSON.stringify({
    type: 'FeatureCollection',
    metadata: {
      ...about,
      slivers: comparison.slivers,
      notCovered: uncovered(comparison, about.only).map(({ side, area, share }) => ({
        side,
        code: area.code,
        name: area.name,
        share,
      })),
    },
    features: onlyPartnersOf(comparison, about.only).overlaps.map((overlap) => ({
      type: 'Feature',
      id: keyOf(overlap),
      properties: overlapRecord(overlap),
      geometry: shapes.get(keyOf(overlap)) ?? null,
    })),
  });
}
