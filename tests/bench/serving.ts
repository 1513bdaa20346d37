import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { start, type Usage, usageOf } from './measure.ts';

export type Serving = {
  readonly address: string;
  readonly child: ChildProcess;
  /** Seconds from nothing to the first answer. */
  readonly answeredAfter: number;
};

/** Starts a server and waits until it answers. */
export async function serve(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  body: string,
): Promise<Serving> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/graphql`;
  const began = performance.now();
  const child = start(args, { LOG: 'no', ...env, PORT: String(port) });
  await firstAnswer(address, body);
  return { address, child, answeredAfter: (performance.now() - began) / 1000 };
}

export async function stop({ child }: Serving): Promise<Usage> {
  child.kill('SIGTERM');
  return usageOf(child);
}

/** The answer, as text. */
export async function ask(address: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const answer = await fetch(address, { method: 'POST', headers, body });
  return answer.text();
}

const PATIENCE_MS = 60_000;
const MS_BETWEEN = 5;

async function firstAnswer(address: string, body: string): Promise<void> {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS;) {
    const said = await ask(address, body).catch(() => undefined);
    if (said?.includes('errors') === false) return;
    await setTimeout(MS_BETWEEN);
  }
  throw new Error('The server gave no answer');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
