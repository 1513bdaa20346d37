import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';

import { type MapSquare, drawingOf, type NamedShape, shapesAround } from '../domain/drawing.ts';
import type { Shape } from '../domain/shape.ts';
import type { ShapeText, ShapeTexts } from '../questions/drawing.ts';

export type DrawingTask = ShapeTexts & {
  readonly metres: number;
  /** Null is all of it. */
  readonly around: MapSquare | null;
};

const { lefts, rights, overlaps, metres, around } = workerData as DrawingTask;
const all = { lefts: read(lefts), rights: read(rights), overlaps: read(overlaps) };
const shapes = around ? shapesAround(all, around) : all;
parentPort?.postMessage(gzipSync(JSON.stringify(drawingOf(shapes, metres))));

function read(texts: readonly ShapeText[]): NamedShape[] {
  return texts.map(({ id, shape }) => ({ id, shape: JSON.parse(shape) as Shape }));
}
