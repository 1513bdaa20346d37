import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import {
  least,
  print,
  repeat,
  run,
  shown,
  spread,
  start,
  type Usage,
  usageOf,
  verdict,
} from './measure.ts';
import { inFolder, realFiles } from './real.ts';

const RUNS = 5;
const SECONDS = 1;
const MB = 250;
const QUESTION = {
  query: 'query ($postcode: String!) { place(postcode: $postcode) { __typename } }',
  variables: { postcode: 'SO23 8UJ' },
};

/** From nothing to the first answer about a postcode of Great Britain, against a server that knows one answer by heart. */
export async function benchStart(): Promise<void> {
  const files = realFiles('great-britain.json');
  if (!files) return;
  await inFolder(async (folder) => {
    const database = `sqlite:${join(folder, 'loaded.sqlite')}`;
    const load = ['geodata/cli.ts', 'load', files['great-britain.json'], '--repair'];
    await run(['--max-semi-space-size=4', ...load, '--database', database]);
    const env = { DATABASE_URL: database, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    const first = await firstAnswer(['server/main.ts'], env);
    const runs = await repeat(RUNS, async () => ({
      constant: await firstAnswer([join(import.meta.dirname, 'answer-constant.ts')], env),
      ours: await firstAnswer(['server/main.ts'], env),
    }));
    const wall = runs.map(({ ours }) => ours.answeredAfter);
    const peak = runs.map(({ ours }) => ours.peakMb);
    print(`very first start: ${shown(first.answeredAfter)} s, CPU ${shown(first.cpuSeconds)} s`);
    print(`first answer: wall ${spread(wall, 's')}`);
    print(
      `first answer: CPU  ${spread(
        runs.map(({ ours }) => ours.cpuSeconds),
        's',
      )}`,
    );
    print(`memory:            ${spread(peak, 'MB')}`);
    const ratio = least(runs.map(({ ours, constant }) => ours.cpuSeconds / constant.cpuSeconds));
    print(`ratio of CPU: ${shown(ratio)} × a server of one constant answer`);
    verdict('first answer', least(wall), SECONDS, 's');
    verdict('memory at first answer', Math.max(...peak), MB, 'MB');
  });
}

type Start = Usage & { readonly answeredAfter: number };

async function firstAnswer(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const server = start(args, { ...env, PORT: String(port) });
  await answerFrom(`http://127.0.0.1:${port}/graphql`);
  const answeredAfter = (performance.now() - began) / 1000;
  server.kill('SIGTERM');
  return { ...(await usageOf(server)), answeredAfter };
}

const PATIENCE_MS = 60_000;
const MS_BETWEEN = 5;

async function answerFrom(address: string): Promise<void> {
  const body = JSON.stringify(QUESTION);
  const headers = { 'content-type': 'application/json', connection: 'close' };
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS;) {
    const answer = await fetch(address, { method: 'POST', headers, body }).catch(() => undefined);
    const said: unknown = await answer?.json();
    if (said !== undefined && !JSON.stringify(said).includes('errors')) return;
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
