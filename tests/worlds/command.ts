import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

import { onTestFinished } from 'vitest';

export type Ended = { readonly code: number | null; readonly out: string; readonly error: string };

/** `npm run geodata` in a process of its own, while the test goes on; ended with the test. */
export function startGeodata(
  args: readonly string[],
  folder = '.',
): { readonly process: ChildProcess; readonly end: Promise<Ended> } {
  const child = spawn(process.execPath, [resolve('geodata/cli.ts'), ...args], { cwd: folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  const end = new Promise<Ended>((done) => {
    child.on('close', (code) => {
      done({ code, out, error });
    });
  });
  return { process: child, end };
}
