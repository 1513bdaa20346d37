import type { FileHandle } from 'node:fs/promises';

import { foreignFormat, isGzip } from '../read/file.ts';
import { isZip } from '../read/unpacked.ts';

/** What a file is in place of what its name promises; undefined when its bytes look right. */
export async function strangeness(name: string, handle: FileHandle): Promise<string | undefined> {
  const { size } = await handle.stat();
  if (size === 0) return 'no bytes at all';
  const start = await bytesAt(handle, 0, 64);
  if (/\.zip$/i.test(name))
    return zipStrangeness(
      start,
      await bytesAt(handle, Math.max(0, size - LONGEST_END), LONGEST_END),
    );
  if (/\.gz$/i.test(name)) return isGzip(start) ? undefined : (foreignFormat(start) ?? 'no gzip');
  if (isGzip(start)) return 'gzip: name the file .gz';
  if (/^\s*\{\s*"error"\s*:/.test(start.toString())) return 'an error in place of the file';
  if (/json$/i.test(name))
    return jsonStrangeness(start, await bytesAt(handle, Math.max(0, size - 64), 64));
  return (
    foreignFormat(start) ?? (/^\s*</.test(start.toString()) ? 'a web page, or XML' : undefined)
  );
}

function jsonStrangeness(start: Buffer, end: Buffer): string | undefined {
  if (!/^\s*[{[]/.test(start.toString())) return foreignFormat(start) ?? 'no JSON';
  return /[}\]]\s*$/.test(end.toString()) ? undefined : 'JSON that is cut short';
}

/** The record that ends a zip archive, with the longest comment it may have. */
const LONGEST_END = 22 + 0xffff;
const END_OF_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');

function zipStrangeness(start: Buffer, end: Buffer): string | undefined {
  if (!isZip(start)) return foreignFormat(start) ?? 'no zip archive';
  return end.includes(END_OF_ZIP) ? undefined : 'a zip archive that is cut short';
}

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
