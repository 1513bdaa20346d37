import { existsSync } from 'node:fs';

import { afterAll, describe, expect, test } from 'vitest';

import { commonGround } from '../../geodata/overlay/common-ground.ts';
import { loadGeos } from '../../geodata/overlay/geos.ts';
import { outlineOf } from '../../geodata/overlay/outline.ts';
import { packed, type PackedShape, unpacked } from '../../geodata/overlay/packed-shape.ts';
import { openPool } from '../../geodata/overlay/pool.ts';
import { readAreas } from '../../geodata/read/geojson.ts';
import { soundAreas } from '../../geodata/sound.ts';
import type { Shape } from '../../server/domain/shape.ts';
import { chance, closed, coast, type Open } from '../worlds/coasts.ts';
import { polygon, type Ring, square } from '../worlds/manifest-folder.ts';

const geos = await loadGeos();

function both(one: Shape, other: Shape): PackedShape | null | 'touching' {
  return commonGround(outlineOf(packed(one)), outlineOf(packed(other)));
}

/** Square degrees. Throws where it breaks the rules of simple features. */
function areaOf(ground: PackedShape | null | 'touching'): number {
  if (ground === null) return 0;
  if (ground === 'touching') throw new Error('They touch');
  const geometry = geos.geometryOf(ground);
  const invalidity = geos.invalidityOf(geometry);
  if (invalidity !== undefined) throw new Error(invalidity);
  const area = geos.areaOf(geometry);
  geos.free(geometry);
  return area;
}

const box = polygon(square(0, 0, 4, 4));
/** With a corner for holes to touch. */
const SHELL: Ring = [[0, 4], ...square(0, 0, 8, 8).slice(0, 4), [0, 4]];
const ring = polygon(square(0, 0, 6, 6), square(2, 2, 4, 4));

describe('two shapes that pass through each other share', () => {
  test('the corner that both cover, and nothing else', () => {
    const ground = both(box, polygon(square(3, 3, 7, 7)));
    expect(ground === 'touching' || ground === null ? ground : unpacked(ground)).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [4, 3],
          [4, 4],
          [3, 4],
          [3, 3],
          [4, 3],
        ],
      ],
    });
  });
  test('each tooth of a comb that reaches over the other', () => {
    const comb = polygon([
      [-1, -2],
      [5, -2],
      [5, 1],
      [3, 1],
      [3, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -2],
    ]);
    const ground = both(box, comb);
    expect(areaOf(ground)).toBe(2);
    expect(ground).toMatchObject({ polygons: [1, 1] });
  });
  test('what a hole leaves, cut open or whole', () => {
    expect(areaOf(both(ring, polygon(square(-1, 3, 7, 7))))).toBe(6 * 3 - 2 * 1);
    const whole = both(ring, polygon(square(1, 1, 5, 7)));
    expect(areaOf(whole)).toBe(4 * 5 - 2 * 2);
    expect(whole).toMatchObject({ polygons: [2] });
  });
  test('an island in the hole of another with its own hole', () => {
    const nested: Shape = {
      type: 'MultiPolygon',
      coordinates: [
        ...[polygon(square(0, 0, 20, 20), square(2, 2, 18, 18))],
        ...[polygon(square(4, 4, 16, 16), square(6, 6, 14, 14))],
      ].map(({ coordinates }) => coordinates as number[][][]),
    };
    const ground = both(nested, polygon(square(-1, 1, 21, 19)));
    expect(areaOf(ground)).toBe(20 * 18 - 16 * 16 + 12 * 12 - 8 * 8);
    expect(ground).toMatchObject({ polygons: [2, 2] });
  });
  test('nothing when one is so thin that the sign of its area is a rounding', () => {
    const sliver = polygon([
      [0.1, 0.1],
      [0.3, 0.5],
      [0.6, 1.1],
      [0.1, 0.1],
    ]);
    const other = polygon(square(0.05, 0.2, 1, 0.9));
    expect([both(sliver, other), both(other, sliver)]).toEqual([null, null]);
  });
  test('ground in two parts where it touches itself in a corner', () => {
    const pinched = polygon(SHELL, [
      [0, 4],
      [4, 2],
      [6, 4],
      [4, 6],
      [0, 4],
    ]);
    const ground = both(pinched, polygon(square(-1, -1, 5, 9)));
    expect(areaOf(ground)).toBe(5 * 8 - 11);
  });
});

describe('two shapes of which no line meets the other share', () => {
  test('nothing when they lie apart, though their boxes meet', () => {
    expect(both(box, polygon(square(5, 0, 9, 4)))).toBe(null);
    const corner = polygon([
      [-1, -1],
      [9, -1],
      [9, 9],
      [8, 9],
      [8, 0.5],
      [8, -0.5],
      [-1, -0.5],
      [-1, -1],
    ]);
    expect(both(polygon(square(0, 0, 4, 4)), corner)).toBe(null);
  });
  test('all of the one within the other', () => {
    expect(areaOf(both(box, polygon(square(1, 1, 2, 2))))).toBe(1);
    expect(areaOf(both(polygon(square(1, 1, 2, 2)), box))).toBe(1);
  });
  test('nothing when one lies in the hole of the other, all but the hole when round it', () => {
    expect(both(ring, polygon(square(2.5, 2.5, 3.5, 3.5)))).toBe(null);
    expect(areaOf(both(ring, polygon(square(-1, -1, 9, 9))))).toBe(32);
  });
});

