import { createHash } from 'node:crypto';

/** Version 5 of RFC 9562, of this project's own names: the same name has the same one in every release and on every server. */
export function uuidOf(...name: readonly string[]): string {
  const bytes = createHash('sha1').update(OURS).update(JSON.stringify(name)).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-');
}

/** Drawn once at random. */
const OURS = Buffer.from('ea30243765a041b1b902570596fcc4cb', 'hex');
