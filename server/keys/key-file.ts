import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

import { type KeyEntry, lineOf, parseKeys } from './key.ts';

const MAX_BYTES = 1_000_000;
const WRITTEN_BY_OTHERS = 0o002;

/** Throws one sentence that names the file. */
export function readKeyFile(path: string): ReadonlyMap<string, KeyEntry> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Error(`${path}: wanted a file of API keys, found none`);
  if ((stat.mode & WRITTEN_BY_OTHERS) !== 0)
    throw new Error(`${path}: anybody on this machine could add a key to it; try chmod o-w`);
  if (stat.size > MAX_BYTES)
    throw new Error(`${path}: wanted at most ${MAX_BYTES} bytes, found ${stat.size}`);
  try {
    return parseKeys(readFileSync(path, 'utf8'));
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : 'cannot be read';
    throw new Error(`${path}: ${why}`, { cause: fault });
  }
}

/** Put in place whole: a server that looks at it just now sees the old file or the new one. */
export function writeKeyFile(path: string, entries: ReadonlyMap<string, KeyEntry>): void {
  const beside = `${path}.new`;
  const lines = ['# API keys: ID SHA256 SCOPES [UNTIL]', ...[...entries.values()].map(lineOf)];
  writeFileSync(beside, `${lines.join('\n')}\n`, { mode: 0o600 });
  renameSync(beside, path);
}

/** Changes whenever the file may have. */
export function markOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? [stat.ino, stat.size, stat.mtimeMs].join(' ') : 'none';
}
