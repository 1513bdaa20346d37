import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { print } from './measure.ts';

const REAL = '../shared/real';

/** Paths of real files; undefined, with a notice, where one of them is not there. */
export function realFiles<Name extends string>(...names: Name[]): Record<Name, string> | undefined {
  const missing = names.filter((name) => !existsSync(join(REAL, name)));
  if (missing.length > 0) {
    print(`Left out: ${missing.join(', ')} not found in ${REAL}`);
    return undefined;
  }
  return Object.fromEntries(names.map((name) => [name, join(REAL, name)])) as Record<Name, string>;
}

export async function inFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function machine(): string {
  return `${availableParallelism()} processors, Node ${process.versions.node}`;
}
