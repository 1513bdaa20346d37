import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { openWorld } from '../worlds/open.ts';
import { repeat, sendBody } from './question.ts';
import { restOf, sendRaw, statuses, written } from './raw.ts';
import { serve } from './served.ts';

/** Every request of the catalogue of bad input that is bad as HTTP or as JSON, GQ20 to GQ48. */
const port = await serve(await openWorld(readEmbeddedPack()));
const base = `http://127.0.0.1:${port}`;
const QUESTION = '{"query":"{ __typename }"}';
const ANSWER = '{"data":{"__typename":"Query"}}';
const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype);

const sized = (body: string, ...lines: string[]): string =>
  written(body, `Content-Length: ${Buffer.byteLength(body)}`, ...lines);

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE);
});

test('GQ20 a mutation by GET is 405', async () => {
  const response = await fetch(`${base}/graphql?query=mutation%7B__typename%7D`);
  expect(response.status).toBe(405);
});

test.each([
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/graphql',
  '',
])('GQ21 a body said to be "%s" is 415', async (type) => {
  expect((await sendBody(port, QUESTION, { 'content-type': type })).status).toBe(415);
});

test('GQ21 a body not said to be anything is 415', async () => {
  const bytes = sized(QUESTION).replace(/Content-Type: [^\r]+\r\n/, '');
  expect(statuses(await sendRaw(port, bytes))).toEqual([415]);
});

test('GQ22 a map of uploads is 415', async () => {
  const form = new FormData();
  form.set('operations', QUESTION);
  form.set('map', '{"0":["variables.file"]}');
  form.set('0', new Blob(['x']));
  const response = await fetch(`${base}/graphql`, { method: 'POST', body: form });
  expect(response.status).toBe(415);
});

describe('GQ23 a body', () => {
  test('over the limit is 413, however it is sent', async () => {
    const long = `{"query":"{ __typename }${' '.repeat(262_144)}"}`;
    expect((await sendBody(port, long)).status).toBe(413);
    const chunk = `${long.length.toString(16)}\r\n${long}\r\n0\r\n\r\n`;
    expect(statuses(await sendRaw(port, written(chunk, 'Transfer-Encoding: chunked')))).toEqual([
      413,
    ]);
  });
  test.concurrent.each([
    ['said to be longer than it is', written(QUESTION, 'Content-Length: 1000')],
    ['in chunks without an end', written('5\r\nabcde\r\n', 'Transfer-Encoding: chunked')],
  ])('%s is given up with 408', { timeout: 40_000 }, async (_what, bytes) => {
    expect(statuses(await sendRaw(port, bytes))).toEqual([408]);
  });
  test('said to be shorter than it is has no second question behind it', async () => {
    const bytes = written(QUESTION, `Content-Length: ${QUESTION.length - 1}`);
    const text = await sendRaw(port, bytes.replace('Connection: close\r\n', ''));
    expect(new Set(statuses(text))).toEqual(new Set([400]));
  });
  test('of a megabyte in a kilobyte is 415, not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(1_000_000, ' '));
    expect((await sendBody(port, bomb, { 'content-encoding': 'gzip' })).status).toBe(415);
  });
});

test('GQ24 a plain body said to be compressed is 415', async () => {
  expect((await sendBody(port, QUESTION, { 'content-encoding': 'gzip' })).status).toBe(415);
});

test.each([
  ['query twice', '{"query":"{ __typename }","query":"{ needs { id } }"}'],
  ['query twice, once in other letters', '{"query":"{ __typename }","\\u0071uery":"{ a }"}'],
  ['a variable twice', '{"query":"{ __typename }","variables":{"a":1, "a" :2}}'],
  ['a key twice in a list', '{"query":"{ __typename }","variables":{"a":[{"b":1,"b":1}]}}'],
])('GQ25 %s is 400: nobody can say which was meant', async (_what, body) => {
  const { status, errors } = await sendBody(port, body);
  expect([status, errors]).toEqual([400, [{ message: 'Send each key of an object once.' }]]);
});

test('GQ25 one key in several objects, or as a value, is nothing odd', async () => {
  const body =
    '{"query":"{ __typename }","variables":{"query":"query","a":[{"b":"b"},{"b":"\\"b\\":"}]}}';
  expect((await sendBody(port, body)).text).toBe(ANSWER);
});

