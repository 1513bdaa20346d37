import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';

import { drawingOf, type NamedShape } from '../domain/drawing.ts';
import type { Shape } from '../domain/shape.ts';
import type { ShapeText, ShapeTexts } from '../questions/drawing.ts';

export type DrawingTask = ShapeTexts & { readonly metres: number };

const { lefts, rights, overlaps, metres } = workerData as DrawingTask;
const shapes = { lefts: read(lefts), rights: read(rights), overlaps: read(overlaps) };
parentPort?.postMessage(gzipSync(JSON.stringify(drawingOf(shapes, metres))));

function read(texts: readonly ShapeText[]): NamedShape[] {
  return texts.map(({ id, shape }) => ({ id, shape: JSON.parse(shape) as Shape }));
}
