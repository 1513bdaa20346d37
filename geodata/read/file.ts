import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { InputFault } from '../input-fault.ts';

/** A whole file as text, unpacked when it is gzip. Throws one sentence for what is not UTF-8 text; `wanted` says what it should hold. */
export function readText(file: string, wanted: string): string {
  const bytes = readWhole(file);
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) throw new InputFault(`${file}: wanted ${wanted}, found ${foreign}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputFault(
      `${file}: wanted ${wanted} in UTF-8, found bytes of another encoding, such as Latin-1`,
      {
        cause,
      },
    );
  }
}

/** No more than one text of the engine holds, and far more than any file of boundaries drawn to 20 m. */
const MOST_BYTES = 256 * 2 ** 20;

/** A whole file, unpacked when it is gzip. */
export function readWhole(file: string): Buffer {
  const before = statSync(file, { throwIfNoEntry: false });
  if ((before?.size ?? 0) > MOST_BYTES) throw tooLarge(file);
  const bytes = unpacked(file, readBytes(file));
  const after = statSync(file, { throwIfNoEntry: false });
  if (after?.size !== before?.size || after?.mtimeMs !== before?.mtimeMs)
    throw new InputFault(`${file}: wanted a file at rest, found one that changes while it is read`);
  return bytes;
}

function tooLarge(file: string): InputFault {
  return new InputFault(
    `${file}: wanted at most ${MOST_BYTES / 2 ** 20} MB of text, found more: take the generalised edition`,
  );
}

/** Pipes and devices may never end. A link is followed. */
function checkOrdinary(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats && !stats.isFile() && !stats.isDirectory())
    throw new InputFault(`${file}: wanted an ordinary file, found a pipe or a device`);
}

function readBytes(file: string): Buffer {
  try {
    checkOrdinary(file);
    return readFileSync(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

export function unreadable(file: string, cause: unknown): InputFault {
  if (cause instanceof InputFault) return cause;
  const { code = 'an unknown fault' } = cause as NodeJS.ErrnoException;
  return new InputFault(`${file}: wanted a file that can be read, found ${REASONS[code] ?? code}`, {
    cause,
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'none of that name',
  EISDIR: 'a folder',
  EACCES: 'one that may not be read',
  Z_BUF_ERROR: 'gzip that is cut short',
  Z_DATA_ERROR: 'damaged gzip',
};

/** By its first two bytes (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpacked(file: string, bytes: Buffer): Buffer {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(file);
    throw unreadable(file, cause);
  }
}

const UTF_16 = 'UTF-16: save it as UTF-8, which a spreadsheet calls "CSV UTF-8"';

/** Formats often saved under the wrong name, by how they begin. */
const BEGINNINGS: readonly (readonly [beginning: string, name: string])[] = [
  ['PK\u0003\u0004', 'a zip archive: unpack it first'],
  ['SQLite format 3', 'a SQLite or GeoPackage file'],
  ['\u0000\u0000\u0027\u000a', 'a shapefile'],
  ['\u00ff\u00fe', UTF_16],
  ['\u00fe\u00ff', UTF_16],
  ['version https://git-lfs', 'a Git LFS pointer, not the file itself'],
  ['<!DOCTYPE html', 'a web page'],
  ['<html', 'a web page'],
  ['<kml', 'KML: convert it to GeoJSON first'],
  ['<?xml', 'XML, such as KML: convert it to GeoJSON first'],
];

/** What a file is by its first bytes, when that is something often saved under a wrong name. */
export function foreignFormat(bytes: Buffer): string | undefined {
  const start = bytes
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .toLowerCase()
    .replace(/^<\?xml[^>]*>\s*(?=<kml)/, '');
  return BEGINNINGS.find(([beginning]) => start.startsWith(beginning.toLowerCase()))?.[1];
}

/** The first eight hexadecimal digits of the SHA-256 over these words and the bytes of these files, in order. */
export function fingerprint(files: readonly string[], words = ''): string {
  const hash = createHash('sha256').update(words);
  for (const file of files)
    eachPiece(file, (bytes) => {
      hash.update(bytes);
    });
  return hash.digest('hex').slice(0, 8);
}

export function sha256Of(file: string): string {
  const hash = createHash('sha256');
  eachPiece(file, (bytes) => {
    hash.update(bytes);
  });
  return hash.digest('hex');
}

const PIECE = 1 << 20;

/** Directories of postcodes have more bytes than a process may hold at once. */
function eachPiece(file: string, use: (bytes: Uint8Array) => void): void {
  let descriptor: number | undefined;
  try {
    checkOrdinary(file);
    descriptor = openSync(file, 'r');
    const piece = new Uint8Array(PIECE);
    for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece))
      use(piece.subarray(0, count));
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
