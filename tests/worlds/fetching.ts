import { join } from 'node:path';

import { fetchFiles, type FetchOptions } from '../../geodata/fetch/fetch.ts';
import { PATIENCE } from '../../geodata/fetch/means.ts';
import { SILENT } from '../../geodata/progress.ts';
import { folderOf } from './manifest-folder.ts';
import type { Layer, Publisher } from './publisher.ts';

/** The day of every fetch in the tests. */
export const TODAY = new Date('2026-11-22T09:00:00Z');

export type Fetching = {
  readonly folder: string;
  readonly manifest: string;
  /** Waits between tries, in order, milliseconds: nobody waits for them. */
  readonly waits: number[];
  readonly said: string[];
  readonly run: (changed?: Partial<FetchOptions>) => Promise<void>;
};

/** A folder with one manifest, and `fetch` run on it without waiting. */
export function fetchingOf(
  manifest: object,
  publisher: Publisher,
  files: Readonly<Record<string, string>> = {},
): Fetching {
  const text = JSON.stringify({ mirrors: publisher.mirrors, ...manifest });
  const folder = folderOf({ 'manifest.json': text, ...files });
  const waits: number[] = [];
  const said: string[] = [];
  const options: FetchOptions = {
    progress: { ...SILENT, say: (line) => void said.push(line) },
    patience: { ...PATIENCE, pageFeatures: 2 },
    wait: (ms) => Promise.resolve(void waits.push(ms)),
    now: () => TODAY,
  };
  const file = join(folder, 'manifest.json');
  return {
    folder,
    manifest: file,
    waits,
    said,
    run: (changed = {}) => fetchFiles(file, { ...options, ...changed }),
  };
}

const ABOUT = {
  status: 'OFFICIAL',
  source: 'Drawn by hand',
  licence: 'MIT',
  code: 'LAD*CD',
  name: 'LAD*NM',
};

/** A manifest of one boundary set, to be had from a layer. */
export function layerManifest(download: object, changed: object = {}): object {
  return {
    release: 'fetched',
    boundaries: [{ ...ABOUT, kind: 'district', file: 'districts.geojson', download, ...changed }],
    attribution: 'Nobody',
  };
}

/** A manifest of one local boundary set and one file to be fetched. */
export function fileManifest(file: string, download: object): object {
  const local = { ...ABOUT, kind: 'district', edition: 'drawn', from: null, file: 'local.geojson' };
  return {
    release: 'fetched',
    boundaries: [local],
    practices: [{ format: 'epraccur', file, download }],
    attribution: 'Nobody',
  };
}

/** A layer of so many small squares in a row. */
export function rowOfSquares(count: number, changed: Partial<Layer> = {}): Layer {
  return {
    edited: Date.parse('2026-01-05T00:00:00Z'),
    features: Array.from({ length: count }, (_, at) => ({
      properties: { LAD25CD: `E0700000${at}`, LAD25NM: `Square ${at}`, LAD25NMW: ' ' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [at, 51],
            [at + 1, 51],
            [at + 1, 52],
            [at, 52],
            [at, 51],
          ],
        ],
      },
    })),
    ...changed,
  };
}
