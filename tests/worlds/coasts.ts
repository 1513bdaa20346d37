import type { Shape } from '../../server/domain/shape.ts';

/** Numbers from 0 up to 1 that look drawn by chance and are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A ring without its last position, which is its first. */
export type Open = readonly (readonly [lon: number, lat: number])[];

/** A coast of 20 to 200 corners round a spot of England, about 20 km across. */
export function coast(draw: () => number): Open {
  const count = 20 + Math.floor(draw() * 181);
  return Array.from({ length: count }, (_, at) => {
    const turn = (2 * Math.PI * at) / count;
    const reach = 0.1 * (0.6 + 0.4 * draw());
    return [-1.2 + 1.6 * reach * Math.cos(turn), 51 + reach * Math.sin(turn)];
  });
}

export function closed(ring: Open): Shape {
  const positions = [...ring, ...ring.slice(0, 1)].map((position) => [...position]);
  return { type: 'Polygon', coordinates: [positions] };
}
