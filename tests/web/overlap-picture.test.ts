import { describe, expect, it } from 'vitest';

import { drawingOf } from '../../server/domain/drawing.ts';
import { groundOf } from '../../web/map/ground.ts';
import { namesAt, pictureOf, type Scene } from '../../web/map/overlap-picture.ts';
import { namesOn } from '../../web/map/paint-picture.ts';
import { box } from '../worlds/box.ts';

/** A small area across the end of a long partner that reaches far to the west. */
const GROUND = groundOf(
  drawingOf(
    {
      lefts: [{ id: 'SMALL', shape: box(0, 50, 1, 51) }],
      rights: [
        { id: 'LONG', shape: box(-9, 50, 0.5, 51) },
        { id: 'REST', shape: box(0.5, 50, 1, 51) },
      ],
      overlaps: [
        { id: 'SMALL LONG', shape: box(0, 50, 0.5, 51) },
        { id: 'SMALL REST', shape: box(0.5, 50, 1, 51) },
      ],
    },
    100,
  ),
);

const SCENE: Scene = {
  lefts: [{ code: 'SMALL', name: 'Small' }],
  rights: [
    { code: 'LONG', name: 'Long' },
    { code: 'REST', name: 'Rest' },
  ],
  overlaps: ['SMALL LONG', 'SMALL REST'].map((key) => ({ key, share: 0.5, isAside: false })),
  chosen: null,
  km2: 1,
  extent: '',
};
/** Pixels: a degree is 100 wide. */
const SCALE = 36_000;
const NONE = { selected: null, pointedAt: null, place: null };

describe('names on the picture of two sets', () => {
  it('stand in the middle of their areas, and where one area is chosen, where it is looked at', () => {
    const free = xOf(pictureOf(GROUND, SCENE), 'Long');
    expect(free).toBeCloseTo(100 * (180 - 4.25), -1);
    const picture = pictureOf(GROUND, { ...SCENE, chosen: 'SMALL' });
    const [west, , east] = picture.box.map((edge) => edge * SCALE);
    for (const { x, width } of namesAt(picture, SCALE, () => 40).names) {
      expect(x - width / 2).toBeGreaterThan((west ?? 0) - 60);
      expect(x + width / 2).toBeLessThan((east ?? 0) + 60);
    }
    expect(xOf(picture, 'Long')).toBeGreaterThan(free + 100);
  });

  it('are painted again over what is marked, and no others', () => {
    const picture = pictureOf(GROUND, SCENE);
    const names = namesAt(picture, SCALE, () => 40);
    const over = (selected: string | null): string[] =>
      namesOn(picture, { ...NONE, selected }, names).names.map(({ text }) => text);
    expect(over(null)).toEqual([]);
    expect(over('SMALL REST')).toContain('Rest');
    expect(over('SMALL REST')).not.toContain('Long');
  });
});

function xOf(picture: ReturnType<typeof pictureOf>, text: string): number {
  return namesAt(picture, SCALE, () => 40).names.find((name) => name.text === text)?.x ?? NaN;
}
