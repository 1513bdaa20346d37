import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip } from 'node:zlib';

import { InputFault } from '../input-fault.ts';
import { isGzip, unreadable } from './file.ts';
import { MOST_BYTES, MOST_RATIO, withEntries } from './zip.ts';

/** A file: plain, gzip, or a zip archive of which `entry` names what to read. */
export type PackedFile = { readonly file: string; readonly entry: string | null };

/** Takes the bytes of one table. */
export type BytesTaker = {
  /** The bytes are gone afterwards: what is still wanted is copied. */
  readonly take: (bytes: Buffer) => void;
  readonly end: () => void;
};

/** Reads a file piece by piece, unpacked; each table in it begins with its name for messages. */
export async function readUnpacked(
  { file, entry }: PackedFile,
  begin: (name: string) => BytesTaker,
): Promise<void> {
  try {
    const beginning = await beginningOf(file);
    if (isZip(beginning)) await readZip(file, entry, begin);
    else if (entry !== null)
      throw new InputFault(`${file}: wanted a zip archive with ${entry} in it, found no archive`);
    else await readWhole(file, isGzip(beginning), begin(file));
  } catch (cause) {
    throw cause instanceof InputFault ? cause : unreadable(file, cause);
  }
}

const PIECE = 1 << 18;

async function beginningOf(file: string): Promise<Uint8Array> {
  await using handle = await open(file);
  const { buffer } = await handle.read(new Uint8Array(4), 0, 4, 0);
  return buffer;
}

/** An empty archive has only its end. */
export function isZip([p, k, one, two]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((one === 3 && two === 4) || (one === 5 && two === 6));
}

async function readWhole(file: string, gzip: boolean, taker: BytesTaker): Promise<void> {
  const source = createReadStream(file, { highWaterMark: PIECE });
  if (!gzip) await pipeline(source, (bytes) => give(bytes, taker));
  else {
    const sound = (unpackedBytes: number): void => {
      checkUnpacked(file, unpackedBytes, source.bytesRead);
    };
    await pipeline(source, createGunzip({ chunkSize: PIECE }), (bytes) =>
      give(bytes, taker, sound),
    );
  }
  taker.end();
}

function checkUnpacked(file: string, unpackedBytes: number, packedBytes: number): void {
  if (unpackedBytes > MOST_BYTES || unpackedBytes > packedBytes * MOST_RATIO)
    throw new InputFault(
      `${file}: wanted data that unpacks to at most ${MOST_RATIO} times its size and ${MOST_BYTES} bytes, found more`,
    );
}

async function readZip(
  file: string,
  pattern: string | null,
  begin: (name: string) => BytesTaker,
): Promise<void> {
  if (pattern === null)
    throw new InputFault(
      `${file}: wanted "entry" in the manifest to name what to read of a zip archive, such as "Data/*.csv", found none`,
    );
  await withEntries(file, pattern, async ({ name, checksum, open: openEntry }) => {
    const taker = begin(name);
    let found = 0;
    const take = (bytes: Buffer): void => {
      found = crc32(bytes, found);
      taker.take(bytes);
    };
    await give(await openEntry(), { take });
    if (found !== checksum)
      throw new InputFault(`${name}: wanted data that match their checksum, found damaged data`);
    taker.end();
  });
}

async function give(
  source: AsyncIterable<Buffer> | Readable,
  { take }: Pick<BytesTaker, 'take'>,
  check: (bytes: number) => void = () => undefined,
): Promise<void> {
  let count = 0;
  for await (const bytes of source as AsyncIterable<Buffer>) {
    check((count += bytes.length));
    take(bytes);
    giveBack(bytes);
  }
}

/** Pieces wait long for the collector, and tens of megabytes of them with it; one that shares its room is left to it. */
function giveBack({ buffer, length }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === length && length >= PIECE)
    buffer.transfer(0);
}
