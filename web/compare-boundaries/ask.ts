import { graphql } from '../api/generated/index.ts';
import type { CompareQuery } from '../api/generated/graphql.ts';

export const SETS = graphql(`
  query Sets {
    boundarySets {
      kind
      from
      to
    }
  }
`);

export const COUNCILS = graphql(`
  query Councils($asAt: Date) {
    areas(kind: "upper-tier", asAt: $asAt) {
      kind
      code
      gss
      name
    }
  }
`);

export const COMPARE = graphql(`
  query Compare($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String) {
    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {
      left
      right
      asAt
      weight
      leftCount
      rightCount
      homogeneity
      completeness
      vMeasure
      leftInRight
      rightInLeft
      overlaps {
        left {
          code
          name
        }
        right {
          code
          name
        }
        arrangements {
          id
          type
          name
          description
          checkedOn
          stale
          contact {
            label
            phone
          }
        }
        km2
        postcodes
        residents
        weight
        shareOfLeft
        shareOfRight
        relation
      }
      misfits(first: 10) {
        left {
          code
          name
        }
        right {
          code
          name
        }
      }
      ofLeft: partners(side: LEFT) {
        ...PartnersOfArea
      }
      ofRight: partners(side: RIGHT) {
        ...PartnersOfArea
      }
      remainders {
        area {
          kind
          code
          name
        }
        weight
        share
      }
      slivers {
        count
        km2
      }
      release {
        id
        sources {
          licence
          attribution
        }
      }
    }
  }
  fragment PartnersOfArea on Partners {
    area {
      code
      name
    }
    count
    effective
    main {
      name
    }
    mainShare
  }
`);

/** The lines, asked for after the figures. `remainders` names each area of both sides once, the left side first. */
export const LINES = graphql(`
  query Lines(
    $left: String!
    $right: String!
    $asAt: Date
    $weight: Weight
    $within: String
    $points: Int
  ) {
    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {
      leftCount
      overlaps {
        left {
          code
        }
        right {
          code
        }
        shareOfLeft
        boundary(maxPoints: $points)
      }
      remainders {
        area {
          name
          boundary(maxPoints: $points)
        }
      }
    }
  }
`);

export type Comparison = CompareQuery['coterminosity'];
export type Partners = Comparison['ofLeft'][number];
export type Overlap = Comparison['overlaps'][number];

type Pair = { readonly left: { readonly code: string }; readonly right: { readonly code: string } };

export function keyOf({ left, right }: Pair): string {
  return `${left.code} ${right.code}`;
}
