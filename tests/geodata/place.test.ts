import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cellsOf, pairKey, tallyOf } from '../../geodata/cells.ts';
import { crowdingOf } from '../../geodata/crowding.ts';
import { placePostcodes, type Placing } from '../../geodata/place.ts';
import { noRows, type PostcodeList } from '../../geodata/read/postcode-list.ts';
import type { ContentPostcode } from '../../server/database/release-content.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { indexBoundaries } from '../../server/domain/boundary-index.ts';
import { metresPerDegree } from '../../server/domain/position.ts';
import { groundFrom, partsRound } from '../../server/domain/spread.ts';
import {
  areas,
  CENTRE,
  county,
  east,
  EAST,
  MIDDLE,
  NORTH,
  north,
  northEast,
  northWest,
  point,
  sets,
  shapes,
  SOUTH,
  south,
  unit,
  west,
  WEST,
} from '../worlds/four-squares.ts';

const drawn = areas.flatMap((area, at) => {
  const shape = shapes[at];
  return shape ? [{ area, shape }] : [];
});
const groundAt = groundFrom(
  sets.map((set) => indexBoundaries(drawn.filter(({ area }) => area.set === set))),
);
const [metresEast, metresNorth] = metresPerDegree(CENTRE);

type Row = readonly [postcode: string, lon: number, lat: number];

function listFrom(rows: readonly Row[], ended: readonly number[] = []): PostcodeList {
  const read = noRows();
  rows.forEach(([postcode, lon, lat], at) => {
    const day = ended.includes(at) ? localDate('2010-01-01') : null;
    read.add({ postcode: unit(postcode), lon, lat, ended: day });
  });
  return read.list();
}

const place = (list: PostcodeList): Promise<Placing> =>
  placePostcodes(list, sets, drawn, () => undefined);
const lonAt = (metres: number): number => MIDDLE + metres / metresEast;
const latAt = (metres: number): number => CENTRE + metres / metresNorth;

/** Codes of the areas of each part, the largest first. */
function codes({ cells }: ContentPostcode, placing: Placing): (string[] | 'outside')[] {
  return cells.map(
    ([cell]) => placing.cells[cell]?.areas.map((id) => areas[id]?.code ?? '') ?? 'outside',
  );
}

describe('a postcode', () => {
  test('far from every line lies in one cell, and its sets are not near', async () => {
    const placing = await place(listFrom([['SO1 1AA', lonAt(-600), latAt(550)]]));
    const [postcode] = placing.postcodes;
    expect(postcode && codes(postcode, placing)).toEqual([['W', 'C', 'N', 'B']]);
    expect(postcode?.metresToLine).toEqual([]);
  });
  test('knows its metres to each line within half a kilometre, never to the coast', async () => {
    const [postcode] = (await place(listFrom([['SO1 1AA', lonAt(-120), latAt(300)]]))).postcodes;
    expect(postcode?.metresToLine).toEqual([
      [0, 120],
      [2, 300],
    ]);
  });
  test('with neighbours a few doors away stays on its side of a line 30 metres off', async () => {
    const crowd = [0, 1, 2, 3].map((at): Row => [
      `SO1 1A${'ABDE'.charAt(at)}`,
      lonAt(-30),
      latAt(300 + at * 10),
    ]);
    const placing = await place(listFrom(crowd));
    expect([...placing.postcodes].map((each) => codes(each, placing).length)).toEqual([1, 1, 1, 1]);
  });
  test('without neighbours may reach over a line 30 metres off, its own ground first', async () => {
    const placing = await place(listFrom([['SO1 1AA', lonAt(-30), latAt(300)]]));
    const [postcode] = placing.postcodes;
    expect(postcode && codes(postcode, placing)).toEqual([
      ['W', 'C', 'N', 'B'],
      ['E', 'C', 'N', 'B'],
    ]);
    expect(postcode?.cells[0]?.[1]).toBeGreaterThan(0.5);
  });
  test('on the line is somewhere, and on both sides', async () => {
    const placing = await place(listFrom([['SO1 1AA', MIDDLE, latAt(300)]]));
    const [postcode] = placing.postcodes;
    expect(postcode && codes(postcode, placing).map(([district]) => district)).toEqual(['E', 'W']);
  });
  test('out at sea lies in no cell, and one without a position has none', async () => {
    const placing = await place(
      listFrom([
        ['SO1 1AA', -0.5, 50.5],
        ['SO1 1AB', NaN, NaN],
      ]),
    );
    expect([...placing.postcodes].map(({ position, cells }) => [position, cells])).toEqual([
      [[-0.5, 50.5], []],
      [null, []],
    ]);
  });
  test('a few metres off a drawn coast is taken ashore', async () => {
    const placing = await place(listFrom([['SO1 1AA', WEST - 10 / metresEast, latAt(300)]]));
    const [postcode] = placing.postcodes;
    expect(postcode && codes(postcode, placing)).toEqual([['W', 'C', 'N', 'B']]);
  });
  test('further off may be ashore or not', async () => {
    const placing = await place(listFrom([['SO1 1AA', WEST - 60 / metresEast, latAt(300)]]));
    const [postcode] = placing.postcodes;
    expect(postcode && codes(postcode, placing)).toEqual(['outside', ['W', 'C', 'N', 'B']]);
  });
});