describe('it is left to GEOS', () => {
  test.each([
    ['when both run along one line', polygon(square(4, 0, 8, 4))],
    ['when they are the same', box],
    ['when a corner of one lies on the line of the other', polygon(square(2, 4, 3, 9))],
    ['when they meet in one corner', polygon(square(4, 4, 8, 8))],
    [
      'when a line passes through a corner',
      polygon([
        [3, 5],
        [5, 3],
        [6, 6],
        [3, 5],
      ]),
    ],
  ])('%s', (_when, other) => {
    expect([both(box, other), both(other, box)]).toEqual(['touching', 'touching']);
  });
  test('when a corner comes over a line by no more than a rounding, which may seem to turn its way round', () => {
    const corner = [1.7999999999999996, 0.4] as const;
    const [one, other] = [
      polygon([
        [0, 0],
        [3, 0],
        [0, 1],
        [0, 0],
      ]),
      polygon([corner, [4, 1], [4, 2], corner]),
    ];
    expect([both(one, other), both(other, one)]).toEqual(['touching', 'touching']);
  });
  test('when a hole touches its shell other than in a corner', () => {
    const loose = polygon(square(0, 0, 8, 8), [
      [0, 4],
      [2, 3],
      [2, 5],
      [0, 4],
    ]);
    expect(both(loose, polygon(square(-1, -1, 7, 9)))).toBe('touching');
  });
  test('when a hole touches two other lines of the ground, which may then fall apart', () => {
    const chained = polygon(
      SHELL,
      [
        [0, 4],
        [2, 3],
        [4, 4],
        [2, 5],
        [0, 4],
      ],
      [
        [4, 4],
        [6, 3],
        [7.5, 4],
        [6, 5],
        [4, 4],
      ],
    );
    expect(both(chained, polygon(square(-1, -1, 7, 9)))).toBe('touching');
  });
});

test('which way round a ring is written changes nothing', () => {
  const turned: Shape = {
    type: 'Polygon',
    coordinates: ring.coordinates.map((each) => each.toReversed()) as number[][][],
  };
  const other = polygon(square(1, 1, 5, 7));
  expect(areaOf(both(turned, other))).toBe(16);
});

describe('of 500 pairs of coasts', () => {
  test('the ground is valid, that of GEOS, and the same whichever comes first', () => {
    const draw = chance(1);
    for (let pair = 0; pair < 500; pair++) {
      const [one, other] = [closed(coast(draw)), closed(coast(draw))];
      const area = areaOf(both(one, other));
      expect(area / areaByGeos(packed(one), packed(other))).toBeCloseTo(1, 12);
      expect(areaOf(both(other, one)) / area).toBeCloseTo(1, 12);
    }
  });
});

describe('of 1,000 pairs of triangles, a corner of one put on a line of the other as well as numbers go', () => {
  test('the ground is that of GEOS, where it is not left to it', () => {
    const draw = chance(2);
    const drawn = (): Open[number] => [draw(), draw()];
    let compared = 0;
    for (let pair = 0; pair < 1000; pair++) {
      const [from, to, along] = [drawn(), drawn(), draw()];
      const corner = [
        from[0] + along * (to[0] - from[0]),
        from[1] + along * (to[1] - from[1]),
      ] as const;
      const [one, other] = [closed([from, to, drawn()]), closed([corner, drawn(), drawn()])];
      const ground = both(one, other);
      if (ground === 'touching') continue;
      compared++;
      const area = ground === null ? 0 : areaKnownBy(ground);
      expect(Math.abs(area - areaByGeos(packed(one), packed(other)))).toBeLessThan(1e-12);
    }
    expect(compared).toBeGreaterThan(500);
  });
});

/** Square degrees, whether or not it touches itself by a rounding. */
function areaKnownBy(ground: PackedShape): number {
  const geometry = geos.geometryOf(ground);
  const area = geos.areaOf(geometry);
  geos.free(geometry);
  return area;
}

function areaByGeos(one: PackedShape, other: PackedShape): number {
  const geometries = [one, other].map(geos.geometryOf);
  const [a, b] = geometries;
  if (a === undefined || b === undefined) return 0;
  const shared = geos.intersection(a, b);
  const area = geos.areaOf(shared);
  for (const each of [...geometries, shared]) geos.free(each);
  return area;
}

const [NEW, OLD] = ['lad-2017-gb-bgc.geojson.gz', 'ccg2015-hampshire-bgc.geojson'].map(
  (file) => `../shared/real/boundaries/${file}`,
) as [string, string];
const isThere = existsSync(NEW) && existsSync(OLD);
if (!isThere)
  console.warn(`${NEW} and ${OLD} are not there: real areas are not laid over each other`);

describe.skipIf(!isThere)('real districts and health areas share', () => {
  const pool = openPool();
  afterAll(() => pool.close());
  const drawn = async (file: string) => {
    const fields = { code: 'code', name: 'name', gss: null, ods: null };
    const read = readAreas({ file, object: null, repair: true }, fields);
    const { areas } = await soundAreas(read.areas, { repair: true }, pool);
    return areas.map(({ shape }) => ({ shape: packed(shape), outline: outlineOf(packed(shape)) }));
  };
  test('what GEOS says they do, wherever they are not left to it', async () => {
    const others = await drawn(OLD);
    let compared = 0;
    for (const one of await drawn(NEW))
      for (const other of others) {
        const ground = commonGround(one.outline, other.outline);
        if (ground === 'touching' || ground === null) continue;
        compared++;
        expect(areaOf(ground) / areaByGeos(one.shape, other.shape)).toBeCloseTo(1, 9);
      }
    expect(compared).toBeGreaterThan(50);
  });
});
