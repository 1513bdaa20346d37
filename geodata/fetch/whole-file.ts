import type { IncomingMessage } from 'node:http';
import { open } from 'node:fs/promises';

import { ask, type Reply, troubleOf } from './ask.ts';
import type { Fetched } from './fetched.ts';
import type { Means } from './means.ts';
import type { Found } from './newest.ts';
import {
  bytesOf,
  dropPart,
  finish,
  partOf,
  readNotes,
  unpack,
  type Whole,
  writeNotes,
} from './part.ts';
import { persist } from './persist.ts';
import { MOVED, Trouble } from './trouble.ts';

export type Sent = Whole & Validators;

/** By which a publisher tells one edition of a file from another (RFC 9110, 8.8). */
type Validators = { readonly etag: string | null; readonly modified: string | null };

type Begun = Validators & { readonly bytes: number };

/** A whole file, going on where an earlier try broke off. Null when the publisher still has the very file we know. */
export function fetchWhole(
  found: Found,
  known: Fetched | undefined,
  means: Means,
): Promise<Sent | null> {
  return persist(() => attempt(found, known, means), means);
}

async function attempt(
  found: Found,
  known: Fetched | undefined,
  means: Means,
): Promise<Sent | null> {
  const { address, download } = found;
  const begun = await begunOf(download.file, address);
  const reply = await ask(address, headersFor(begun, known), [200, 206, 304, 416], means);
  const { host, message } = reply;
  if (message.statusCode === 304) {
    message.destroy();
    return null;
  }
  const at = message.statusCode === 200 ? 0 : placeInFile(reply, begun);
  if (at === undefined) {
    message.destroy();
    dropPart(download.file);
    throw new Trouble({ host, found: 'a piece of another file than the one begun', passing: true });
  }
  const validators = validatorsOf(message);
  const packed = isPacked(reply);
  if (at === 0) await writeNotes(download.file, { address, ...validators });
  await receive(reply, found, at, means);
  if (packed) await unpackPart(found, host, means);
  return { ...validators, ...(await finish(download, host)) };
}

async function begunOf(file: string, address: string): Promise<Begun | undefined> {
  const notes = readNotes(file) as Partial<Begun & { address: string }> | undefined;
  if (notes?.address !== address) return undefined;
  const bytes = await bytesOf(partOf(file));
  const { etag = null, modified = null } = notes;
  return bytes > 0 && validatorOf({ etag, modified }) !== null
    ? { bytes, etag, modified }
    : undefined;
}

/** A weak tag does not promise the same bytes. */
function validatorOf({ etag, modified }: Validators): string | null {
  return etag?.startsWith('"') === true ? etag : modified;
}

function headersFor(begun: Begun | undefined, known: Fetched | undefined): Record<string, string> {
  const plain = { 'accept-encoding': 'identity' };
  if (begun)
    return { ...plain, range: `bytes=${begun.bytes}-`, 'if-range': validatorOf(begun) ?? '' };
  if (known?.etag != null) return { ...plain, 'if-none-match': known.etag };
  if (known?.modified != null) return { ...plain, 'if-modified-since': known.modified };
  return plain;
}

/** Where a piece belongs; undefined when it does not follow on what we have. */
function placeInFile({ message }: Reply, begun: Begun | undefined): number | undefined {
  const [, first] = /^bytes (\d+)-\d+\/\d+$/.exec(message.headers['content-range'] ?? '') ?? [];
  if (message.statusCode !== 206 || Number(first) !== begun?.bytes) return undefined;
  return validatorOf(validatorsOf(message)) === validatorOf(begun) ? begun.bytes : undefined;
}

function validatorsOf({ headers }: IncomingMessage): Validators {
  return { etag: headers.etag ?? null, modified: headers['last-modified'] ?? null };
}

function isPacked({ host, message }: Reply): boolean {
  const encoding = message.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') {
    message.destroy();
    throw new Trouble({ host, found: `the encoding ${encoding}`, advice: MOVED });
  }
  return encoding === 'gzip';
}

async function receive(
  { host, message }: Reply,
  found: Found,
  at: number,
  means: Means,
): Promise<void> {
  const { download } = found;
  const { progress, patience } = means;
  const length = message.headers['content-length'];
  const total = length === undefined ? 0 : at + Number(length);
  const phase = progress.begin(`Bytes of ${download.name}`, total);
  const tooLong = new Trouble({
    host,
    found: `a file of more than ${patience.fileBytes} bytes`,
    advice: MOVED,
  });
  await using handle = await open(partOf(download.file), at === 0 ? 'w' : 'a');
  let bytes = at;
  try {
    if (total > patience.fileBytes) throw tooLong;
    for await (const chunk of message as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > patience.fileBytes) throw tooLong;
      await handle.write(chunk);
      phase.reach(bytes);
    }
  } catch (cause) {
    message.destroy();
    if (cause === tooLong) dropPart(download.file);
    throw troubleOf(cause as Error, host, patience.stallMs);
  } finally {
    phase.end();
  }
}

async function unpackPart({ download }: Found, host: string, { patience }: Means): Promise<void> {
  try {
    await unpack(download.file, patience.fileBytes);
  } catch (cause) {
    const { code = '', name, message } = cause as NodeJS.ErrnoException;
    if (!code.startsWith('Z_') && name !== 'RangeError') throw cause;
    dropPart(download.file);
    throw new Trouble({
      host,
      found: name === 'RangeError' ? message : 'damaged gzip',
      advice: MOVED,
      cause,
    });
  }
}
