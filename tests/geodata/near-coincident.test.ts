import { describe, expect, test } from 'vitest';

import { type Geometry, loadGeos } from '../../geodata/overlay/geos.ts';
import { packed } from '../../geodata/overlay/packed-shape.ts';
import type { Shape } from '../../server/domain/shape.ts';

const geos = await loadGeos();

/** Numbers from 0 up to 1 that look drawn by chance and are the same every time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Open = readonly (readonly [lon: number, lat: number])[];
type Redraw = (ring: Open, draw: () => number) => Open;

/** A coast of 20 to 200 corners round a spot of England, about 20 km across. */
function coast(draw: () => number): Open {
  const count = 20 + Math.floor(draw() * 181);
  return Array.from({ length: count }, (_, at) => {
    const turn = (2 * Math.PI * at) / count;
    const reach = 0.1 * (0.6 + 0.4 * draw());
    return [-1.2 + 1.6 * reach * Math.cos(turn), 51 + reach * Math.sin(turn)];
  });
}

const jitter =
  (degrees: number): Redraw =>
  (ring, draw) =>
    ring.map(([lon, lat]) => [lon + degrees * (draw() - 0.5), lat + degrees * (draw() - 0.5)]);
const rounded =
  (decimals: number): Redraw =>
  (ring) =>
    ring.map(([lon, lat]) => [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))]);

/** How another publisher might draw the same line. */
const REDRAWN: Readonly<Record<string, Redraw>> = {
  'the same': (ring) => ring,
  'moved by 0.1 mm': jitter(1e-9),
  'moved by a centimetre': jitter(1e-7),
  'moved by a metre': jitter(1e-5),
  'rounded to 6 decimals': rounded(6),
  'rounded to 4 decimals': rounded(4),
  'begun elsewhere': (ring, draw) => {
    const start = Math.floor(draw() * ring.length);
    return [...ring.slice(start), ...ring.slice(0, start)];
  },
  'with points added between': (ring) =>
    ring.flatMap(([lon, lat], at) => {
      const [nextLon, nextLat] = ring[(at + 1) % ring.length] ?? [lon, lat];
      return [
        [lon, lat],
        [(lon + nextLon) / 2, (lat + nextLat) / 2],
      ] as const;
    }),
  'with every third point left out': (ring) => ring.filter((_, at) => at % 3 !== 0),
};

function valid(ring: Open): Geometry | undefined {
  const closed = [...ring, ...ring.slice(0, 1)].map((position) => [...position]);
  const shape: Shape = { type: 'Polygon', coordinates: [closed] };
  const geometry = geos.geometryOf(packed(shape));
  if (geos.invalidityOf(geometry) === undefined) return geometry;
  geos.free(geometry);
  return undefined;
}

/** How far the four overlays are from adding up, as a share of the ground of both. */
function error(a: Geometry, b: Geometry): number {
  const overlays = [
    geos.intersection(a, b),
    geos.difference(a, b),
    geos.difference(b, a),
    geos.union([a, b]),
  ];
  const [both = 0, onlyA = 0, onlyB = 0, either = 0] = overlays.map(geos.areaOf);
  overlays.forEach(geos.free);
  const [areaA, areaB] = [geos.areaOf(a), geos.areaOf(b)];
  const errors = [areaA - both - onlyA, areaB - both - onlyB, either - both - onlyA - onlyB];
  return Math.max(...errors.map(Math.abs)) / (areaA + areaB);
}

const PAIRS = Math.ceil(Number(process.env['OVERLAYS'] ?? 2000) / Object.keys(REDRAWN).length);

describe('A6 a line and its like, laid over each other 2,000 times, never fail and add up within 1e-9:', () => {
  test.each(Object.entries(REDRAWN))('%s', (name, redraw) => {
    const draw = chance(name.length);
    let worst = 0;
    for (let pair = 0; pair < PAIRS;) {
      const ring = coast(draw);
      const [a, b] = [valid(ring), valid(redraw(ring, draw))];
      if (!a || !b) continue;
      worst = Math.max(worst, error(a, b));
      [a, b].forEach(geos.free);
      pair++;
    }
    expect(worst).toBeLessThan(1e-9);
  });
});
