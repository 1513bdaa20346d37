import { expect } from 'vitest';

import type { Database } from '../../server/database/database.ts';
import { createGraphQLServer } from '../../server/graphql/yoga.ts';
import { createQuestions } from '../../server/questions/questions.ts';

/** 14:00 in London on a Wednesday. */
export const NOW = Date.parse('2026-11-18T14:00:00Z');

export type Answer = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
};

export type Ask = (query: string, variables?: object) => Promise<Answer>;

/**
 * Asks the real GraphQL server, in process, over a real database. Faults of ours fail the test. Every question is
 * asked again of the compiled document, which must say the same to the letter, or leave it.
 */
export function asker(database: Database, options: { readonly now?: number } = {}): Ask {
  const server = createGraphQLServer({
    questions: createQuestions(database),
    development: false,
    now: () => options.now ?? NOW,
    often: 1,
    report: (fault) => {
      throw fault;
    },
  });
  return async (query, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    const response = await server.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
    });
    const text = await response.text();
    const answer = JSON.parse(text) as Answer;
    const again = await server.answerOften(body, 'application/json');
    const isLeft = answer.errors !== undefined || query.includes('@');
    expect(again?.body).toBe(isLeft ? undefined : text);
    return answer;
  };
}

/** The one field asked for; fails when there are errors. */
export async function field<Value>(answer: Promise<Answer>, name: string): Promise<Value> {
  const { data, errors } = await answer;
  expect(errors).toBeUndefined();
  return data?.[name] as Value;
}