test.each([
  ['a byte order mark first', Buffer.from(`\ufeff${QUESTION}`)],
  ['text after it', `${QUESTION} x`],
  ['a second question after it', `${QUESTION}${QUESTION}`],
  ['a comma at the end', '{"query":"{ __typename }",}'],
  ['NaN', '{"query":"{ __typename }","variables":{"a":NaN}}'],
  ['single quotes', "{'query':'{ __typename }'}"],
  ['a comment', '{"query":"{ __typename }"/* */}'],
  ['a string without an end', '{"query":"{ __typename }'],
  ['nothing', ' '],
])('GQ26 JSON with %s is 400', async (_what, body) => {
  expect((await sendBody(port, body)).status).toBe(400);
});

test.each(['[', '{"a":', '[{"a":'])('GQ27 100,000 or so of %s are 400', async (open) => {
  expect((await sendBody(port, open.repeat(Math.floor(200_000 / open.length)))).status).toBe(400);
});

describe('GQ28 variables', () => {
  const withVariables = (variables: string): string =>
    `{"query":"query($p: String) { place(postcode: $p) { __typename } }","variables":${variables}}`;
  test.each([
    ['a list', '["SO23 8UJ"]', 400],
    ['a string', '"SO23 8UJ"', 400],
    ['a number', '1', 400],
    ['10 MB', `{"p":"${'x'.repeat(10_000_000)}"}`, 413],
    ['with a name nobody asked for', '{"p":"SO23 8UJ","q":1}', 200],
    ['with __proto__', '{"p":"SO23 8UJ","__proto__":{"p":"X","polluted":1}}', 200],
    ['with constructor.prototype', '{"p":"SO23 8UJ","constructor":{"prototype":{"x":1}}}', 200],
  ])('that are %s', async (_what, variables, expected) => {
    const { status, data } = await sendBody(port, withVariables(variables));
    expect([status, data]).toEqual([
      expected,
      expected === 200 ? { place: { __typename: 'Located' } } : null,
    ]);
  });
});

test.each([
  ['UTF-16, said so', Buffer.from(QUESTION, 'utf16le'), 'application/json; charset=utf-16', 415],
  ['UTF-16, unsaid', Buffer.from(QUESTION, 'utf16le'), 'application/json', 400],
  ['Latin 1', Buffer.from(QUESTION), 'application/json; charset=latin1', 415],
  [
    'bytes that are no UTF-8',
    Buffer.from('{"query":"{ a\xff }"}', 'latin1'),
    'application/json',
    400,
  ],
  ['half a surrogate pair', '{"query":"{ __typename } #\\ud800"}', 'application/json', 400],
])('GQ29 %s', async (_what, body, type, expected) => {
  expect((await sendBody(port, body, { 'content-type': type })).status).toBe(expected);
});

test.each([
  ['a comment of 900 kB', `#${'x'.repeat(900_000)}\n{ __typename }`, 413],
  [
    'a block string of 800 kB',
    `{ place(postcode: """${'x'.repeat(800_000)}""") { __typename } }`,
    413,
  ],
  ['a comment of 200 kB', `#${'x'.repeat(200_000)}\n{ __typename }`, 200],
  ['a postcode of 200 kB', `{ place(postcode: """${'x'.repeat(200_000)}""") { __typename } }`, 200],
])('GQ30 %s', async (_what, query, expected) => {
  const { status, text } = await sendBody(port, JSON.stringify({ query }));
  expect(status).toBe(expected);
  expect(text.length).toBeLessThan(1000);
});

describe('GQ40 a head', () => {
  test.each([
    ['of 64 kB', sized(QUESTION, `X: ${'x'.repeat(65_536)}`), [431]],
    ['with two lengths', sized(QUESTION, 'Content-Length: 5'), [400]],
    [
      'with a length and chunks, as smugglers send',
      sized(QUESTION, 'Transfer-Encoding: chunked'),
      [400],
    ],
    ['with chunks twice', written('0\r\n\r\n', 'Transfer-Encoding: chunked, chunked'), [400]],
    ['with a bare line feed in it', 'GET / HTTP/1.1\nHost: x\n\n', [400]],
  ])('%s is refused and the connection closed', async (_what, bytes, expected) => {
    const text = await sendRaw(port, bytes);
    expect(statuses(text)).toEqual(expected);
    expect(text).toMatch(/connection: close/i);
  });
  test('of 300 lines is refused with 431', async () => {
    const lines = Array.from({ length: 300 }, (_, at) => `X-${at}: 1`);
    expect(statuses(await sendRaw(port, sized(QUESTION, ...lines)))).toEqual([431]);
  });
});

