import { join } from 'node:path';

import { readPostcodes } from '../../geodata/read/postcodes.ts';
import type { PostcodeSource } from '../../geodata/manifest.ts';
import type { PostcodeList } from '../../geodata/read/postcode-list.ts';
import { folderOf } from './manifest-folder.ts';

/** What a reader found, and what it said on the way. */
export type ReadBack = { readonly list: PostcodeList; readonly told: readonly string[] };

export type Source = Partial<PostcodeSource> & Pick<PostcodeSource, 'format' | 'file'>;

export async function readSources(...sources: readonly Source[]): Promise<ReadBack> {
  const told: string[] = [];
  const phase = { reach: () => undefined, step: () => undefined, end: () => undefined };
  const list = await readPostcodes(
    sources.map((source) => ({
      entry: null,
      day: null,
      areas: null,
      onlyNew: false,
      rows: null,
      ...source,
    })),
    { begin: () => phase, say: (line) => told.push(line) },
  );
  return { list, told };
}

/** Reads this as a file of postcodes. */
export function readContent(
  format: PostcodeSource['format'],
  content: string | Uint8Array,
  more: Partial<PostcodeSource> = {},
): Promise<ReadBack> {
  return readSources({ format, file: join(folderOf({ 'x.csv': content }), 'x.csv'), ...more });
}

/** By name: what each postcode is said to be, as far as it matters to a test. */
export function byPostcode({ list }: ReadBack): ReadonlyMap<string, Found> {
  return new Map(
    Array.from({ length: list.count }, (_, at) => [
      list.postcodeAt(at),
      {
        lon: list.lons[at] ?? Number.NaN,
        lat: list.lats[at] ?? Number.NaN,
        ended: list.endedAt(at),
        quality: list.qualities[at] ?? 0,
        largeUser: list.largeUsers[at] === 1,
        said: Object.fromEntries(
          list.said.map(({ kind, on, codes, at: places }) => [
            `${kind} ${on}`,
            codes[places[at] ?? 0] ?? null,
          ]),
        ),
      },
    ]),
  );
}

export type Found = {
  readonly lon: number;
  readonly lat: number;
  readonly ended: string | null;
  readonly quality: number;
  readonly largeUser: boolean;
  readonly said: Readonly<Record<string, string | null>>;
};

/** Rows of a directory in the names of one generation, drawn: each says only what differs from an ordinary row. */
export const GENERATIONS = {
  '2016': names(
    'pcd pcds dointr doterm oscty oslaua usertype oseast1m osnrth1m osgrdind ctry oldpct pct ccg lat long',
  ),
  '2024': names(
    'pcd pcds dointr doterm oscty oslaua usertype oseast1m osnrth1m osgrdind ctry pct sicbl icb lat long',
  ),
  '2025': names(
    'pcd7 pcds dointr doterm cty25cd lad25cd usrtypind east1m north1m gridind ctry25cd pco19cd sicbl24cd icb23cd lat long',
  ),
  nspl: names(
    'pcd pcds dointr doterm cty laua usertype oseast1m osnrth1m osgrdind ctry pct ccg stp lat long',
  ),
} as const;
export type Generation = keyof typeof GENERATIONS;

function names(text: string): readonly string[] {
  return text.split(' ');
}

/** What a drawn row holds, by its oldest name. */
export type DrawnRow = Readonly<Record<string, string>>;

const OLDEST: readonly (readonly [RegExp, string])[] = [
  [/^pcd7$/, 'pcd'],
  [/^(?:cty.*)$/, 'oscty'],
  [/^(?:lad.*|laua)$/, 'oslaua'],
  [/^usrtypind$/, 'usertype'],
  [/^east1m$/, 'oseast1m'],
  [/^north1m$/, 'osnrth1m'],
  [/^gridind$/, 'osgrdind'],
  [/^ctry.*$/, 'ctry'],
  [/^pco.*$/, 'pct'],
  [/^(?:ccg|sicbl.*)$/, 'sicbl'],
  [/^(?:stp|icb.*)$/, 'icb'],
];

const ORDINARY: DrawnRow = {
  dointr: '198001',
  doterm: '',
  oscty: 'E10000014',
  oslaua: 'E07000094',
  usertype: '0',
  oseast1m: '447943',
  osnrth1m: '0129417',
  osgrdind: '1',
  ctry: 'E92000001',
  oldpct: '5E9',
  pct: 'E16000133',
  sicbl: 'E38000253',
  icb: 'E54000042',
  lat: '51.062470',
  long: '-1.317183',
};

export function directory(generation: Generation, rows: readonly DrawnRow[]): string {
  const header = GENERATIONS[generation];
  const lines = rows.map((row) => header.map((name) => fieldOf(row, name)).join(','));
  return [header.join(','), ...lines, ''].join('\r\n');
}

function fieldOf(row: DrawnRow, name: string): string {
  const known = OLDEST.find(([names]) => names.test(name))?.[1] ?? name;
  if (known === 'pcd') return row['pcds']?.replace(' ', '') ?? '';
  return row[known] ?? ORDINARY[known] ?? '';
}

/** The sentence a reading is refused with, without the folder. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'nothing was refused',
    (fault: unknown) => withoutFolder((fault as Error).message),
  );
}

export function withoutFolder(sentence: string): string {
  return sentence.replaceAll(/\/\S*\/(?=[^/ ]*\.(?:csv|zip))/g, '');
}
