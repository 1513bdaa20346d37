import { type DocumentNode, GraphQLError, parse, type ParseOptions, type Source } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';

import { withoutPostcodes } from '../domain/postcode.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { Questions } from '../questions/questions.ts';
import { isUnavailable } from '../questions/unavailable.ts';
import type { Context } from './context.ts';
import type { ErrorCode } from './error-codes.ts';
import { limitsRule, MAX_TOKENS } from './limits.ts';
import { createOftenAsked, OFTEN, type OftenAsked } from './often-asked.ts';
import { schema } from './schema.ts';

export type Edge = {
  /** The questions of the release that is current now. */
  readonly questions: () => Promise<Questions>;
  /** GraphiQL, and no limits. */
  readonly development: boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told of faults of ours. Never given anything the asker said. */
  readonly report: (fault: unknown) => void;
  /** How many times a document is asked before it is compiled. */
  readonly often?: number;
};

export type GraphQLServer = {
  readonly fetch: (url: string, request: RequestInit) => Response | Promise<Response>;
  /** The answer to what is asked often, accepted in a usual way and answered without error; undefined leaves it to `fetch`. */
  readonly answerOften: (body: string, accept: string | undefined) => Promise<Quick | undefined>;
};

type Quick = { readonly type: string; readonly body: string };

export function createGraphQLServer(edge: Edge): GraphQLServer {
  const { questions, development, now, report } = edge;
  const often = createOftenAsked(schema, edge.often ?? OFTEN);
  const context = async (): Promise<Context> => ({ questions: await questions(), now: now() });
  const yoga = createYoga<object, Context>({
    schema,
    context,
    cors: false,
    batching: false,
    graphiql: development,
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    landingPage: false,
    logging: false,
    maskedErrors: {
      maskError: (error, message) => mask(error, message, report),
    },
    plugins: development ? [] : [hardened(), noting(often)],
  });
  return {
    fetch: (url, request) => yoga.fetch(url, request),
    answerOften: async (body, accept) => {
      const type = TYPES.get(accept);
      const data = type === undefined ? undefined : await often.answer(body, context);
      return type !== undefined && data ? { type, body: JSON.stringify({ data }) } : undefined;
    },
  };
}

/** What is answered, by what is accepted, where that takes no weighing. */
const TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
]);

/** Only what is valid comes to be carried out. */
function noting({ note }: OftenAsked): Plugin {
  return {
    onExecute: ({ args }) => {
      note(args.document as DocumentNode);
    },
  };
}

function hardened(): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn(parseWithin);
    },
    onValidate: ({ addValidationRule }) => {
      addValidationRule(limitsRule);
      return ({ valid, result, setResult }) => {
        if (!valid) setResult(result.slice(0, 1).map(withoutHints));
      };
    },
  };
}

/** Parsing stops at the limit, so nothing deeper or longer is ever built. */
function parseWithin(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: MAX_TOKENS });
  } catch (error) {
    const { message: why } = error as GraphQLError;
    if (!why.startsWith('Syntax Error: Document contains more')) throw error;
    const message = `This document is over ${MAX_TOKENS} tokens.`;
    throw new GraphQLError(message, { extensions: { code: 'LIMIT_TOKENS' satisfies ErrorCode } });
  }
}

/** "Did you mean" tells a stranger the schema, one guess at a time; the schema is published as a file. */
function withoutHints(error: GraphQLError): GraphQLError {
  return tidied(error, withoutValues(error.message.split(' Did you mean')[0] ?? ''));
}

/** What the asker may read as it stands; anything else is ours to mend and theirs only by its absence. */
function mask(error: unknown, message: string, report: (fault: unknown) => void): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original instanceof AskingFault)
    return new GraphQLError(original.message, {
      extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode },
    });
  if (
    error instanceof GraphQLError &&
    (original === undefined || original instanceof GraphQLError || isTheAskers(error))
  )
    return tidied(error, withoutValues(error.message));
  report(original ?? error);
  if (isUnavailable(original)) return unavailable();
  return new GraphQLError(message, {
    extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies ErrorCode },
  });
}

/** No part of an answer is an answer: the whole request is to be asked again, in so many seconds. */
function unavailable(): GraphQLError {
  return new GraphQLError('The data cannot be reached just now. Ask again in a moment.', {
    extensions: {
      code: 'SERVICE_UNAVAILABLE' satisfies ErrorCode,
      http: { status: 503, headers: { 'retry-after': '1' } },
    },
  });
}

/** Yoga gives faults of the request a status of their own. */
function isTheAskers({ extensions: { http } }: GraphQLError): boolean {
  const { status } = (http ?? {}) as { readonly status?: unknown };
  return typeof status === 'number' && status < 500;
}

/** Keeps what a client needs to tell errors apart, and nothing that repeats the request. */
function tidied({ extensions, nodes }: GraphQLError, message: string): GraphQLError {
  const { code, http } = extensions;
  const status = code === 'BAD_REQUEST' ? { status: 400 } : http; // a body that is no question at all
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: {
      ...(code !== undefined && { code }),
      ...(status !== undefined && { http: status }),
    },
  });
}

const LONGEST_MESSAGE = 500;
const BAD_VALUE = /^(Variable "\$\w+") got invalid value .*?(?:(Wanted [^"]+))?$/s;

/** Clients log errors, and values may be postcodes: says which variable is wrong, never what it held. */
function withoutValues(message: string): string {
  const [, variable, wanted] = BAD_VALUE.exec(message) ?? [];
  if (variable !== undefined)
    return `${variable} has a value of the wrong type. ${wanted ?? ''}`.trim();
  return withoutPostcodes(
    message.slice(0, LONGEST_MESSAGE).replace(/(?:, found |[ :]value:? )["{[].*$/s, '.'),
  );
}
