import { graphql } from '../api/generated/gql.ts';

export const LICENCES = graphql(`
  query Licences {
    release {
      id
      sources {
        name
        licence
        attribution
      }
    }
  }
`);
