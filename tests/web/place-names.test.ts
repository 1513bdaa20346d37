import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Name, placeNames } from '../../web/map/place-names.ts';

const pixels = fc.integer({ min: 0, max: 400 });
const names = fc
  .array(
    fc.record({
      x: pixels,
      y: pixels,
      width: fc.integer({ min: 10, max: 160 }),
      room: fc.integer({ min: 0, max: 300 }),
      weight: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map((each, at): Name => ({ ...each, id: String(at), text: `Name ${at}`, height: 16 })),
  );

describe('names on a map', () => {
  it('never touch one another', () => {
    fc.assert(
      fc.property(names, (wanted) => {
        const placed = placeNames(wanted);
        for (const [at, a] of placed.entries())
          for (const b of placed.slice(at + 1)) {
            const beside = Math.abs(a.x - b.x) >= (a.width + b.width) / 2;
            const above = Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
            expect(beside || above).toBe(true);
          }
      }),
    );
  });

  it('stand the same in whatever order they come', () => {
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.double({ noNaN: true })), (wanted, random) => {
        const shuffled = wanted
          .map((name) => ({ name, key: Number(random.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ name }) => name);
        expect(placeNames(shuffled)).toEqual(placeNames(wanted));
      }),
    );
  });

  it('move with the map, and no name comes or goes', () => {
    fc.assert(
      fc.property(names, fc.integer(), fc.integer(), (wanted, right, down) => {
        const moved = wanted.map((name) => ({ ...name, x: name.x + right, y: name.y + down }));
        const expected = placeNames(wanted).map((name) => ({
          ...name,
          x: name.x + right,
          y: name.y + down,
        }));
        expect(placeNames(moved)).toEqual(expected);
      }),
    );
  });

  it('always include the heaviest that has room, in its own middle', () => {
    fc.assert(
      fc.property(names, (wanted) => {
        const fits = wanted.filter(({ width, room }) => width <= 2 * room);
        const heaviest = fits.toSorted((a, b) => b.weight - a.weight)[0];
        fc.pre(heaviest !== undefined && fits.length === wanted.length);
        const placed = placeNames(wanted).find(({ weight }) => weight === heaviest.weight);
        expect(wanted).toContainEqual(placed);
      }),
    );
  });

  it('leave out one much longer than its area is wide', () => {
    const name = { id: 'a', text: 'Rutland', x: 0, y: 0, width: 50, height: 16, weight: 1 };
    expect(placeNames([{ ...name, room: 10 }])).toEqual([]);
    expect(placeNames([{ ...name, room: 60 }])).toHaveLength(1);
  });
});
