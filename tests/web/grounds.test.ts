import { describe, expect, it } from 'vitest';

import { drawingOf } from '../../server/domain/drawing.ts';
import type { Shape } from '../../server/domain/shape.ts';
import type { DrawnSets } from '../../web/map/ground.ts';
import { createGrounds, type Grounds } from '../../web/map/grounds.ts';
import type { MapSquare, DrawingMetres } from '../../web/map/scale.ts';

const HERE: MapSquare = { east: -2, north: 101 };

function squareAt(east: number): Shape {
  const [west, right, south, north] = [east / 10, east / 10 + 0.05, 51, 51.05];
  const ring: [number, number][] = [
    [west, south],
    [right, south],
    [right, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** What was asked for, and how fine the service draws all of so much ground. */
function asked(finest: DrawingMetres): { readonly grounds: Grounds; readonly asked: string[] } {
  const wanted: string[] = [];
  const load = (metres: DrawingMetres, around?: MapSquare): Promise<DrawnSets> => {
    wanted.push(around ? `${metres} around ${around.east} ${around.north}` : String(metres));
    const off = around ? metres : Math.max(metres, finest);
    const lefts = [{ id: around ? 'near' : 'all', shape: squareAt(1) }];
    return Promise.resolve(drawingOf({ lefts, rights: [], overlaps: [] }, off));
  };
  return {
    grounds: createGrounds(load, { came: () => undefined, lost: () => undefined }),
    asked: wanted,
  };
}

describe('the drawings of two sets', () => {
  it('are asked for around a spot where all of it is not drawn so finely, once', async () => {
    const { grounds, asked: wanted } = asked(400);
    grounds.want(100);
    await settled();
    expect(grounds.nearest(100)?.metres).toBe(400);
    expect(grounds.around(HERE, 100)).toBeUndefined();
    expect(grounds.around(HERE, 25)).toBeUndefined();
    await settled();
    const near = grounds.around(HERE, 25);
    expect([near?.metres, [...(near?.lefts.keys() ?? [])]]).toEqual([25, ['near']]);
    grounds.want(25);
    expect(wanted).toEqual(['100', '25 around -2 101']);
  });

  it('are drawn as a whole where that is as fine as is looked at', async () => {
    const { grounds, asked: wanted } = asked(25);
    grounds.want(100);
    await settled();
    expect(grounds.around(HERE, 25)).toBeUndefined();
    grounds.want(25);
    await settled();
    expect(grounds.nearest(25)?.metres).toBe(25);
    expect(wanted).toEqual(['100', '25']);
  });
});

function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
