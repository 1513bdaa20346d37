import { GraphQLError, parse, type ParseOptions, type Source } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';

import { AskingFault } from '../questions/asking-fault.ts';
import type { Questions } from '../questions/questions.ts';
import { isUnavailable } from '../questions/unavailable.ts';
import type { Context } from './context.ts';
import { limitsRule, MAX_TOKENS } from './limits.ts';
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
};

export type GraphQLServer = YogaServerInstance<object, Context>;

export function createGraphQLServer({ questions, development, now, report }: Edge): GraphQLServer {
  return createYoga<object, Context>({
    schema,
    context: async () => ({ questions: await questions(), now: now() }),
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
    plugins: development ? [] : [hardened()],
  });
}

function hardened(): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: string | Source, options?: ParseOptions) =>
        parse(source, { ...options, maxTokens: MAX_TOKENS }),
      );
    },
    onValidate: ({ addValidationRule }) => {
      addValidationRule(limitsRule);
      return ({ valid, result, setResult }) => {
        if (!valid) setResult(result.slice(0, 1).map(withoutHints));
      };
    },
  };
}

/** "Did you mean" tells a stranger the schema, one guess at a time; the schema is published as a file. */
function withoutHints(error: GraphQLError): GraphQLError {
  return tidied(error, withoutValues(error.message.split(' Did you mean')[0] ?? ''));
}

/** What the asker may read as it stands; anything else is ours to mend and theirs only by its absence. */
function mask(error: unknown, message: string, report: (fault: unknown) => void): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original instanceof AskingFault)
    return new GraphQLError(original.message, { extensions: { code: 'BAD_USER_INPUT' } });
  if (
    error instanceof GraphQLError &&
    (original === undefined || original instanceof GraphQLError || isTheAskers(error))
  )
    return tidied(error, withoutValues(error.message));
  report(original ?? error);
  if (isUnavailable(original)) return unavailable();
  return new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

/** No part of an answer is an answer: the whole request is to be asked again, in so many seconds. */
function unavailable(): GraphQLError {
  return new GraphQLError('The data cannot be reached just now. Ask again in a moment.', {
    extensions: {
      code: 'SERVICE_UNAVAILABLE',
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

const BAD_VALUE = /^(Variable "\$\w+") got invalid value .*?(?:(Wanted [^"]+))?$/s;

/** Clients log errors, and values may be postcodes: says which variable is wrong, never what it held. */
function withoutValues(message: string): string {
  const [, variable, wanted] = BAD_VALUE.exec(message) ?? [];
  if (variable !== undefined)
    return `${variable} has a value of the wrong type. ${wanted ?? ''}`.trim();
  return message.replace(/(?:, found |[ :]value:? )["{[].*$/s, '.');
}
