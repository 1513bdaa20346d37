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
  readonly operationName: string | undefined;
  times: number;
  /** Of all that was asked, in order. */
  lastAsked: number;
  compiled: CompiledQuery | undefined;
};

export type OftenAsked = {
  /** Told of each document that is carried out: it was read and found valid, within every limit. */
  readonly note: (document: DocumentNode) => void;
  /** Undefined for what is not asked often, or not answered without error: to be carried out the usual way. */
  readonly answer: (
    body: string,
    context: () => Promise<Context>,
  ) => Promise<Data | undefined> | undefined;
};

type Data = Readonly<Record<string, unknown>>;

/** Documents that programs ask again and again, each time with other variables, are compiled. */
export function createOftenAsked(schema: GraphQLSchema, often: number): OftenAsked {
  const documents = new Map<string, Known>();
  let asked = 0;
  return {
    note: (document) => {
      const text = document.loc?.source.body;
      if (text === undefined || text.length > LONGEST || !isPlain(document)) return;
      const known = documents.get(text) ?? begun(document);
      documents.set(text, known);
      known.lastAsked = ++asked;
      if (++known.times === often) known.compiled = compile(schema, document);
      if (documents.size > MOST_DOCUMENTS) documents.delete(longestNotAsked(documents));
    },
    answer: (body, context) => {
      const question = readAsked(body);
      const known = question && documents.get(question.query);
      if (!question || !known?.compiled) return undefined;
      const { operationName = known.operationName } = question;
      if (operationName !== known.operationName) return undefined;
      known.lastAsked = ++asked;
      return carryOut(known.compiled, question, context);
    },
  };
}

function longestNotAsked(documents: ReadonlyMap<string, Known>): string {
  const [longest] = [...documents].sort(([, a], [, b]) => a.lastAsked - b.lastAsked);
  return longest?.[0] ?? '';
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
  return { operationName: operation?.name?.value, times: 0, lastAsked: 0, compiled: undefined };
}

function compile(schema: GraphQLSchema, document: DocumentNode): CompiledQuery | undefined {
  const made = compileQuery(schema, document, undefined, { disablingCapturingStackErrors: true });
  return isCompiledQuery(made) ? made : undefined;
}
