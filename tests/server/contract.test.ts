import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import type { Contract } from '../../server/contract.ts';
import { ERROR_CODES, type ErrorCode } from '../../server/graphql/error-codes.ts';
import { openWorld } from '../worlds/open.ts';
import { questioner, repeat, sendBody } from './question.ts';
import { serve } from './served.ts';

const port = await serve(await openWorld(readEmbeddedPack()));
const ask = questioner(port);

/** Faults of ours need a fault: `tests/database/copies.test.ts` and `tests/server/http.test.ts` make them. */
type Provoked = Exclude<ErrorCode, 'SERVICE_UNAVAILABLE' | 'INTERNAL_SERVER_ERROR'>;

const PROVOKED: Readonly<Record<Provoked, object>> = {
  BAD_USER_INPUT: { query: '{ bodies(search: "a", first: 0) { name } }' },
  BAD_REQUEST: { variables: {} },
  GRAPHQL_PARSE_FAILED: { query: '{' },
  GRAPHQL_VALIDATION_FAILED: { query: '{ nothing }' },
  OPERATION_RESOLUTION_FAILURE: { query: 'query A { release { id } } query B { release { id } }' },
  OPERATION_NOT_SUPPORTED: { query: 'mutation { x }' },
  LIMIT_TOKENS: { query: `{ ${repeat(1001, () => '__typename')} }` },
  LIMIT_DEPTH: { query: `{ ${'release { '.repeat(11)}id${' }'.repeat(11)} }` },
  LIMIT_ALIASES: { query: `{ ${repeat(16, (at) => `a${at}: __typename`)} }` },
  LIMIT_DIRECTIVES: { query: `{ ${repeat(21, () => '__typename @include(if: true)')} }` },
  LIMIT_COST: {
    query:
      '{ areas(kind: "district") { a: boundary b: boundary c: boundary d: boundary e: boundary f: boundary g: boundary h: boundary i: boundary j: boundary } }',
  },
};

describe('every published error code comes as published', () => {
  test.each(Object.entries(PROVOKED))('%s', async (code, body) => {
    const { status, errors } = await sendBody(port, JSON.stringify(body));
    expect(errors.map(({ extensions }) => extensions?.code)).toContain(code);
    expect(status).toBe(ERROR_CODES[code as ErrorCode].status);
  });
});

test('/contract.json publishes limits and codes from the constants of the code', async () => {
  const response = await fetch(`http://127.0.0.1:${port}/contract.json`);
  const { limits, errors } = (await response.json()) as Contract;
  expect(errors.map(({ code }) => code)).toEqual(Object.keys(ERROR_CODES));
  expect(limits.find(({ of }) => of === 'Body')?.limit).toBe('256 KiB of JSON in UTF-8');
  expect(limits.find(({ of }) => of === 'Bulk')?.limit).toBe('1,000 referrals in one request');
});

test('the schema it serves is the committed one', async () => {
  const served = await (await fetch(`http://127.0.0.1:${port}/schema.graphql`)).text();
  const names = (sdl: string): string[] =>
    sdl.match(/^(?:type|enum|input|union|scalar) \w+/gm) ?? [];
  expect(names(served)).toEqual(names(readFileSync('server/graphql/schema.graphql', 'utf8')));
  expect((await ask('{ release { id } }')).status).toBe(200);
});
