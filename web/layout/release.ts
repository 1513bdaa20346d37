import { graphql } from '../api/generated/index.ts';
import type { CurrentReleaseQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';

const CURRENT_RELEASE = graphql(`
  query CurrentRelease {
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
  }
`);

export type Release = CurrentReleaseQuery['release'];

const NOTHING = {};

/** Null until it has come. */
export function useRelease(): Release | null {
  return useReply(CURRENT_RELEASE, NOTHING).last?.data.release ?? null;
}
