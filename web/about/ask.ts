import { graphql } from '../api/generated/index.ts';
import type { AboutQuery } from '../api/generated/graphql.ts';

export const ABOUT = graphql(`
  query About {
    release {
      id
      loadedAt
      coverage
      notices
      sources {
        name
        licence
        attribution
      }
    }
    boundarySets {
      kind
      edition
      from
      to
      status
      source
      licence
      areaCount
      resolutionMetres
    }
  }
`);

export type Release = AboutQuery['release'];
export type BoundarySet = AboutQuery['boundarySets'][number];
