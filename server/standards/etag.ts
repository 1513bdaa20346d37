import { createHash } from 'node:crypto';

/** The same for the same words. */
export function etagOf(...words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 20);
}
