import type { IncomingMessage } from 'node:http';

import type { Refusal } from '../refuse.ts';

export const MAX_BODY_BYTES = 256 * 1024;

/** All bodies that are still coming in, together: ten thousand senders who never end must not fill the memory. */
const MAX_HELD_BYTES = 128 * 1024 * 1024;
let held = 0;

export const FORM_TYPE = /^application\/x-www-form-urlencoded(?:; ?charset="?utf-8"?)?$/i;

export const TOO_LARGE: Refusal = {
  status: 413,
  message: `Send at most ${MAX_BODY_BYTES} bytes.`,
  headers: { connection: 'close' },
};

const TOO_MANY: Refusal = {
  status: 503,
  message: 'More is being sent here just now than can be read. Ask again in a second.',
  headers: { connection: 'close', 'retry-after': '1' },
};

/** Rejects when the asker hangs up. */
export function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | Refusal> {
  const chunks: Buffer<ArrayBuffer>[] = [];
  let size = 0;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer<ArrayBuffer> | Refusal>();
  const settle = (body: Buffer<ArrayBuffer> | Refusal): void => {
    held -= size;
    size = 0;
    resolve(body);
  };
  request.on('error', (fault) => {
    held -= size;
    size = 0;
    reject(fault);
  });
  request.on('end', () => {
    const [only] = chunks;
    settle(only && chunks.length === 1 ? only : Buffer.concat(chunks));
  });
  request.on('data', (chunk: Buffer<ArrayBuffer>) => {
    if (request.isPaused()) return;
    size += chunk.length;
    held += chunk.length;
    if (size <= MAX_BODY_BYTES && held <= MAX_HELD_BYTES) {
      chunks.push(chunk);
      return;
    }
    request.pause();
    settle(size > MAX_BODY_BYTES ? TOO_LARGE : TOO_MANY);
  });
  return promise;
}
