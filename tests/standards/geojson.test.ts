import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';

import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { isInBox, parseLonLat, UNITED_KINGDOM } from '../../server/domain/position.ts';
import { polygonsOf } from '../../server/domain/shape.ts';
import { serve } from '../server/served.ts';
import { CENTRE, EAST, fourSquares, NORTH, WEST } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';

const drawn = `http://127.0.0.1:${await serve(await openWorld(fourSquares))}/geojson`;
const embedded = `http://127.0.0.1:${await serve(await openWorld(readEmbeddedPack()))}/geojson`;

type Area = {
  readonly kind: string;
  readonly code: string;
  readonly gss: string | null;
  readonly name: string;
};
type Overlap = {
  readonly left: Area;
  readonly right: Area;
  readonly residents: number;
  readonly shareOfLeft: number;
};
type Collection<Properties> = FeatureCollection<Polygon | MultiPolygon, Properties> & {
  readonly date: string;
  readonly release: { readonly id: string };
  readonly licence: string;
};

async function get<Body>(address: string): Promise<Body> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
  return (await response.json()) as Body;
}

const areas = (search: string, base = embedded): Promise<Collection<Area>> =>
  get(`${base}/areas?${search}`);
const overlaps = (search: string, base = embedded): Promise<Collection<Overlap>> =>
  get(`${base}/overlaps?${search}`);

/** Twice the signed area on the flat, from the first corner: positive when anticlockwise. */
function turns(ring: readonly Position[]): number {
  const [[x = 0, y = 0] = []] = ring;
  return ring.slice(1).reduce((sum, [lon = 0, lat = 0], at) => {
    const [before = 0, beforeLat = 0] = ring[at] ?? [];
    return sum + (before - x) * (lat - y) - (lon - x) * (beforeLat - y);
  }, 0);
}

function faultsOf({ features }: FeatureCollection<Polygon | MultiPolygon>): string[] {
  return features.flatMap(({ id, geometry, bbox = [] }) =>
    polygonsOf(geometry).flatMap((rings) =>
      rings.flatMap((ring, at) => [
        ...(ring.length < 4 ? [`${String(id)} has a ring of ${ring.length}`] : []),
        ...(String(ring[0]) === String(ring.at(-1)) ? [] : [`${String(id)} has an open ring`]),
        ...(turns(ring as Position[]) > 0 === (at === 0)
          ? []
          : [`${String(id)} turns the wrong way`]),
        ...ring
          .filter(([lon = 0, lat = 0]) => {
            const point = parseLonLat(lon, lat);
            const [west = 0, south = 0, east = 0, north = 0] = bbox;
            return (
              !point ||
              !isInBox(point, UNITED_KINGDOM) ||
              !isInBox(point, [west, south, east, north])
            );
          })
          .map((position) => `${String(id)} lies at ${String(position)}`),
      ]),
    ),
  );
}

describe('areas', () => {
  test('of a kind on a day within an area: the eleven districts and seven PCTs of the county', async () => {
    const districts = await areas('kind=district&date=2004-03-31&within=E10000014');
    expect(districts.features).toHaveLength(11);
    expect(districts).toMatchObject({ type: 'FeatureCollection', date: '2004-03-31' });
    expect((await areas('kind=pct&date=2004-03-31&within=E10000014')).features).toHaveLength(7);
    expect((await areas('kind=district&date=2004-03-31')).features).toHaveLength(14);
  });

  test('say the release, the licence, where lines came from and what a reader must know', async () => {
    const answer = await areas('kind=pct&date=2004-03-31');
    expect(answer).toMatchObject({
      licence: expect.stringMatching(/./) as string,
      notices: expect.arrayContaining([expect.stringMatching(/generalised/)]) as string[],
      boundarySets: [{ kind: 'pct', edition: '2002', status: 'RECONSTRUCTED', to: '2006-10-01' }],
    });
    expect(answer.release.id).toBe(readEmbeddedPack().release.id);
  });

  test.each(['district', 'upper-tier', 'pct', 'icb'])(
    'RFC 7946: %s are closed, in degrees, longitude first, anticlockwise outside',
    async (kind) => {
      const date = kind === 'icb' ? '2024-01-01' : '2012-01-01';
      for (const search of [`kind=${kind}&date=${date}`, `kind=${kind}&date=${date}&max_points=50`])
        expect(faultsOf(await areas(search))).toEqual([]);
    },
  );

  test('have no more points than asked for, about', async () => {
    const points = async (search: string): Promise<number> =>
      JSON.stringify(
        (await areas(`kind=district&date=2012-01-01${search}`)).features.map(
          ({ geometry }) => geometry,
        ),
      ).length;
    expect(await points('&max_points=20')).toBeLessThan((await points('')) / 2);
  });

  test('one by its code is a feature with the same members', async () => {
    const north = await get<Feature & { date: string; release: object }>(
      `${drawn}/areas/N?date=2010-01-01`,
    );
    expect(north).toMatchObject({
      type: 'Feature',
      id: 'N',
      date: '2010-01-01',
      release: { id: 'four-squares' },
      licence: 'MIT',
      bbox: [WEST, CENTRE, EAST, NORTH],
      properties: { kind: 'pct', code: 'N', ods: 'N', gss: null, postcodes: 20, residents: 2000 },
    });
    const city = await get<Feature<Polygon, Area>>(`${embedded}/areas/E06000044?kind=upper-tier`);
    expect(city.properties.kind).toBe('upper-tier');
  });
});

