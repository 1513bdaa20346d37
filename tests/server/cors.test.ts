import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { parseOrigins } from '../../server/http/cors.ts';
import { openWorld } from '../worlds/open.ts';
import { sendBody } from './question.ts';
import { serve } from './served.ts';

const LISTED = 'https://forms.example.org';
const database = await openWorld(readEmbeddedPack());
const port = await serve(database, { CORS_ORIGINS: `${LISTED}, http://localhost:3000` });
const base = `http://127.0.0.1:${port}`;
const BODY = '{"query":"{ __typename }"}';

function allowing({ headers }: { readonly headers: Headers }): string[] {
  return [...headers.keys()].filter((name) => name.startsWith('access-control'));
}

describe('C5 a page of another site', () => {
  test('that is listed may read answers, without cookies or logins', async () => {
    const answer = await sendBody(port, BODY, { origin: LISTED });
    expect(answer.headers.get('access-control-allow-origin')).toBe(LISTED);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('vary')).toBe('origin');
  });
  test('that is listed may ask whether it may ask', async () => {
    const answer = await fetch(`${base}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: LISTED, 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    const headers = answer.headers.get('access-control-allow-headers')?.split(', ');
    expect(headers).toEqual(expect.arrayContaining(['content-type', 'authorization']));
    expect(headers, 'to keep what has an ETag').toContain('if-none-match');
  });
  test('that is listed may read the standards too, whatever else the answer depends on', async () => {
    const answer = await fetch(`${base}/oruk/services`, { headers: { origin: LISTED } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(LISTED);
    expect(answer.headers.get('vary')).toBe('origin, accept-encoding');
  });
  test.each([
    'https://evil.example',
    'null',
    `${LISTED}.evil.example`,
    LISTED.toUpperCase(),
    `${LISTED}/`,
  ])('that is not listed may not: %s', async (origin) => {
    const answer = await sendBody(port, BODY, { origin });
    expect(allowing(answer)).toEqual([]);
    expect(answer.headers.get('vary')).toBe('origin');
    const preflight = await fetch(`${base}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, ...allowing(preflight)]).toEqual([405]);
  });
  test('may not read our pages, listed or not', async () => {
    expect(allowing(await fetch(`${base}/`, { headers: { origin: LISTED } }))).toEqual([]);
    expect(allowing(await fetch(`${base}/plain`, { headers: { origin: LISTED } }))).toEqual([]);
  });
});

test('C5 with no list, there is no such header at all', async () => {
  const closed = await serve(database);
  const answer = await sendBody(closed, BODY, { origin: LISTED });
  expect(allowing(answer)).toEqual([]);
  expect(answer.headers.get('vary')).toBeNull();
});

test.each([
  '*',
  'null',
  'https://x.example/',
  'https://x.example/path',
  'x.example',
  'ftp://x.example',
  'HTTPS://x.example',
  '',
])('C5 %j is no list of origins', (text) => {
  expect(parseOrigins(text)).toBeUndefined();
});
