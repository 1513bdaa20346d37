import { connect as connectSocket } from 'node:net';

import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { openWorld } from '../worlds/open.ts';
import { serve } from './served.ts';

const database = await openWorld(readEmbeddedPack());
const port = await serve(database);
const base = `http://127.0.0.1:${port}`;
const JSON_HEADERS = { 'content-type': 'application/json' };
const QUERY = JSON.stringify({ query: '{ __typename }' });
const post = (body: BodyInit, headers: Record<string, string> = JSON_HEADERS): Promise<Response> =>
  fetch(`${base}/graphql`, { method: 'POST', headers, body });

describe('POST /graphql', () => {
  test('answers, and is never stored', async () => {
    const response = await post(QUERY);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
  test('gives no other site leave to read it', async () => {
    const response = await post(QUERY, { ...JSON_HEADERS, origin: 'https://evil.example' });
    expect(
      [...response.headers.keys()].filter((name) => name.startsWith('access-control')),
    ).toEqual([]);
  });
  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])(
    'is the only way: %s is 405',
    async (method) => {
      const response = await fetch(`${base}/graphql?query=%7B__typename%7D`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    },
  );
  test.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data',
    'application/json; charset=utf-16',
  ])('refuses %s with 415', async (type) => {
    expect((await post(QUERY, { 'content-type': type })).status).toBe(415);
  });
  test('refuses a compressed body with 415', async () => {
    expect((await post(QUERY, { ...JSON_HEADERS, 'content-encoding': 'gzip' })).status).toBe(415);
  });
  test('refuses a body over 256 KiB with 413, said or unsaid', async () => {
    expect((await post(' '.repeat(256 * 1024 + 1))).status).toBe(413);
    const chunks = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    const streamed = { method: 'POST', headers: JSON_HEADERS, body: chunks, duplex: 'half' };
    const status = await fetch(`${base}/graphql`, streamed).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
  });
  test.each([
    ['no JSON', 'x'],
    ['a list', '[{"query":"{__typename}"}]'],
    ['100,000 brackets', '['.repeat(100_000)],
    ['no query', '{}'],
    [
      'two operations and no name',
      JSON.stringify({ query: 'query a{__typename} query b{__typename}' }),
    ],
  ])('refuses %s with 400', async (_what, body) => {
    const headers = { ...JSON_HEADERS, accept: 'application/graphql-response+json' };
    expect((await post(body, headers)).status).toBe(400);
  });
});

describe('pages', () => {
  test('tell the browser to load nothing from elsewhere and pass nothing on', async () => {
    const response = await fetch(`${base}/schema.graphql`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });
  test('the schema is served as a file, once', async () => {
    const response = await fetch(`${base}/schema.graphql`);
    expect(await response.text()).toContain('type Query');
    const again = await fetch(`${base}/schema.graphql`, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
  test.each([
    '/.env',
    '/.git/config',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%5cpackage.json',
    '/assets/%00',
    '/no-such.js',
  ])('%s is 404', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });
  test('an address of no page is 404, and the page there says so', async () => {
    const response = await fetch(`${base}/nowhere`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
  });
  test('POST to a page is 405', async () => {
    expect((await fetch(`${base}/`, { method: 'POST' })).status).toBe(405);
  });
});

test('a request that never ends its headers is dropped', async () => {
  const socket = connectSocket(port, '127.0.0.1');
  socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\n');
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  expect(socket.destroyed).toBe(true);
});

/** As a raw client would ask, without the tidying that fetch does. */
function statusOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => {
      resolve(Number(text.split(' ')[1]));
    });
    socket.on('error', reject);
  });
}
