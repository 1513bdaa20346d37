import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { parseLocalDate } from '../domain/calendar.ts';
import { DRAWING_METRES } from '../domain/drawing.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { DrawingSource } from '../questions/drawing.ts';
import type { Questions } from '../questions/questions.ts';
import { fileOf, type StaticFile } from '../static-files.ts';
import type { DrawingTask } from './worker.ts';

export const DRAWINGS_PATH = '/drawings/';

/** Gives the drawing an address names, `/drawings/RELEASE/LEFT/RIGHT/DATE/METRES`: a file that never changes. */
export type Drawings = (path: string) => Promise<StaticFile | 'no such drawing'>;

/** Each of at most some 1.5 MB. */
const MOST_KEPT = 32;

/** Drawings are made on a thread of their own, one at a time, so that nobody who asks for a team waits for a map. */
export function createDrawings(questions: () => Promise<Questions>): Drawings {
  const kept = new WeakMap<Questions, Map<string, Promise<StaticFile>>>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (source: DrawingSource, metres: number): Promise<StaticFile> => {
    const made = last.then(() => draw(source, metres));
    last = made.catch(() => undefined);
    return made;
  };
  return async (path) => {
    const current = await questions();
    const asked = readPath(path, current);
    if (!asked) return 'no such drawing';
    const ofRelease = kept.get(current) ?? new Map<string, Promise<StaticFile>>();
    kept.set(current, ofRelease);
    const key = `${asked.source.sets} ${asked.metres}`;
    const drawing = ofRelease.get(key) ?? inTurn(asked.source, asked.metres);
    keep(ofRelease, key, drawing);
    return drawing;
  };
}

/** The one used longest ago goes first; one that failed is made again when asked for. */
function keep(
  drawings: Map<string, Promise<StaticFile>>,
  key: string,
  drawing: Promise<StaticFile>,
): void {
  drawings.delete(key);
  drawings.set(key, drawing);
  drawing.catch(() => drawings.delete(key));
  const [oldest] = drawings.keys();
  if (drawings.size > MOST_KEPT && oldest !== undefined) drawings.delete(oldest);
}

type Asked = { readonly source: DrawingSource; readonly metres: number };

function readPath(path: string, { atlas, drawing }: Questions): Asked | undefined {
  const [release, left, right, day = '', metresText, ...more] = path
    .slice(DRAWINGS_PATH.length)
    .split('/');
  const on = parseLocalDate(day);
  const metres = DRAWING_METRES.find((each) => String(each) === metresText);
  if (release !== atlas.release.id || !left || !right || !on || !metres || more.length > 0)
    return undefined;
  try {
    return { source: drawing({ left, right, on }), metres };
  } catch (fault) {
    if (fault instanceof AskingFault) return undefined;
    throw fault;
  }
}

/** Much is made and thrown away at once: with little room for the young, most of the time would go into sweeping. */
const ROOM = { maxYoungGenerationSizeMb: 96 };

async function draw(source: DrawingSource, metres: number): Promise<StaticFile> {
  const workerData: DrawingTask = { ...(await source.read()), metres };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: ROOM,
  });
  const [drawn] = (await once(worker, 'message')) as [Uint8Array];
  return {
    ...fileOf(Buffer.from(drawn), 'application/json; charset=utf-8'),
    immutable: true,
    gzipped: true,
  };
}
