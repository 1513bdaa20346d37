import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { describe, Fields, shown } from '../fields.ts';
import { ask, type Reply, troubleOf } from './ask.ts';
import type { Means } from './means.ts';
import { persist } from './persist.ts';
import { MOVED, Trouble } from './trouble.ts';

/** The answer as an object. ArcGIS reports errors with HTTP status 200 and a member `error`: those are thrown too. */
export function askObject(address: string, means: Means): Promise<object> {
  return persist(async () => {
    const reply = await ask(address, { 'accept-encoding': 'gzip' }, [200], means);
    const value = parsed(await textOf(reply, means), reply.host);
    const { error } = value as { error?: unknown };
    if (error !== undefined) throw reported(error, reply.host);
    return value;
  }, means);
}

export async function askFields(address: string, means: Means): Promise<Fields> {
  return new Fields(await askObject(address, means), new URL(address).host);
}

const unpack = promisify(gunzip);

async function textOf({ host, message }: Reply, { patience }: Means): Promise<string> {
  const limit = patience.pageBytes;
  const tooLong = new Trouble({
    host,
    found: `an answer of more than ${limit} bytes`,
    advice: MOVED,
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limit) throw tooLong;
      chunks.push(chunk);
    }
    const packed = Buffer.concat(chunks);
    if (message.headers['content-encoding'] !== 'gzip') return packed.toString();
    return (await unpack(packed, { maxOutputLength: limit })).toString();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLong;
    if (code?.startsWith('Z_') === true)
      throw new Trouble({ host, found: 'damaged gzip', passing: true, cause });
    throw troubleOf(cause as Error, host, patience.stallMs);
  }
}

function parsed(text: string, host: string): object {
  if (/^\s*</.test(text))
    throw new Trouble({ host, found: 'a web page in place of JSON', advice: MOVED });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw new Trouble({ host, found: `JSON that is cut short or damaged`, passing: true, cause });
  }
  throw new Trouble({ host, found: describe(text), advice: MOVED });
}

/** Codes of ArcGIS that pass: too many questions, trouble within, gateway. */
const PASSING = [429, 500, 502, 503, 504];

function reported(error: unknown, host: string): Trouble {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return new Trouble({
    host,
    found:
      `the error ${describe(code)} ${shown(typeof message === 'string' ? message.slice(0, 200) : '')}`.trim(),
    advice: MOVED,
    passing: PASSING.includes(Number(code)),
  });
}