describe('GQ41 the host', () => {
  test('left out is 400', async () => {
    const bytes = sized(QUESTION).replace('Host: x\r\n', '');
    expect(statuses(await sendRaw(port, bytes))).toEqual([400]);
  });
  test('given twice is 400', async () => {
    expect(statuses(await sendRaw(port, sized(QUESTION, 'Host: a', 'Host: b')))).toEqual([400]);
  });
  test('of somebody else is never repeated', async () => {
    const text = await sendRaw(
      port,
      sized(QUESTION, 'Host: evil.example', 'X-Forwarded-Host: evil.example'),
    );
    expect(statuses(text)).toEqual([200]);
    expect(text).not.toContain('evil');
  });
});

test.each(['X-HTTP-Method-Override: DELETE', 'X-Method-Override: GET', '_method: PUT'])(
  'GQ42 %s changes nothing',
  async (line) => {
    const text = await sendRaw(port, sized(QUESTION, line));
    expect(text).toContain(ANSWER);
  },
);

test.each([
  ['text/html', 406],
  ['image/png', 406],
  ['*/*', 200],
  [repeat(700, (at) => `a/${at};q=0.1`, ','), 406],
])('GQ43 accept %.40s gives JSON or 406, never a page', async (accept, expected) => {
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: QUESTION,
  });
  expect(response.status).toBe(expected);
  expect(response.headers.get('content-type') ?? '').not.toMatch(/html/);
});

describe('GQ46 a client that', () => {
  test('hangs up in the middle leaves the server well', async () => {
    for (let client = 0; client < 50; client++) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(sized('{"query":"{ needs { id } areas(kind: \\"pct\\") { boundary } }"}'), () =>
        socket.resetAndDestroy(),
      );
    }
    expect((await sendBody(port, QUESTION)).text).toBe(ANSWER);
  });
  test('closes its half still gets its answer', async () => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.end(sized(QUESTION));
    expect(await restOf(socket)).toContain(ANSWER);
  });
});

describe('GQ47 an old or odd way to ask', () => {
  test('HTTP/1.0 is served and the connection closed', async () => {
    const text = await sendRaw(port, 'GET /schema.graphql HTTP/1.0\r\n\r\n');
    expect(statuses(text)).toEqual([200]);
  });
  test('100 questions in one go are each answered, in order', async () => {
    const open = sized(QUESTION).replace('Connection: close\r\n', '');
    const text = await sendRaw(port, open.repeat(99) + sized(QUESTION));
    expect(statuses(text)).toEqual(Array<number>(100).fill(200));
  });
  test.each([
    ['a whole address', `GET http://evil.example/schema.graphql HTTP/1.1`],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1'],
    ['TRACE', 'TRACE / HTTP/1.1'],
    ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1'],
    ['a method nobody knows', 'BREW / HTTP/1.1'],
    ['HTTP/9.9', 'GET / HTTP/9.9'],
  ])('%s is refused or served, and nothing sent is sent back', async (_what, line) => {
    const text = await sendRaw(
      port,
      `${line}\r\nHost: x\r\nX-Secret: canary\r\nConnection: close\r\n\r\n`,
    );
    expect(statuses(text).every((status) => status < 500)).toBe(true);
    expect(text).not.toMatch(/canary|evil/);
  });
});

test.each([
  ['no query beside it', '{}'],
  ['another query beside it', '{"query":"{ __typename }"}'],
])('GQ48 the hash of a stored question, with %s', async (what, body) => {
  const sha256Hash = 'e'.repeat(64);
  const question = {
    ...(JSON.parse(body) as object),
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  };
  const { status, errors } = await sendBody(port, JSON.stringify(question));
  expect(status).toBe(what.startsWith('no') ? 400 : 200);
  expect(errors.length).toBe(what.startsWith('no') ? 1 : 0);
});
