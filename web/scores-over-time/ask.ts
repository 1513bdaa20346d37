import { graphql } from '../api/generated/index.ts';
import type { HistoryQuery } from '../api/generated/graphql.ts';

export const HISTORY = graphql(`
  query History(
    $left: String!
    $right: [String!]!
    $from: Date!
    $to: Date!
    $weight: Weight!
    $within: String
  ) {
    coterminosityHistory(
      left: $left
      right: $right
      from: $from
      to: $to
      weight: $weight
      within: $within
    ) {
      from
      to
      left {
        ...SetInHistory
      }
      right {
        ...SetInHistory
      }
      scores {
        leftCount
        rightCount
        homogeneity
        completeness
        vMeasure
        leftInRight
        rightInLeft
      }
      refused
    }
    release {
      id
    }
  }
  fragment SetInHistory on BoundarySet {
    kind
    edition
    status
    areaCount
  }
`);

export type HistoryPeriod = HistoryQuery['coterminosityHistory'][number];
export type Scores = NonNullable<HistoryPeriod['scores']>;
