import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

import { FetchFault, TRY_AGAIN } from './trouble.ts';

/** One fetch of a manifest at a time: two would write into one part. A lock whose holder is gone is taken over. */
export async function alone<Result>(
  manifest: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = `${manifest}.fetching`;
  const held = take(lock) ?? takeOver(lock, manifest);
  try {
    return await work();
  } finally {
    closeSync(held);
    rmSync(lock, { force: true });
  }
}

function take(lock: string): number | undefined {
  try {
    const held = openSync(lock, 'wx');
    writeSync(held, String(process.pid));
    return held;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw cause;
  }
}

function takeOver(lock: string, manifest: string): number {
  const holder = Number(readFileSync(lock, 'utf8'));
  if (!isAlive(holder)) rmSync(lock, { force: true });
  const held = take(lock);
  if (held !== undefined) return held;
  throw new FetchFault(
    `${manifest}: wanted to be the only one to fetch it, found process ${holder} at it; wait for that, or delete ${lock} if there is none`,
    TRY_AGAIN,
  );
}

function isAlive(process_: number): boolean {
  if (!(process_ > 0)) return false;
  try {
    return process.kill(process_, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
