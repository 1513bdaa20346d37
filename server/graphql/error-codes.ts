/** Every `extensions.code` an answer can carry, with the status of its HTTP answer for `application/graphql-response+json`. */
export const ERROR_CODES = {
  BAD_USER_INPUT: {
    status: 200,
    says: 'The question is well formed and cannot be asked so: the message says what was wanted and what was found.',
  },
  BAD_REQUEST: { status: 400, says: 'The body holds no question.' },
  GRAPHQL_PARSE_FAILED: { status: 400, says: 'The document is no GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, says: 'The document does not fit the schema.' },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    says: 'The document holds several operations, and none was named.',
  },
  OPERATION_NOT_SUPPORTED: { status: 400, says: 'Only queries are answered.' },
  LIMIT_TOKENS: { status: 400, says: 'The document is too long.' },
  LIMIT_DEPTH: { status: 400, says: 'The document is nested too deep.' },
  LIMIT_ALIASES: { status: 400, says: 'The document has too many aliases.' },
  LIMIT_DIRECTIVES: { status: 400, says: 'The document has too many directives.' },
  LIMIT_COST: { status: 400, says: 'The document asks for too many rows.' },
  SERVICE_UNAVAILABLE: {
    status: 503,
    says: 'The data cannot be reached just now: ask the whole question again, after the seconds of Retry-After.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    says: 'A fault of ours, already reported. Nothing of it is an answer.',
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly says: string }>>;

export type ErrorCode = keyof typeof ERROR_CODES;
