import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { LocalDate } from '../../server/domain/calendar.ts';
import { Fields, readJson } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { sha256Of } from '../read/file.ts';

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

export type SettlingOf = (name: string) => Settling | undefined;

/** What was fetched, of files that still are what was fetched: another file put in the place of one is of another edition. */
export function heldOf(manifest: string): SettlingOf {
  const files = readFetched(manifest);
  return (name) => {
    const fetched = files.get(name);
    return fetched && isHeld(join(dirname(manifest), name), fetched) ? fetched : undefined;
  };
}

export function isHeld(file: string, { bytes, sha256 }: Fetched): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === bytes && sha256Of(file) === sha256;
}

/** A manifest with `edition` and `from` of each boundary set that left them to whichever edition is the newest. */
export function settled(value: unknown, manifest: string, settlingOf: SettlingOf): unknown {
  const { boundaries } = (value ?? {}) as { boundaries?: unknown };
  if (!Array.isArray(boundaries)) return value;
  return {
    ...(value as object),
    boundaries: boundaries.map((each: unknown, at) =>
      settledSet(each, settlingOf, `${manifest}, boundaries[${at}]`),
    ),
  };
}

function settledSet(value: unknown, settlingOf: SettlingOf, where: string): unknown {
  const set = value as Readonly<Record<string, unknown>> | null;
  if (typeof set !== 'object' || set?.['download'] === undefined) return value;
  const { edition, from, file } = set;
  if (edition !== undefined && from !== undefined) return value;
  const fetched = settlingOf(String(file));
  if (!fetched)
    throw new InputFault(
      `${where}: wanted "edition" and "from", or the file as it was fetched (npm run geodata -- fetch), found neither`,
    );
  return {
    ...set,
    edition: edition === undefined ? fetched.edition : edition,
    from: from === undefined ? fetched.from : from,
  };
}
