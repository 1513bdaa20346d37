import { ROOMS } from './admission/admission.ts';
import type { Config } from './config.ts';
import { ERROR_CODES } from './graphql/error-codes.ts';
import { LIMITS, MAX_TOKENS } from './graphql/limits.ts';
import { MOST_REFERRALS } from './graphql/referral.ts';
import { MAX_BODY_BYTES } from './http/read-body.ts';

/** What a client can hold this server to, besides the schema. Served at `/contract.json`. */
export type Contract = {
  readonly limits: readonly { readonly of: string; readonly limit: string }[];
  readonly errors: readonly {
    readonly code: string;
    readonly status: number;
    readonly says: string;
  }[];
};

export function contractOf({ clientRate }: Config): Contract {
  const { question, bulk } = ROOMS;
  return {
    limits: [
      { of: 'Body', limit: `${MAX_BODY_BYTES / 1024} KiB of JSON in UTF-8` },
      {
        of: 'Document',
        limit: `${inFigures(MAX_TOKENS)} tokens, ${LIMITS.depth} levels deep, ${LIMITS.aliases} aliases, ${LIMITS.directives} directives`,
      },
      {
        of: 'Cost',
        limit: `${inFigures(LIMITS.cost)}: one a field, times the rows of each list above it; a list counts as ten unless first says`,
      },
      { of: 'Bulk', limit: `${inFigures(MOST_REFERRALS)} referrals in one request` },
      {
        of: 'At once',
        limit: `${question.running} questions are answered at a time and ${bulk.running} bulk ones; more wait, for ${question.patienceMs / 1000} and ${bulk.patienceMs / 1000} seconds`,
      },
      {
        of: 'One client',
        limit:
          clientRate === null
            ? 'no fixed rate; while others wait, an even share'
            : `${inFigures(clientRate)} a minute, each KiB of a question counting as one more`,
      },
      {
        of: 'Headers',
        limit: 'RateLimit-Policy and RateLimit say what is left; Retry-After, when to ask again',
      },
    ],
    errors: Object.entries(ERROR_CODES).map(([code, { status, says }]) => ({ code, status, says })),
  };
}

function inFigures(count: number): string {
  return count.toLocaleString('en-GB');
}
