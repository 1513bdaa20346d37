import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { parseLocalDate } from '../domain/calendar.ts';
import { type MapSquare, DRAWING_METRES } from '../domain/drawing.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { DrawingSource } from '../questions/drawing.ts';
import type { Questions } from '../questions/questions.ts';
import { fileOf, type StaticFile } from '../static-files.ts';
import type { DrawingTask } from './worker.ts';

export const DRAWINGS_PATH = '/drawings/';

/**
 * Gives the drawing an address names, `/drawings/RELEASE/LEFT/RIGHT/DATE/METRES`, or of what lies around one square alone,
 * `…/METRES/EASTxNORTH`: a file that never changes.
 */
export type Drawings = (path: string) => Promise<StaticFile | 'no such drawing'>;

/** Each of at most some 1.5 MB. */
const MOST_KEPT = 32;

/** Drawings are made on a thread of their own, one at a time, so that nobody who asks for a team waits for a map. */
export function createDrawings(questions: () => Promise<Questions>): Drawings {
  const kept = new WeakMap<Questions, Map<string, Promise<StaticFile>>>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (asked: Asked): Promise<StaticFile> => {
    const made = last.then(() => draw(asked));
    last = made.catch(() => undefined);
    return made;
  };
  return async (path) => {
    const current = await questions();
    const asked = readPath(path, current);
    if (!asked) return 'no such drawing';
    const ofRelease = kept.get(current) ?? new Map<string, Promise<StaticFile>>();
    kept.set(current, ofRelease);
    const { source, metres, around } = asked;
    const key = [source.sets, metres, around?.east, around?.north].join(' ');
    const drawing = ofRelease.get(key) ?? inTurn(asked);
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

type Asked = {
  readonly source: DrawingSource;
  readonly metres: number;
  /** Null is all of it. */
  readonly around: MapSquare | null;
};

function readPath(path: string, { atlas, drawing }: Questions): Asked | undefined {
  const [release, left, right, day = '', metresText, square, ...more] = path
    .slice(DRAWINGS_PATH.length)
    .split('/');
  const on = parseLocalDate(day);
  const metres = DRAWING_METRES.find((each) => String(each) === metresText);
  const around = square === undefined ? null : parseSquare(square);
  if (release !== atlas.release.id || !left || !right || more.length > 0) return undefined;
  if (!on || !metres || around === undefined) return undefined;
  try {
    return { source: drawing({ left, right, on }), metres, around };
  } catch (fault) {
    if (fault instanceof AskingFault) return undefined;
    throw fault;
  }
}

/** Of this part of the world. */
function parseSquare(text: string): MapSquare | undefined {
  const [, east, north] = /^(-?\d{1,2})x(\d{1,3})$/.exec(text) ?? [];
  return east === undefined ? undefined : { east: Number(east), north: Number(north) };
}

/** Much is made and thrown away at once: with little room for the young, most of the time would go into sweeping. */
const ROOM = { maxYoungGenerationSizeMb: 96 };

async function draw({ source, metres, around }: Asked): Promise<StaticFile> {
  const workerData: DrawingTask = { ...(await source.read()), metres, around };
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
