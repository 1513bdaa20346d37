import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { openWorld } from '../worlds/open.ts';
import { questioner, refusal, repeat, sendBody } from './question.ts';
import { serve } from './served.ts';

/** Every document of the catalogue of bad input, GQ01 to GQ39 where they are documents, sent over HTTP. */
const port = await serve(await openWorld(readEmbeddedPack()));
const ask = questioner(port);

async function refused(query: string, variables?: object): Promise<readonly [number, ...string[]]> {
  return refusal(await ask(query, variables));
}

const deep = (levels: number): string =>
  `{ referral(input: { postcode: "SO23 8UJ", need: "carers" }) { ... on Routed { ${'reasons { '.repeat(levels)}rule${' }'.repeat(levels)} } } }`;

describe('a document too large in some way is refused with one error that says in which', () => {
  test.each([
    [11, 'LIMIT_DEPTH'],
    [200, 'LIMIT_DEPTH'],
    [2000, 'LIMIT_TOKENS'],
    [20_000, 'LIMIT_TOKENS'],
  ])('GQ01 depth %i', async (levels, code) => {
    expect(await refused(deep(levels - 1))).toEqual([400, code]);
  });
  test.each([
    [16, 'LIMIT_ALIASES'],
    [1000, 'LIMIT_TOKENS'],
    [10_000, 'LIMIT_TOKENS'],
  ])('GQ02 %i aliases', async (count, code) => {
    expect(await refused(`{ ${repeat(count, (at) => `a${at}: __typename`)} }`)).toEqual([
      400,
      code,
    ]);
  });
  test('GQ02 100,000 aliases are a body too large', async () => {
    const { status } = await ask(`{ ${repeat(100_000, (at) => `a${at}: __typename`)} }`);
    expect(status).toBe(413);
  });
  test('GQ03 one field 20,000 times', async () => {
    expect(await refused(`{ ${repeat(20_000, () => '__typename')} }`)).toEqual([
      400,
      'LIMIT_TOKENS',
    ]);
  });
  test.each([
    ['known', 21, '@skip(if: false)', 'LIMIT_DIRECTIVES'],
    ['known', 5000, '@skip(if: false)', 'LIMIT_TOKENS'],
    ['unknown', 10_000, '@no', 'LIMIT_TOKENS'],
  ])('GQ04 %s directives, %i of them', async (_known, count, directive, code) => {
    const query = `{ ${repeat(count, () => `... ${directive} { __typename }`)} }`;
    expect(await refused(query)).toEqual([400, code]);
  });
  test('GQ04 200 unknown directives give one error', async () => {
    expect((await ask(`{ __typename ${'@no '.repeat(200)} }`)).errors).toHaveLength(1);
  });
  test('GQ05 fragments that double 18 times', async () => {
    const doubling = repeat(18, (at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`);
    const query = `{ ...f0 } ${doubling} fragment f18 on Query { needs { id } }`;
    expect(await refused(query)).toEqual([400, 'LIMIT_COST']);
  });
  test.each([1, 2, 200])('GQ06 a cycle of %i fragments', async (length) => {
    const cycle = repeat(length, (at) => `fragment f${at} on Query { ...f${(at + 1) % length} }`);
    const { status, errors } = await ask(`{ ...f0 } ${cycle}`);
    expect([status, errors.length]).toEqual([400, 1]);
  });
  test('GQ06 a cycle of 500 fragments', async () => {
    const cycle = repeat(500, (at) => `fragment f${at} on Query { ...f${(at + 1) % 500} }`);
    expect(await refused(`{ ...f0 } ${cycle}`)).toEqual([400, 'LIMIT_TOKENS']);
  });
  test('GQ07 depth hidden in a fragment called __schema', async () => {
    const inner = /Routed \{ (.*) \} \} \}$/.exec(deep(10))?.[1] ?? '';
    const query = `{ ...__schema } fragment __schema on Query { referral(input: { need: "carers" }) { ... on Routed { ${inner} } } }`;
    expect(await refused(query)).toEqual([400, 'LIMIT_DEPTH']);
  });
  test('GQ08 one fragment spread first where it is shallow, then where it is deep', async () => {
    const wraps = 'reasons { '.repeat(8);
    const query = `{ referral(input: { need: "carers" }) { ...f ... on Routed { ${wraps} ...f ${'}'.repeat(8)} } } }
      fragment f on Routed { reasons { rule } }`;
    expect(await refused(query)).toEqual([400, 'LIMIT_DEPTH']);
  });
  test('GQ09 100 × 50 inline fragments', async () => {
    const query = `{ ${repeat(100, () => `... on Query { ${repeat(50, () => '... on Query { __typename }')} }`)} }`;
    expect(await refused(query)).toEqual([400, 'LIMIT_TOKENS']);
  });
  test('GQ09 500 spreads that overlap', async () => {
    const query = `{ ${repeat(300, () => '...f')} } fragment f on Query { ${repeat(50, () => 'needs { id }')} }`;
    expect(await refused(query)).toEqual([400, 'LIMIT_COST']);
    expect(await refused(`{ ${repeat(500, () => '...f')} } fragment f on Query { a }`)).toEqual([
      400,
      'LIMIT_TOKENS',
    ]);
  });
  test('GQ10 a variable defined 1,000 times', async () => {
    const times = (count: number): string => `query(${'$a: Int '.repeat(count)}) { __typename }`;
    expect(await refused(times(1000))).toEqual([400, 'LIMIT_TOKENS']);
    expect((await ask(times(100))).errors).toHaveLength(1);
  });
  test('GQ11 introspection that goes round 8 deep', async () => {
    const round = 'type { fields { '.repeat(4) + 'name' + ' } }'.repeat(4);
    const { status } = await ask(`{ __schema { types { fields { ${round} } } } }`);
    expect(status).toBe(400);
  });
  test('GQ12 the whole schema by introspection is refused; it is a file', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await ask(getIntrospectionQuery())).status).toBe(400);
    const file = await fetch(`http://127.0.0.1:${port}/schema.graphql`);
    expect(await file.text()).toContain('type Query {');
  });
  test('GQ13 a misspelt field, argument, type or value gives no hint', async () => {
    for (const query of [
      '{ need { id } }',
      '{ needs { ids } }',
      '{ teams(needs: "x") { id } }',
      '{ ...f } fragment f on Querry { __typename }',
      '{ coterminosity(left: "a", right: "b", weight: RESIDENT) { left } }',
      '{ referral(input: { neeed: "x", need: "y" }) { __typename } }',
    ]) {
      const { status, errors } = await ask(query);
      expect([status, errors.length]).toEqual([400, 1]);
      expect(errors[0]?.message).not.toMatch(/did you mean/i);
    }
  });
  test.each([2, 10_000])('GQ14 a batch of %i', async (count) => {
    const { status } = await sendBody(port, `[${repeat(count, () => '{"query":"{a}"}', ',')}]`);
    expect(status).toBe(400);
  });
  test('GQ16 lists in lists in lists', async () => {
    const query =
      '{ teams { covers { within { kind } } needs } a: teams { covers { within { kind code } } } b: teams { covers { within { kind code } } } }';
    expect(await refused(query)).toEqual([400, 'LIMIT_COST']);
  });
});

describe('GQ15 first of a list is held to its range', () => {
  const misfits = (first: string): Promise<readonly [number, ...string[]]> =>
    refused(
      `{ coterminosity(left: "district", right: "pct", asAt: "2004-03-31") { misfits(first: ${first}) { km2 } } }`,
    );
  test.each([
    ['1000000', [400, 'LIMIT_COST']],
    ['-1', [200, 'BAD_USER_INPUT']],
    ['2147483648', [400, 'LIMIT_COST']],
    ['0', [200]],
    ['null', [200]],
  ])('%s', async (first, expected) => {
    expect(await misfits(first)).toEqual(expected);
  });
  test.each([1_000_000, -1])('%i as a variable', async (first) => {
    const query =
      'query($first: Int) { practices(search: "s", first: $first) { code } coterminosity(left: "district", right: "pct", asAt: "2004-03-31") { misfits(first: $first) { km2 } } }';
    const { errors } = await ask(query, { first });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(
      expect.arrayContaining(['BAD_USER_INPUT']),
    );
  });
});

test('GQ17 no list has a cursor to forge: after and before are no arguments', async () => {
  for (const cursor of ['x', 'YXJyYXk6MQ==', 'x'.repeat(100_000)]) {
    const { status, errors } = await ask(`{ practices(search: "s", after: "${cursor}") { code } }`);
    expect([status, errors.length]).toEqual([400, 1]);
    expect(errors[0]?.message).toMatch(/^Unknown argument "after"/);
  }
});

test.each([
  ['two operations and no name', 'query a { __typename } query b { __typename }', undefined],
  ['a name that is not there', 'query a { __typename }', 'b'],
  ['one without a name beside one with', '{ __typename } query b { __typename }', undefined],
])('GQ18 %s', async (_what, query, operationName) => {
  expect((await sendBody(port, JSON.stringify({ query, operationName }))).status).toBe(400);
});

test.each([
  ['a subscription', 'subscription { __typename }'],
  ['@defer', '{ ... @defer { __typename } }'],
  ['@stream', '{ needs @stream(initialCount: 1) { id } }'],
  ['a mutation', 'mutation { __typename }'],
])('GQ19 %s is refused, saying what is not known', async (_what, query) => {
  const { status, errors } = await ask(query);
  expect([status, errors.length]).toEqual([400, 1]);
  expect(errors[0]?.message).toMatch(/subscription|[Dd]irective|mutation/);
});

describe('GQ31 numbers', () => {
  const AGE =
    'query($age: Int) { referral(input: { postcode: "SO23 8UJ", need: "carers", age: $age }) { __typename } }';
  test.each([99_999_999_999, 1.5, '40', true])('an Int of %j is refused', async (age) => {
    const { status, errors } = await ask(AGE, { age });
    expect([status, errors.length]).toEqual([400, 1]);
  });
  test('a Float of 1e400 is refused, in the document and in a variable', async () => {
    const point = (lat: string): string =>
      `{ place(point: { lat: ${lat}, lon: -1.3 }) { __typename } }`;
    expect(await refused(point('1e400'))).toEqual([200, 'BAD_USER_INPUT']);
    const query = 'query($lat: Float!) { place(point: { lat: $lat, lon: -1.3 }) { __typename } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"lat":1e400}}`;
    expect((await sendBody(port, body)).status).toBe(400);
  });
  test('-0 is 0', async () => {
    const query = (zero: string): string =>
      `{ place(point: { lat: 51.06, lon: ${zero} }) { __typename ... on NotLocated { reason } } }`;
    expect((await ask(query('-0'))).data).toEqual((await ask(query('0'))).data);
  });
});

describe('GQ32 a point off the globe is refused, and one with its numbers swapped is not put right', () => {
  const place = async (lat: string, lon: string): Promise<string> =>
    (
      await ask(
        `{ place(point: { lat: ${lat}, lon: ${lon} }) { __typename ... on NotLocated { reason message } } }`,
      )
    ).text;
  test.each([
    ['91', '0'],
    ['51', '181'],
    ['51', '-181'],
  ])('%s, %s', async (lat, lon) => {
    expect(await place(lat, lon)).toContain('BAD_USER_INPUT');
  });
  test('NaN and text are no numbers', async () => {
    expect((await ask('{ place(point: { lat: NaN, lon: 0 }) { __typename } }')).status).toBe(400);
    expect((await ask('{ place(point: { lat: "51", lon: 0 }) { __typename } }')).status).toBe(400);
  });
  test('swapped: nothing is placed', async () => {
    expect(await place('-1.3', '51.06')).not.toContain('"Located"');
  });
});

test.each([
  ['the sea', '50.4', '-1.3'],
  ['France', '48.85', '2.35'],
  ['nought, nought', '0', '0'],
])('GQ33 a point in %s is out of coverage', async (_where, lat, lon) => {
  const { data } = await ask(
    `{ place(point: { lat: ${lat}, lon: ${lon} }) { ... on NotLocated { reason } } }`,
  );
  expect(data).toEqual({ place: { reason: 'OUT_OF_COVERAGE' } });
});

describe('a moment says its offset and a day is a day of the calendar', () => {
  const at = (moment: string): Promise<readonly [number, ...string[]]> =>
    refused(
      'query($at: DateTime) { referral(input: { postcode: "SO23 8UJ", need: "carers", at: $at }) { __typename } }',
      { at: moment },
    );
  test.each(['2026-03-29T01:30:00', '2026-10-25T01:30', '2026-03-29T01:30:00 Europe/London'])(
    'GQ34 %s has none, so the skipped or repeated hour cannot be mistaken',
    async (moment) => {
      expect((await at(moment))[0]).toBe(400);
    },
  );
  test.each(['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00Z'])(
    'GQ34 %s is one of the two',
    async (moment) => {
      expect(await at(moment)).toEqual([200]);
    },
  );
  test.each([
    'now',
    '0001-01-01T00:00:00Z',
    '2026-06-30T23:59:60Z',
    '+012026-01-01T00:00:00Z',
    '',
    '2026-02-30T00:00:00Z',
  ])('GQ35 "%s" is no moment', async (moment) => {
    expect((await at(moment))[0]).toBe(400);
  });
  test('GQ35 GQ36 the end of the year 9999 is answered: the boundaries of today go on', async () => {
    expect(await at('9999-12-31T23:59:59Z')).toEqual([200]);
  });
  test('GQ36 a day before the first boundaries has no edition, and says so', async () => {
    const { data } = await ask(
      '{ referral(input: { postcode: "SO23 8UJ", need: "carers", asAt: "1990-01-01" }) { ... on NotRoutable { reason message } } }',
    );
    expect(data).toMatchObject({ referral: { reason: 'NO_EDITION' } });
    expect(JSON.stringify(data)).toMatch(/\d{4}/);
  });
});

describe('a code nobody has', () => {
  test.each([
    ['a code of another country', 'E99999999'],
    ['the id of a team', 'hampshire-carers'],
    ['10,000 letters', 'x'.repeat(10_000)],
    ['SQL', "' OR 1=1 --"],
    ['a wildcard', '%'],
    ['a NUL', '\u0000'],
    ['an owl', '🦉'],
  ])('GQ37 %s is no team, no need and no area, and all are told alike', async (_what, code) => {
    const query = `query($code: String!) { teams(need: $code) { id } areas(kind: $code) { code }
      coterminosity(left: "district", right: "pct", asAt: "2004-03-31", within: $code) { left } }`;
    const { status, data, errors } = await ask(query, { code });
    expect(status).toBe(200);
    expect(data).toBeNull();
    expect(new Set(errors.map(({ extensions }) => extensions?.code))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  });
  test.each(['%', '_', '\\', '"', "'", '%%%', "a' OR 'a'='a"])(
    'GQ38 %j is looked for as it stands',
    async (search) => {
      const { data, errors } = await ask(
        'query($search: String!) { practices(search: $search) { code } }',
        { search },
      );
      expect(errors).toEqual([]);
      expect(data).toEqual({ practices: [] });
    },
  );
  test('GQ38 10,000 characters are too many to look for', async () => {
    const { errors } = await ask(
      'query($search: String!) { practices(search: $search) { code } }',
      { search: 'x'.repeat(10_000) },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
  test.each(['PASSWORD', 'residents', '"AREA"', '1', '[AREA]'])(
    'GQ39 a weight %s is refused by its type',
    async (weight) => {
      const { status } = await ask(
        `{ coterminosity(left: "district", right: "pct", weight: ${weight}) { left } }`,
      );
      expect(status).toBe(400);
    },
  );
});
