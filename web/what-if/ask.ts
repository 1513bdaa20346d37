import { graphql } from '../api/generated/index.ts';
import type { WhatIfQuery } from '../api/generated/graphql.ts';

export const WHAT_IF = graphql(`
  query WhatIf(
    $left: String!
    $right: String!
    $asAt: Date
    $weight: Weight
    $within: String
    $areas: [ProposedAreaInput!]!
  ) {
    proposal(
      left: $left
      right: $right
      asAt: $asAt
      weight: $weight
      within: $within
      areas: $areas
    ) {
      before {
        ...Scores
      }
      after {
        ...Scores
      }
      areas {
        area {
          code
          name
        }
        change
        successors {
          area {
            code
            name
          }
          took {
            residents
            postcodes
            km2
          }
        }
      }
      moved {
        residents
        postcodes
        km2
      }
      movers {
        from {
          code
          name
        }
        to {
          name
        }
        right {
          code
          name
        }
        counts {
          residents
          postcodes
          km2
        }
        fate
      }
      affected {
        team {
          id
          name
          organisation
        }
        areas {
          name
        }
      }
    }
  }

  fragment Scores on Coterminosity {
    leftCount
    rightCount
    homogeneity
    completeness
    vMeasure
    leftInRight
    rightInLeft
  }
`);

export type Outcome = WhatIfQuery['proposal'];
export type ScoresOfSet = Outcome['before'];
