import type { IncomingMessage } from 'node:http';

export const MAX_BODY_BYTES = 256 * 1024;

export const FORM_TYPE = /^application\/x-www-form-urlencoded(?:; ?charset="?utf-8"?)?$/i;

/** Rejects when the asker hangs up. */
export function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else {
        request.pause();
        resolve('too large');
      }
    });
  });
}
