import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Database } from '../../server/database/database.ts';
import { disconnect } from '../../server/database/connect.ts';
import { DRAWING_METRES, type Drawing } from '../../server/domain/drawing.ts';
import { openReadyDatabase } from '../../geodata/ready.ts';
import { createQuestions } from '../../server/questions/questions.ts';
import { serve } from './served.ts';

let database: Database;
let port: number;
let release: string;

beforeAll(async () => {
  database = await openReadyDatabase('sqlite::memory:', () => null);
  port = await serve(database);
  release = (await createQuestions(database)()).atlas.release.id;
});
afterAll(() => disconnect(database));

test('gives the two sets of a day and their overlaps as one TopoJSON file that never changes', async () => {
  const { status, headers, body } = await get(`/drawings/${release}/district/pct/2004-03-31/100`);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-encoding']).toBe('gzip');
  const drawing = JSON.parse(gunzipSync(body).toString()) as Drawing;
  expect(drawing.metres).toBe(100);
  const { lefts, rights, overlaps } = drawing.objects;
  const ids = overlaps.geometries.map(({ id }) => String(id));
  expect(lefts.geometries).toHaveLength(14);
  expect(rights.geometries.map(({ id }) => id)).toContain('5E9');
  expect(ids).toContain('E07000093 5E9');
  const again = await get(`/drawings/${release}/district/pct/2004-03-31/100`, {
    'if-none-match': headers['etag'] ?? '',
  });
  expect(again.status).toBe(304);
});

test('gives it plain to who cannot read compressed, and one drawing for all days of the same sets', async () => {
  const compressed = await get(`/drawings/${release}/district/pct/2004-03-31/400`);
  const plain = await get(`/drawings/${release}/district/pct/2005-05-05/400`, {
    'accept-encoding': 'identity',
  });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body).toEqual(gunzipSync(compressed.body));
});

test('gives what lies around one square alone, each area whole', async () => {
  const path = `/drawings/${release}/district/pct/2004-03-31/25`;
  const [whole, near] = await Promise.all(
    [path, `${path}/-2x100`].map(async (each) => {
      const { status, body } = await get(each);
      expect(status).toBe(200);
      return JSON.parse(gunzipSync(body).toString()) as Drawing;
    }),
  );
  const ids = (drawing: Drawing | undefined): unknown[] =>
    drawing?.objects.lefts.geometries.map(({ id }) => id) ?? [];
  expect(ids(whole)).toEqual(expect.arrayContaining(ids(near)));
  expect(ids(near)).toContain('E07000091');
  expect(ids(near)).not.toContain('E07000084');
  expect(ids(near).length).toBeLessThan(14);
  const elsewhere = await get(`${path}/5x90`);
  const empty = JSON.parse(gunzipSync(elsewhere.body).toString()) as Drawing;
  expect(ids(empty)).toEqual([]);
});

test.each([
  ['another release', 'other-1', 'district', 'pct', '2004-03-31', '100'],
  ['a kind not in force', null, 'district', 'pct', '2020-03-31', '100'],
  ['a day that is none', null, 'district', 'pct', '2004-02-31', '100'],
  ['a fineness not made', null, 'district', 'pct', '2004-03-31', '50'],
  ['a square that is none', null, 'district', 'pct', '2004-03-31', '25', 'SO23'],
  ['a square and more', null, 'district', 'pct', '2004-03-31', '25', '-2x100', '1'],
  ['a name no kind has', null, '__proto__', 'pct', '2004-03-31', '100'],
])('knows no drawing of %s', async (_what, other, ...parts) => {
  const { status, body } = await get(['/drawings', other ?? release, ...parts].join('/'));
  expect(status).toBe(404);
  expect(body.toString()).toContain('There is no such drawing');
});

test('thirty-six who ask at once for different drawings are more than it makes wait', async () => {
  const kinds = ['district', 'upper-tier', 'pct'];
  const paths = kinds.flatMap((left) =>
    kinds.flatMap((right) =>
      DRAWING_METRES.map((metres) => `/drawings/${release}/${left}/${right}/2004-04-01/${metres}`),
    ),
  );
  const statuses = (await Promise.all(paths.map((path) => get(path)))).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect((await get(paths.at(-1) ?? '')).status).toBe(200);
});

type Got = {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

function get(path: string, headers: Record<string, string | string[]> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, path, headers: { 'accept-encoding': 'gzip', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { statusCode: status } = response;
          resolve({ status, headers: response.headers, body: Buffer.concat(chunks) });
        });
      },
    );
    asked.on('error', reject).end();
  });
}
