import { existsSync, renameSync, writeFileSync } from 'node:fs';

import type { LocalDate } from '../../server/domain/calendar.ts';
import { Fields, readJson } from '../fields.ts';
import { InputFault } from '../input-fault.ts';

/** What was fetched for one file of a manifest: which edition, from where, and the bytes. */
export type Fetched = {
  readonly address: string;
  /** The publisher's name of the edition, and what that says of it; null for a plain address. */
  readonly title: string | null;
  readonly edition: string | null;
  readonly from: LocalDate | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly fetchedAt: string;
  /** When the publisher says they last changed it. */
  readonly modified: string | null;
  readonly etag: string | null;
};

/** By the names the manifest has for the files. */
export type FetchedFiles = ReadonlyMap<string, Fetched>;

/** The record stands beside its manifest: what `fetch` did is not written into what the user wrote. */
export function recordOf(manifest: string): string {
  return `${manifest.replace(/\.json$/i, '')}.fetched.json`;
}

export function readFetched(manifest: string): FetchedFiles {
  const record = recordOf(manifest);
  if (!existsSync(record)) return new Map();
  const files = new Fields(readJson(record), record).part('files');
  return new Map(files.names().map((name) => [name, readOne(files.part(name))]));
}

function readOne(entry: Fields): Fetched {
  return {
    address: entry.text('address'),
    title: entry.optionalText('title'),
    edition: entry.optionalText('edition'),
    from: entry.has('from') ? entry.day('from') : null,
    bytes: entry.number('bytes'),
    sha256: entry.text('sha256'),
    fetchedAt: entry.text('fetchedAt'),
    modified: entry.optionalText('modified'),
    etag: entry.optionalText('etag'),
  };
}

export function writeFetched(manifest: string, files: FetchedFiles): void {
  const record = recordOf(manifest);
  writeFileSync(
    `${record}.part`,
    `${JSON.stringify({ files: Object.fromEntries(files) }, null, 2)}\n`,
  );
  renameSync(`${record}.part`, record);
}

/** What a publisher's name says of an edition. */
export type Settling = Pick<Fetched, 'edition' | 'from'>;

/** A manifest with `edition` and `from` of each boundary set that left them to whichever edition is the newest. */
export function settled(
  value: unknown,
  manifest: string,
  files: ReadonlyMap<string, Settling>,
): unknown {
  const { boundaries } = (value ?? {}) as { boundaries?: unknown };
  if (!Array.isArray(boundaries)) return value;
  return {
    ...(value as object),
    boundaries: boundaries.map((each: unknown, at) =>
      settledSet(each, files, `${manifest}, boundaries[${at}]`),
    ),
  };
}

function settledSet(value: unknown, files: ReadonlyMap<string, Settling>, where: string): unknown {
  const set = value as Readonly<Record<string, unknown>> | null;
  if (typeof set !== 'object' || set?.['download'] === undefined) return value;
  if (set['edition'] !== undefined && set['from'] !== undefined) return value;
  const fetched = files.get(String(set['file']));
  if (!fetched)
    throw new InputFault(
      `${where}: wanted "edition" and "from", or the file fetched first (npm run geodata -- fetch), found neither`,
    );
  return { ...set, edition: set['edition'] ?? fetched.edition, from: set['from'] ?? fetched.from };
}
