import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

export type OwnProcess = {
  readonly base: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** Holds its database and its temporary files. */
  readonly folder: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Signals it, and gives its exit code once it ended. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Starts `server/main.ts` as it is started for real, on a free port; ended with the test file. */
export async function startServer(
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<OwnProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'own-process-'));
  const child = spawn(process.execPath, ['server/main.ts', ...args], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: `sqlite:${join(folder, 'release.sqlite')}`,
      TMPDIR: folder,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  afterAll(end);
  process.once('exit', end); // started within a test, it has no end of a file to wait for
  const said = { stdout: '', stderr: '' };
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.stdout += chunk.toString('latin1');
      const at = /http:\/\/\S+:\d+/.exec(said.stdout)?.[0];
      if (at !== undefined) resolve(at);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.stderr += chunk.toString('latin1');
    });
    child.on('close', (code) => {
      reject(new Error(`The server ended with ${code ?? 'a signal'}: ${said.stderr}`));
    });
  });
  return {
    base,
    port: Number(new URL(base).port),
    child,
    folder,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    stop: async (signal = 'SIGTERM') => {
      const ended = child.exitCode === null ? once(child, 'close') : undefined;
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
