import { describe, expect, test } from 'vitest';

import { type Geometry, loadGeos } from '../../geodata/overlay/geos.ts';
import { packed, type PackedShape } from '../../geodata/overlay/packed-shape.ts';
import { answerer } from '../../geodata/overlay/tasks.ts';
import { chance, closed, coast, type Open } from '../worlds/coasts.ts';

const geos = await loadGeos();
const answer = answerer(geos);

type Redraw = (ring: Open, draw: () => number) => Open;

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

type Drawn = { readonly shape: PackedShape; readonly geometry: Geometry };

function valid(ring: Open): Drawn | undefined {
  const shape = packed(closed(ring));
  const geometry = geos.geometryOf(shape);
  if (geos.invalidityOf(geometry) === undefined) return { shape, geometry };
  geos.free(geometry);
  return undefined;
}

/** As the loader finds it; square degrees. */
function sharedArea(a: Drawn, b: Drawn): number {
  answer<'share'>({
    kind: 'share',
    shapes: new Map([
      [0, a.shape],
      [1, b.shape],
    ]),
  });
  const [ground] = answer<'overlaps'>({ kind: 'overlaps', left: 0, rights: [1] });
  return ground ? areaAndFree(geos.geometryOf(ground.shape)) : 0;
}

function areaAndFree(geometry: Geometry): number {
  const area = geos.areaOf(geometry);
  geos.free(geometry);
  return area;
}

/** How far what they share, by the loader, and the rest, by GEOS, are from adding up: of the ground of both. */
function error(a: Drawn, b: Drawn): number {
  const both = sharedArea(a, b);
  const [onlyA = 0, onlyB = 0, either = 0] = [
    geos.difference(a.geometry, b.geometry),
    geos.difference(b.geometry, a.geometry),
    geos.union([a.geometry, b.geometry]),
  ].map(areaAndFree);
  const [areaA, areaB] = [geos.areaOf(a.geometry), geos.areaOf(b.geometry)];
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
      for (const { geometry } of [a, b]) geos.free(geometry);
      pair++;
    }
    expect(worst).toBeLessThan(1e-9);
  });
});
