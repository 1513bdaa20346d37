import { graphql } from '../api/generated/index.ts';
import type { CoverQuery, CoversQuery } from '../api/generated/graphql.ts';

export const COVER_LISTS = graphql(`
  query CoverLists {
    needs {
      id
      name
      description
      urgent
      ages {
        from
        to
      }
      sectors {
        rule
      }
    }
    boundarySets {
      kind
      from
      to
    }
  }
`);

graphql(`
  fragment CountFacts on CoverCounts {
    grounds
    postcodes
    residents
  }
`);

graphql(`
  fragment CoverSourceFacts on Query {
    boundarySets(asAt: $asAt) {
      kind
      from
      status
      source
      licence
    }
    release {
      id
      sources {
        licence
        attribution
      }
    }
  }
`);

export const COVERS = graphql(`
  query Covers($asAt: Date!) {
    coverByNeed(asAt: $asAt) {
      need {
        id
        name
      }
      isRuled
      gap {
        ...CountFacts
      }
      several {
        ...CountFacts
      }
      notOffered {
        ...CountFacts
      }
    }
    ...CoverSourceFacts
  }
`);

export const COVER = graphql(`
  query Cover($need: String!, $asAt: Date!) {
    cover(need: $need, asAt: $asAt) {
      need {
        id
        name
        ages {
          from
          to
        }
      }
      isRuled
      gap {
        ...CountFacts
      }
      several {
        ...CountFacts
      }
      notOffered {
        ...CountFacts
      }
      one {
        ...CountFacts
      }
      pieces(coverage: [GAP, SEVERAL, NOT_OFFERED]) {
        key
        ground {
          kind
          code
          name
        }
        sector
        ages {
          from
          to
        }
        coverage
        teams {
          name
          organisation
        }
        body {
          kind
          name
          gss
        }
        gap {
          cause
          teams {
            name
            organisation
            ages {
              from
              to
            }
          }
        }
        notOffered {
          because
          instead
        }
        postcodes
        residents
      }
    }
    ...CoverSourceFacts
  }
`);

/** The lines, asked for after the figures. */
export const COVER_LINES = graphql(`
  query CoverLines($need: String!, $asAt: Date!, $kind: String!, $points: Int) {
    areas(kind: $kind, asAt: $asAt) {
      name
      boundary(maxPoints: $points)
    }
    cover(need: $need, asAt: $asAt) {
      grounds {
        key
        coverage
        isWhole
        boundary(maxPoints: $points)
      }
    }
  }
`);

export type Cover = CoverQuery['cover'];
export type Piece = Cover['pieces'][number];
export type NeedCover = CoversQuery['coverByNeed'][number];
export type Counts = Cover['gap'];
/** What the figures rest on. */
export type Sources = Pick<CoversQuery, 'boundarySets' | 'release'>;