describe('overlaps', () => {
  test('are the eighteen of districts and PCTs in the county, weighed as GraphQL weighs them', async () => {
    const { features } = await overlaps('left=district&right=pct&date=2004-03-31&within=E10000014');
    expect(features).toHaveLength(18);
    const byLeft = Map.groupBy(features, ({ properties }) => properties.left.code);
    for (const [code, parts] of byLeft)
      expect([
        code,
        parts.reduce((sum, { properties }) => sum + properties.shareOfLeft, 0),
      ]).toEqual([code, expect.closeTo(1, 2)]);
  });

  test.each([
    'left=district&right=pct&date=2004-03-31',
    'left=district&right=icb&date=2024-01-01&max_points=60',
  ])('RFC 7946: %s', async (search) => {
    const found = await overlaps(search);
    expect(found.features.length).toBeGreaterThan(10);
    expect(faultsOf(found)).toEqual([]);
  });

  test('without a shape of its own has none, and still its figures', async () => {
    const { features } = await overlaps(
      'left=district&right=pct&date=2010-01-01&weight=AREA',
      drawn,
    );
    expect(features.map(({ id, geometry }) => [id, geometry])).toEqual([
      ['W N', null],
      ['W S', null],
      ['E N', null],
      ['E S', null],
    ]);
    expect(features[0]?.properties).toMatchObject({ residents: 1000, shareOfLeft: 0.5 });
  });
});

describe('an ETag', () => {
  const etagOf = async (address: string): Promise<string | null> =>
    (await fetch(address)).headers.get('etag');
  const address = `${drawn}/areas?kind=district&date=2010-01-01`;

  test('spares sending what the asker has', async () => {
    const etag = (await etagOf(address)) ?? '';
    for (const known of [etag, `"other", ${etag}`, '*']) {
      const again = await fetch(address, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await fetch(address, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('is the same for the same question, and another for another', async () => {
    expect(await etagOf(`${drawn}/areas?date=2010-01-01&kind=district`)).toBe(
      await etagOf(address),
    );
    const others = ['&within=C', '&max_points=10'].map((more) => address + more);
    const etags = await Promise.all([address, ...others].map(etagOf));
    expect(new Set(etags).size).toBe(3);
  });

  test('changes with the release, and with nothing else', async () => {
    const reload = async (id: string): Promise<string | null> => {
      const content = { ...fourSquares, release: { ...fourSquares.release, id } };
      const port = await serve(await openWorld(content));
      return etagOf(`http://127.0.0.1:${port}/geojson/areas?kind=district&date=2010-01-01`);
    };
    expect(await reload('four-squares')).toBe(await etagOf(address));
    expect(await reload('five-squares')).not.toBe(await etagOf(address));
  });
});

test('is compressed for who can read that, and only then', async () => {
  const { hostname, port, pathname } = new URL(`${embedded}/areas`);
  const raw = (encoding: string): Promise<{ encoding: string | undefined; body: Buffer }> =>
    new Promise((resolve, reject) => {
      const path = `${pathname}?kind=district&date=2012-01-01`;
      request({ hostname, port, path, headers: { 'accept-encoding': encoding } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) });
        });
      })
        .on('error', reject)
        .end();
    });
  const [packed, plain] = [await raw('gzip'), await raw('identity')];
  expect([packed.encoding, plain.encoding]).toEqual(['gzip', undefined]);
  expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  expect(packed.body.length).toBeLessThan(plain.body.length / 2);
});

describe('what cannot be asked', () => {
  test.each([
    ['/areas', 400, /Wanted kind/],
    ['/areas?kind=ward', 400, /in force on/],
    ['/areas?kind=pct&date=2020-01-01', 400, /in force on 2020-01-01/],
    ['/areas?kind=district&date=yesterday', 400, /date as a day/],
    ['/areas?kind=district&within=X', 400, /has the code/],
    ['/areas?kind=district&max_points=3', 400, /max_points from 4/],
    ['/areas?kind=district&king=x', 400, /found "king"/],
    ['/overlaps?left=district', 400, /Wanted right/],
    ['/overlaps?left=district&right=icb&weight=HECTARES', 400, /weight to be one of/],
    ['/areas/X', 404, /has that code/],
    ['/areas/N?date=2020-01-01', 404, /on 2020-01-01/],
    ['/areas/W/x', 404, /nothing at this address/],
    ['/shapes', 404, /nothing at this address/],
    ['', 404, /nothing at this address/],
  ])('%s is %i, in one sentence', async (path, status, sentence) => {
    const response = await fetch(drawn + path);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status,
      title: expect.stringMatching(sentence) as string,
    });
  });
  test('POST is 405', async () => {
    const response = await fetch(`${drawn}/areas`, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