describe('anywhere', () => {
  const somewhere = fc.tuple(
    fc.double({ min: WEST - 0.005, max: EAST + 0.005, noNaN: true }),
    fc.double({ min: SOUTH - 0.005, max: NORTH + 0.005, noNaN: true }),
  );
  test('shares add up to 1 and the largest comes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somewhere, { minLength: 1, maxLength: 30 }), async (points) => {
        const rows = points.map(([lon, lat], at): Row => [`SO${at + 1} 1AA`, lon, lat]);
        const placing = await place(listFrom(rows));
        for (const { cells } of [...placing.postcodes, ...placing.sectors]) {
          const shares = cells.map(([, share]) => share);
          if (shares.length > 0)
            expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
          expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        }
      }),
      { numRuns: 50 },
    );
  });
  test('the ground of the point itself has at least a third', () => {
    fc.assert(
      fc.property(somewhere, fc.integer({ min: 1, max: 150 }), ([lon, lat], metres) => {
        const here = point(lon, lat);
        const own = groundAt(here);
        const part = partsRound(here, metres, groundAt).find(({ ground }) =>
          own.every((area) => ground.includes(area)),
        );
        expect(part?.share).toBeGreaterThanOrEqual(1 / 3 - 1e-12);
      }),
    );
  });
});

describe('parts round a point', () => {
  test('leave out the sea', () => {
    const [only, ...others] = partsRound(point(WEST + 10 / metresEast, latAt(300)), 100, groundAt);
    expect(only?.ground.map(({ code }) => code)).toEqual(['W', 'C', 'N', 'B']);
    expect(others).toEqual([]);
  });
  test('take ground that lacks only a coast drawn shorter for the ground it lies in', () => {
    const shorter = (at: Parameters<typeof groundAt>[0]): ReturnType<typeof groundAt> =>
      groundAt(at).filter((area) => area !== county || at[0] > WEST + 50 / metresEast);
    expect(partsRound(point(WEST + 40 / metresEast, latAt(300)), 100, shorter)).toEqual([
      { ground: [west, county, north, areas[5]], share: 1 },
    ]);
  });
});

describe('crowding', () => {
  test('is the mean distance to the three nearest other positions, from 20 to 150 metres', () => {
    const spreadOf = (metres: readonly number[]): number => {
      const lons = Float64Array.from([0, ...metres], (each) => lonAt(each));
      const lats = Float64Array.from(lons, () => CENTRE);
      return Math.round(crowdingOf(lons, lats).spreadAt(0));
    };
    expect(spreadOf([40, 80, 120, 700])).toBe(80);
    expect(spreadOf([40, 40, 40, 80, 120])).toBe(80);
    expect(spreadOf([0, 40, 80, 120])).toBe(80);
    expect(spreadOf([1, 2, 3])).toBe(20);
    expect(spreadOf([40])).toBe(150);
    expect(spreadOf([30, -30, 300])).toBe(120);
    expect(spreadOf([])).toBe(150);
  });
  test('does not count postcodes that have no position', () => {
    const lons = Float64Array.of(MIDDLE, NaN, NaN, NaN);
    expect(crowdingOf(lons, Float64Array.of(CENTRE, NaN, NaN, NaN)).spreadAt(0)).toBe(150);
  });
});

describe('counts', () => {
  test('of cells go by the largest part, and leave ended postcodes out', async () => {
    const rows: Row[] = [
      ['SO1 1AA', lonAt(-600), latAt(550)],
      ['SO1 1AB', lonAt(-30), latAt(550)],
      ['SO1 1AD', lonAt(600), latAt(550)],
      ['SO1 1AE', lonAt(610), latAt(550)],
    ];
    const placing = await place(listFrom(rows, [3]));
    const { ofArea, ofPair } = tallyOf(placing.cells);
    expect([west, east, county, north, south].map(({ id }) => ofArea.get(id))).toEqual([
      2,
      1,
      3,
      3,
      undefined,
    ]);
    expect(ofPair.get(pairKey(west.id, north.id))).toBe(2);
  });
  test('of one ground go to one cell', () => {
    const cells = cellsOf();
    expect([northWest, northEast, northWest].map((ground) => cells.idOf(ground))).toEqual([
      0, 1, 0,
    ]);
  });
});

test('a sector is the mean of its live postcodes, and says what lies outside', async () => {
  const rows: Row[] = [
    ['SO1 1AA', lonAt(-600), latAt(550)],
    ['SO1 1AB', lonAt(600), latAt(550)],
    ['SO1 1AD', -0.5, 50.5],
    ['SO1 1AE', NaN, NaN],
    ['SO1 2AA', -0.97, 51.005],
    ['SO1 2AB', -0.5, 50.5],
  ];
  const { sectors, cells } = await place(listFrom(rows, [5]));
  expect(sectors.map(({ sector, postcodes }) => [sector, postcodes])).toEqual([
    ['SO1 1', 3],
    ['SO1 2', 1],
  ]);
  expect(
    sectors[0]?.cells.map(([cell, share]) => [cells[cell]?.areas[0] ?? 'outside', share]),
  ).toEqual([
    [west.id, 1 / 3],
    [east.id, 1 / 3],
    ['outside', 1 / 3],
  ]);
  expect(sectors[1]?.position).toEqual([-0.97, 51.005]);
});
