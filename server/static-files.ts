import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

/** A file held in memory, with the headers it is served under. */
export type StaticFile = {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Built files carry a hash in their name and never change. */
  readonly immutable: boolean;
  /** The body is compressed. */
  readonly gzipped?: boolean;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json; charset=utf-8',
  '.graphql': 'text/plain; charset=utf-8',
};

/**
 * The files of a folder by the path they are asked for. Only these exist: no path from outside ever reaches
 * the file system. Empty when the folder is not there.
 */
export function readStaticFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const path of filesBelow(folder)) {
    const type = TYPES[extname(path)];
    if (type === undefined) continue;
    const name = `/${relative(folder, path).replaceAll('\\', '/')}`;
    files.set(name, {
      ...fileOf(readFileSync(path), type),
      immutable: name.startsWith('/assets/'),
    });
  }
  return files;
}

export function fileOf(body: Buffer, type: string): StaticFile {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
  return { body, type, etag, immutable: false };
}

function filesBelow(folder: string): string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
