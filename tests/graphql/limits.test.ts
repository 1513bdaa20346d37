import { describe, expect, test } from 'vitest';

import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { asker } from './ask.ts';

const ask = asker(await openWorld(fourSquares));

async function codeOf(query: string): Promise<string | undefined> {
  const { errors } = await ask(query);
  return errors?.[0]?.extensions?.code ?? errors?.[0]?.message;
}

const repeat = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

/** `reasons` is no parent of itself: depth counts before types are looked at. */
function nested(levels: number): string {
  return `${'reasons { '.repeat(levels)}rule${' }'.repeat(levels)}`;
}

describe('a document over a limit is refused', () => {
  test('depth, counted through fragments, whatever their name', async () => {
    const deep = `{ ...__schema } fragment __schema on Query {
      referral(input: { need: "carers" }) { ... on Routed { ${nested(9)} } }
    }`;
    expect(await codeOf(deep)).toBe('LIMIT_DEPTH');
  });
  test('aliases: 15 pass, 16 do not', async () => {
    expect(await codeOf(`{ ${repeat(15, (at) => `a${at}: __typename`)} }`)).toBeUndefined();
    expect(await codeOf(`{ ${repeat(16, (at) => `a${at}: __typename`)} }`)).toBe('LIMIT_ALIASES');
  });
  test('directives: 20 pass, 21 do not', async () => {
    const spread = (count: number): string =>
      `{ ${repeat(count, () => '... @include(if: true) { __typename }')} }`;
    expect(await codeOf(spread(20))).toBeUndefined();
    expect(await codeOf(spread(21))).toBe('LIMIT_DIRECTIVES');
  });
  test('tokens: a field 20,000 times', async () => {
    expect(await codeOf(`{ ${repeat(20_000, () => '__typename')} }`)).toBe('LIMIT_TOKENS');
  });
  test('cost: fragments that double 18 times, measured in no time', async () => {
    const doubling = repeat(18, (at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`);
    const before = performance.now();
    expect(await codeOf(`{ ...f0 } ${doubling} fragment f18 on Query { needs { id name } }`)).toBe(
      'LIMIT_COST',
    );
    expect(performance.now() - before).toBeLessThan(2000);
  });
  test('cost: lists in lists multiply', async () => {
    expect(await codeOf('{ teams { covers { within { kind code } } needs } }')).toBeUndefined();
    expect(
      await codeOf(
        '{ coterminosity(left: "district", right: "pct", asAt: "2004-03-31") { misfits(first: 900) { left { code name kind gss ods } } } }',
      ),
    ).toBe('LIMIT_COST');
  });
  test('fragment cycles are one error', async () => {
    const { errors } = await ask(
      '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
    );
    expect(errors).toHaveLength(1);
  });
});

describe('introspection', () => {
  test('answers a small question', async () => {
    const { data } = await ask('{ __type(name: "Need") { name fields { name } } }');
    expect(data?.['__type']).toMatchObject({ name: 'Need' });
  });
  test('is refused when it goes round and round', async () => {
    const round = 'fields { type { '.repeat(3) + 'name' + ' } }'.repeat(3);
    expect(await codeOf(`{ __schema { types { ${round} } } }`)).toBe('LIMIT_COST');
  });
  test('a misspelt field gives no hint', async () => {
    const { errors } = await ask('{ need { id } }');
    expect(errors?.[0]?.message).toBe('Cannot query field "need" on type "Query".');
  });
});

test('faults of ours are masked, and told to us without what was asked', async () => {
  const told: unknown[] = [];
  const { createGraphQLServer } = await import('../../server/graphql/yoga.ts');
  const server = createGraphQLServer({
    questions: () => Promise.reject(new Error('disk on fire')),
    development: false,
    now: () => 0,
    report: (fault) => told.push(fault),
  });
  const response = await server.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ needs { id } }' }),
  });
  expect(await response.text()).not.toContain('disk');
  expect(told).toEqual([new Error('disk on fire')]);
});

describe('an answer that could grow beyond measure is refused by cost', () => {
  const inputs = '[{ postcode: "SO99 1AA", need: "carers" }]';
  test('lines for each of many referrals', async () => {
    const query = `{ referrals(inputs: ${inputs}) { ... on Routed { place { areas { area { boundary } } } } } }`;
    expect(await codeOf(query)).toBe('LIMIT_COST');
  });
  test('a thousand referrals three times over', async () => {
    const one = `referrals(inputs: ${inputs}) { __typename }`;
    expect(await codeOf(`{ a: ${one} }`)).toBeUndefined();
    expect(await codeOf(`{ a: ${one} b: ${one} c: ${one} }`)).toBe('LIMIT_COST');
  });
  test('of outcomes that exclude each other the dearest counts, however they are written', async () => {
    const routed = '... on Routed { teams { team { covers { within { kind code } } } } }';
    const choice = '... on NeedsChoice { urgent { team { covers { within { kind code } } } } }';
    const one = (text: string): string =>
      `{ referral(input: { postcode: "SO99 1AA", need: "carers" }) { ${text} } }`;
    expect(await codeOf(one(routed + choice))).toBeUndefined();
    expect(await codeOf(one(routed + routed))).toBe('LIMIT_COST');
    const spread = `${one('...r ...r')} fragment r on Routed { teams { team { covers { within { kind code } } } } }`;
    expect(await codeOf(spread)).toBe('LIMIT_COST');
  });
  test('but lines of a whole set are given, and teams for a thousand referrals', async () => {
    expect(
      await codeOf('{ areas(kind: "district") { code name boundary(maxPoints: 100) } }'),
    ).toBeUndefined();
    const bulk = `{ referrals(inputs: ${inputs}) { __typename ... on Routed { confidence responsible { sector body { code } } teams { team { id } contactNow { phone } } } } }`;
    expect(await codeOf(bulk)).toBeUndefined();
  });
});

describe('errors repeat nothing of what was asked', () => {
  const PLACE = 'query($p: String, $on: Date) { place(postcode: $p, asAt: $on) { __typename } }';
  test.each([
    ['an object', { p: { secret: 'SO23 8UJ' } }],
    ['a list', { p: ['SO23 8UJ'] }],
    ['no day', { on: 'SO23 8UJ' }],
  ])('in a variable that is %s', async (_what, variables) => {
    expect(JSON.stringify((await ask(PLACE, variables)).errors)).not.toContain('SO23');
  });
  test('in a value written into the document', async () => {
    const { errors } = await ask(
      '{ referral(input: { need: "carers", age: "SO23 8UJ" }) { __typename } }',
    );
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('SO23');
  });
});
