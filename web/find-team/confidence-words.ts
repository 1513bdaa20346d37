import type { Confidence } from '../api/generated/graphql.ts';

export const CONFIDENCE_WORDS = {
  HIGH: 'Sure of this answer',
  MEDIUM: 'Fairly sure of this answer',
  LOW: 'Not sure of this answer',
} as const satisfies Record<Confidence, string>;
