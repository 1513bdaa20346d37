/** What a path is counted and logged as: never the path itself, which anybody can write anything into. */
export type Route =
  | 'graphql'
  | 'referrals'
  | 'plain'
  | 'standard'
  | 'drawing'
  | 'file'
  | 'health'
  | 'ready'
  | 'metrics';
