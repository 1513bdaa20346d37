import { describe, expect, test } from 'vitest';

import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { serve } from './served.ts';

/** Clients log what they are refused with, so no refusal repeats a postcode, wherever in the question it stood. */
const port = await serve(await openWorld(fourSquares));
const SPELLINGS = ['SO23 8QX', 'SO238QX', 'so23 8qx', 'so238qx', 'SO23_8QX', 'so23-8qx'];

const send = (path: string, request: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, request);
const post = (path: string, type: string, body: string): Promise<Response> =>
  send(path, { method: 'POST', headers: { 'content-type': type }, body });
const FORM = 'application/x-www-form-urlencoded';

async function expectNotRepeated(response: Response): Promise<void> {
  const text = `${await response.text()} ${JSON.stringify([...response.headers])}`;
  const plain = (each: string): string => each.toUpperCase().replaceAll(/[\s_+-]|%20/g, '');
  expect(plain(text)).not.toContain('SO238QX');
}

describe.each(SPELLINGS)('%s is not repeated', (postcode) => {
  const typed = encodeURIComponent(postcode);
  test.each([
    `/${typed}/a.js`,
    `/oruk/${typed}`,
    `/oruk/services/${typed}`,
    `/oruk/services?page=${typed}`,
    `/oruk/services?day=${typed}`,
    `/oruk/services?modified_after=${typed}`,
    `/oruk/services?postcode=${typed}&postcode=${typed}`,
    `/oruk/services?proximity=${typed}`,
    `/oruk/services?${typed}=1`,
    `/fhir/${typed}`,
    `/fhir/Location/${typed}`,
    `/fhir/Location?address-postalcode=${typed}`,
    `/fhir/Location?${typed}=1`,
    `/fhir/Location?name:${typed}=a`,
    `/fhir/Location?_lastUpdated=${typed}`,
    `/fhir/Location?_count=${typed}`,
    `/fhir/Location?_format=${typed}`,
    `/geojson/${typed}`,
    `/geojson/areas/${typed}`,
    `/geojson/areas?kind=${typed}`,
    `/geojson/areas?kind=district&date=${typed}`,
    `/geojson/areas?kind=district&within=${typed}`,
    `/geojson/overlaps?left=district&right=${typed}`,
    `/feeds/${typed}`,
    `/feeds/areas/${typed}.atom`,
    `/outward/${typed}?need=carers`,
    `/outward/SO99?need=${typed}`,
    `/outward/SO99?need=carers&date=${typed}`,
    `/drawings/${typed}/district/pct/2004-03-31/100`,
    `/graphql?query=${typed}`,
  ])('by GET %s', async (path) => {
    const response = await send(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    await expectNotRepeated(response);
  });

  test.each(['/oruk/services', '/fhir/Location/_search'])('by a form to %s', async (path) => {
    for (const body of [`${typed}=1`, `page=${typed}`, `_count=${typed}`]) {
      const response = await post(path, FORM, body);
      expect(response.status).toBe(400);
      await expectNotRepeated(response);
    }
  });

  test.each([
    ['no JSON', `{"query": ${postcode}`],
    ['a key', JSON.stringify({ [postcode]: 1 })],
    ['a key given twice', `{"query":"{__typename}","${postcode}":1,"${postcode}":1}`],
    ['no document', JSON.stringify({ query: postcode })],
    ['an open quote', JSON.stringify({ query: `{ place(postcode: "${postcode}` })],
    ['a name', JSON.stringify({ query: `{ ${postcode.replace(/[ -]/, '_')} }` })],
    ['an argument', JSON.stringify({ query: `{ place(${postcode.replace(/[ -]/, '')}: 1) }` })],
    [
      'a value',
      JSON.stringify({ query: `{ place(postcode: ["${postcode}", 1]) { __typename } }` }),
    ],
    [
      'a bare word',
      JSON.stringify({ query: `{ place(postcode: ${postcode.replace(/[ -]/, '')}) }` }),
    ],
    ['a kind', JSON.stringify({ query: `{ areas(kind: "${postcode}") { name } }` })],
    ['a day', JSON.stringify({ query: `{ areas(kind: "pct", asAt: "${postcode}") { name } }` })],
    ...['postcode', 'need', 'age', 'gpPractice', 'asAt', 'at', 'answers', 'point', postcode].map(
      (field) => [`the variable ${field}`, referral({ need: 'carers', [field]: { is: postcode } })],
    ),
    ...['need', 'age', 'asAt', 'at'].map((field) => [
      `the text of ${field}`,
      referral({ need: 'carers', postcode, [field]: postcode }),
    ]),
  ])('by GraphQL with %s', async (_where, body = '') => {
    const response = await post('/graphql', 'application/json', body);
    expect(await response.clone().text()).toContain('"errors"');
    await expectNotRepeated(response);
  });

  test.each([
    ['text/csv', `${postcode},need\n${postcode},carers\n`],
    ['text/csv', `postcode,${postcode}\nSO99 1AA,carers\n`],
    [postcode.replace(/[ _-]/, '/'), postcode],
  ])('by a table of %s', async (type, body) => {
    const response = await post('/referrals', type, body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    await expectNotRepeated(response);
  });
});

function referral(input: object): string {
  return JSON.stringify({
    query: 'query($input: ReferralInput!) { referral(input: $input) { __typename } }',
    variables: { input },
  });
}

test('our own example of a postcode stays', async () => {
  const response = await post('/oruk/services', FORM, 'postcode=nonsense');
  expect(await response.text()).toContain('like SO23 8UJ');
});
