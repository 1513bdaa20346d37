import { describe, expect, test } from 'vitest';

import { writeRelease } from '../../server/database/write-release.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { serve } from './served.ts';

/** What is known of an address is known until the release changes, and of a person nothing is kept. */
const database = await openWorld(fourSquares);
const base = `http://127.0.0.1:${await serve(database)}`;

/** Drawings have the release in their address. */
const OF_RELEASE = ['/geojson/areas?kind=district&date=2010-01-01', '/fhir/Organization?_count=5'];
const OF_PROGRAM = ['/schema.graphql', '/settings.json'];

async function etagOf(path: string): Promise<string> {
  const response = await fetch(`${base}${path}`);
  await response.arrayBuffer();
  expect([path, response.status]).toEqual([path, 200]);
  const etag = response.headers.get('etag');
  expect([path, etag]).toEqual([path, expect.any(String)]);
  return etag ?? '';
}

async function etags(paths: readonly string[]): Promise<string[]> {
  return Promise.all(paths.map(etagOf));
}

test.each([...OF_RELEASE, ...OF_PROGRAM])(
  '%s is not sent twice to whoever has it',
  async (path) => {
    const headers = { 'if-none-match': await etagOf(path) };
    const again = await fetch(`${base}${path}`, { headers });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('cache-control')).not.toContain('no-store');
  },
);

describe('what is asked of a person is never kept', () => {
  const question = { postcode: 'SO99 1AA', need: 'carers' };
  const query = '{ release { id } }';
  test.each<[string, string, string]>([
    ['/graphql', 'application/json', JSON.stringify({ query })],
    ['/referrals', 'text/csv', 'postcode,need\nSO99 1AA,carers\n'],
    ['/referrals', 'application/x-ndjson', JSON.stringify(question)],
    ['/plain', 'application/x-www-form-urlencoded', 'postcode=SO99+1AA&need=carers'],
  ])('%s as %s', async (path, type, body) => {
    const headers = { 'content-type': type };
    const response = await fetch(`${base}${path}`, { method: 'POST', headers, body });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(response.headers.get('etag')).toBeNull();
  });
});

test('another release has other keys, and the program keeps its own', async () => {
  const before = { release: await etags(OF_RELEASE), program: await etags(OF_PROGRAM) };
  expect(await etags(OF_RELEASE)).toEqual(before.release);
  const release = { ...fourSquares.release, id: 'four-squares-anew' };
  const areas = fourSquares.areas.map((each) => ({
    ...each,
    area: { ...each.area, name: `${each.area.name} anew` },
  }));
  await writeRelease(
    database,
    { ...fourSquares, release, areas },
    new Date('2026-11-22T12:00:00Z'),
  );
  const after = { release: await etags(OF_RELEASE), program: await etags(OF_PROGRAM) };
  expect(after.release.filter((etag, at) => etag === before.release[at])).toEqual([]);
  expect(after.program).toEqual(before.program);
});
