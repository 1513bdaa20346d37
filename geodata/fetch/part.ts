import {
  createReadStream,
  createWriteStream,
  existsSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { sha256Of } from '../read/file.ts';
import type { Download } from './download.ts';
import { strangeness } from './genuine.ts';
import { Trouble } from './trouble.ts';

/** A file on its way: `FILE.part` holds what has come, `FILE.part.json` what it is a part of. The file itself is replaced at the end. */
export function partOf(file: string): string {
  return `${file}.part`;
}

function notesOf(file: string): string {
  return `${file}.part.json`;
}

/** What an earlier run noted of its part; undefined when nothing is left of one, or nothing that can be read. */
export function readNotes(file: string): unknown {
  if (!existsSync(partOf(file))) return undefined;
  try {
    return JSON.parse(readFileSync(notesOf(file), 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

export async function writeNotes(file: string, notes: object): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  writeFileSync(notesOf(file), JSON.stringify(notes));
}

export async function bytesOf(file: string): Promise<number> {
  return (await stat(file)).size;
}

export function dropPart(file: string): void {
  for (const path of [partOf(file), notesOf(file), unpackedOf(file)]) rmSync(path, { force: true });
}

export type Whole = { readonly bytes: number; readonly sha256: string };

/** Looks at a part that is all there, and puts it in the place of the file. What does not hold is thrown away. */
export async function finish(download: Download, host: string): Promise<Whole> {
  const { file } = download;
  try {
    const whole = await checked(download, partOf(file), host);
    await rename(partOf(file), file);
    return whole;
  } finally {
    dropPart(file);
  }
}

async function checked({ name, sha256 }: Download, part: string, host: string): Promise<Whole> {
  await using handle = await open(part, 'r+');
  const strange = await strangeness(name, handle);
  if (strange !== undefined)
    throw new Trouble({
      host,
      found: strange,
      advice: 'see what the address gives in a browser, and change it in the manifest',
    });
  const sum = sha256Of(part);
  if (sha256 !== null && sum !== sha256)
    throw new Trouble({
      host,
      found: `bytes of sha256 ${sum}, where the manifest wants ${sha256}`,
      advice: 'ask the publisher which is right; if theirs is, change the manifest',
    });
  await handle.sync();
  return { bytes: (await handle.stat()).size, sha256: sum };
}

function unpackedOf(file: string): string {
  return `${file}.part.unpacked`;
}

/** Takes off the gzip that a publisher put on for the way, up to so many bytes. */
export async function unpack(file: string, limit: number): Promise<void> {
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limit) throw new RangeError(`more than ${limit} bytes unpacked`);
      yield chunk;
    }
  };
  await pipeline(
    createReadStream(partOf(file)),
    createGunzip(),
    counted,
    createWriteStream(unpackedOf(file)),
  );
  await rename(unpackedOf(file), partOf(file));
}
