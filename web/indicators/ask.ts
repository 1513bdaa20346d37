import { graphql } from '../api/generated/index.ts';
import type { KnownAreasQuery, RecutQuery } from '../api/generated/graphql.ts';

/** Every code an area may be written by. */
export const KNOWN_AREAS = graphql(`
  query KnownAreas($kind: String!, $asAt: Date) {
    areas(kind: $kind, asAt: $asAt) {
      code
      gss
      ods
      name
    }
  }
`);

export type KnownArea = KnownAreasQuery['areas'][number];

export const RECUT = graphql(`
  query Recut(
    $left: String!
    $right: String!
    $asAt: Date
    $weight: Weight
    $within: String
    $counts: [AreaCountInput!]!
  ) {
    recut(
      left: $left
      right: $right
      asAt: $asAt
      weight: $weight
      within: $within
      counts: $counts
    ) {
      total
      unplaced
      crossing
      areas {
        area {
          code
          name
        }
        count
        atLeast
        atMost
        standardError
      }
    }
  }
`);

export type Recut = RecutQuery['recut'];
