import { type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

import { type Asked, readAsked } from './asked.ts';
import type { Context } from './context.ts';

/** Compiling takes as long as answering so many times: not done for what is asked less often. */
export const OFTEN = 10;
/** A long document takes tens of milliseconds, in which nobody else is answered. */
const LONGEST = 4000;
/** So many documents are kept in mind; the one longest not asked goes first. */
const MOST_DOCUMENTS = 200;

type Known = {
  times: number;
  readonly operationName: string | undefined;
  compiled: CompiledQuery | undefined;
};

export type OftenAsked = {
  /** Told of each document that is carried out: it was read and found valid, within every limit. */
  readonly note: (document: DocumentNode) => void;
  /** Undefined for what is not asked often, or not answered without error: to be carried out the usual way. */
  readonly answer: (body: Buffer, context: () => Promise<Context>) => Promise<Data | undefined>;
};

type Data = Readonly<Record<string, unknown>>;

/** Documents that programs ask again and again, each time with other variables, are compiled. */
export function createOftenAsked(schema: GraphQLSchema, often: number): OftenAsked {
  const documents = new Map<string, Known>();
  const keep = (text: string, known: Known): void => {
    documents.delete(text);
    documents.set(text, known);
    const [oldest] = documents.keys();
    if (documents.size > MOST_DOCUMENTS && oldest !== undefined) documents.delete(oldest);
  };
  return {
    note: (document) => {
      const text = document.loc?.source.body;
      if (text === undefined || text.length > LONGEST || !isPlain(document)) return;
      const { times, ...known } = documents.get(text) ?? begun(document);
      const compiled = times + 1 === often ? compile(schema, document) : known.compiled;
      keep(text, { ...known, times: times + 1, compiled });
    },
    answer: async (body, context) => {
      const asked = readAsked(body);
      const known = asked && documents.get(asked.query);
      if (!asked || !known?.compiled) return undefined;
      const { operationName = known.operationName } = asked;
      if (operationName !== known.operationName) return undefined;
      keep(asked.query, known);
      return carryOut(known.compiled, asked, context);
    },
  };
}

async function carryOut(
  { query }: CompiledQuery,
  { variables }: Asked,
  context: () => Promise<Context>,
): Promise<Data | undefined> {
  try {
    const { data, errors } = await query({}, await context(), variables);
    return errors ? undefined : (data ?? undefined);
  } catch {
    return undefined; // a fault is told, once, by whoever carries it out the usual way
  }
}

/** One query without directives: what the compiler is sure to carry out as the specification says. */
function isPlain(document: DocumentNode): boolean {
  let operations = 0;
  let directives = 0;
  visit(document, {
    OperationDefinition: () => {
      operations++;
    },
    Directive: () => {
      directives++;
    },
  });
  return operations === 1 && directives === 0;
}

function begun({ definitions }: DocumentNode): Known {
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return { times: 0, operationName: operation?.name?.value, compiled: undefined };
}

function compile(schema: GraphQLSchema, document: DocumentNode): CompiledQuery | undefined {
  const made = compileQuery(schema, document, undefined, { disablingCapturingStackErrors: true });
  return isCompiledQuery(made) ? made : undefined;
}
