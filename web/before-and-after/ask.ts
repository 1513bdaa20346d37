import { graphql } from '../api/generated/index.ts';
import type { ChangeQuery, ReorganisationsQuery } from '../api/generated/graphql.ts';

export const REORGANISATIONS = graphql(`
  query Reorganisations {
    reorganisations {
      day
      eve
      before {
        kind
        areaCount
      }
      after {
        kind
        status
        areaCount
      }
    }
    boundarySets {
      kind
      from
      to
    }
  }
`);

export const CHANGE = graphql(`
  query Change($before: String!, $from: Date!, $after: String!, $to: Date!) {
    boundaryChange(kind: $before, toKind: $after, from: $from, to: $to) {
      kind
      toKind
      from
      to
      before {
        edition
        status
        source
        licence
        areaCount
      }
      after {
        edition
        from
        status
        source
        licence
        areaCount
      }
      areas {
        area {
          code
          name
          residents
          postcodes
        }
        change
        moved {
          residents
          postcodes
        }
        otherBody {
          residents
          postcodes
        }
        inNone {
          residents
          postcodes
          km2
        }
        remainder {
          residents
          postcodes
          km2
        }
      }
      pieces {
        old {
          code
          name
        }
        area {
          code
          name
        }
        fate
        took {
          residents
          postcodes
          km2
        }
        shares {
          residents
          postcodes
          km2
        }
      }
      appeared {
        name
      }
      ended {
        name
      }
      moved {
        residents
        postcodes
      }
      otherBody {
        residents
        postcodes
      }
      inNone {
        residents
        postcodes
      }
      teams {
        team {
          id
          name
          organisation
        }
        areas {
          code
          name
        }
        coversAfter
      }
      slivers {
        count
        km2
      }
      release {
        id
        loadedAt
        sources {
          attribution
        }
      }
    }
  }
`);

/** The lines, asked for after the figures. */
export const CHANGE_LINES = graphql(`
  query ChangeLines($before: String!, $from: Date!, $after: String!, $to: Date!, $points: Int) {
    olds: areas(kind: $before, asAt: $from) {
      code
      name
      boundary(maxPoints: $points)
    }
    laters: areas(kind: $after, asAt: $to) {
      code
      name
      boundary(maxPoints: $points)
    }
    boundaryChange(kind: $before, toKind: $after, from: $from, to: $to) {
      pieces {
        old {
          code
        }
        area {
          code
        }
        fate
        boundary(maxPoints: $points)
      }
    }
  }
`);

export type Change = ChangeQuery['boundaryChange'];
export type Piece = Change['pieces'][number];
export type AreaChange = Change['areas'][number];
export type Reorganisation = ReorganisationsQuery['reorganisations'][number];

type Pair = { readonly old: { readonly code: string }; readonly area: { readonly code: string } };

export function keyOf({ old, area }: Pair): string {
  return `${old.code} ${area.code}`;
}
