import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { createGraphQLServer } from '../../server/graphql/yoga.ts';
import { createQuestions } from '../../server/questions/questions.ts';
import { openWorld } from '../worlds/open.ts';
import { questioner } from './question.ts';
import { serve } from './served.ts';

const OFTEN = 12;
const DOCUMENT = `query Place($postcode: String!) {
  place(postcode: $postcode) {
    ... on Located { postcode areas { area { code name } share } }
    ... on NotLocated { reason message }
  }
}`;
const POSTCODES = ['SO23 8UJ', 'GU14 7JU', 'PO30 1AA', 'SO14 0AA', 'RG21 4AH', 'nonsense'];

const database = await openWorld(readEmbeddedPack());
const ask = questioner(await serve(database));

describe('a document asked often', () => {
  test('is answered as it was when it was new, with each variable its own', async () => {
    const fresh = await Promise.all(POSTCODES.map((postcode) => ask(DOCUMENT, { postcode })));
    for (let time = 0; time < OFTEN; time++) await ask(DOCUMENT, { postcode: 'SO23 8UJ' });
    const again = await Promise.all(POSTCODES.map((postcode) => ask(DOCUMENT, { postcode })));
    expect(again.map(({ text }) => text)).toEqual(fresh.map(({ text }) => text));
    expect(new Set(again.map(({ text }) => text)).size).toBe(POSTCODES.length);
    const kept = ['content-type', 'cache-control', 'x-content-type-options'];
    expect(kept.map((name) => again[0]?.headers.get(name))).toEqual(
      kept.map((name) => fresh[0]?.headers.get(name)),
    );
  });
  test('is refused as it was when the variables are wrong', async () => {
    const wrong = { postcode: { secret: 'SO23 8UJ' } };
    const other = DOCUMENT.replace('Place', 'Other');
    const fresh = await ask(other, wrong);
    for (let time = 0; time < OFTEN; time++) await ask(other, { postcode: 'SO23 8UJ' });
    const again = await ask(other, wrong);
    expect([again.status, again.text]).toEqual([fresh.status, fresh.text]);
    expect(again.status).toBe(400);
    expect(again.text).not.toContain('SO23');
  });
});

describe('what is compiled', () => {
  const edge = {
    questions: createQuestions(database),
    development: false,
    now: Date.now,
    report: (fault: unknown): never => {
      throw fault;
    },
  };
  const asks = async (body: object, accept?: string): Promise<boolean[]> => {
    const server = createGraphQLServer({ ...edge, often: 2 });
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json' };
    const compiled = async (): Promise<boolean> =>
      (await server.answerOften(text, accept)) !== undefined;
    const found: boolean[] = [];
    for (let time = 0; time < 3; time++) {
      await server.fetch('http://localhost/graphql', { method: 'POST', headers, body: text });
      found.push(await compiled());
    }
    return found;
  };
  const never = [false, false, false];
  test('is what has been asked so often', async () => {
    expect(await asks({ query: '{ release { id } }' })).toEqual([false, true, true]);
    expect(await asks({ query: 'query a { release { id } }', operationName: 'a' })).toEqual([
      false,
      true,
      true,
    ]);
  });
  test.each([
    ['a refused document', { query: '{ nothing }' }],
    ['directives', { query: '{ release { id @skip(if: false) } }' }],
    ['two operations', { query: 'query a { release { id } } query b { needs { id } }' }],
    ['a long document', { query: `{ release { id } } #${' '.repeat(4000)}` }],
    ['a body with more than a question', { query: '{ release { id } }', extensions: {} }],
    ['an operation of another name', { query: 'query a { release { id } }', operationName: 'b' }],
  ])('is never %s', async (_what, body) => {
    expect(await asks(body)).toEqual(never);
  });
  test('nor what is accepted in a way to be weighed', async () => {
    expect(await asks({ query: '{ release { id } }' }, 'text/html, */*;q=0.1')).toEqual(never);
  });
});
