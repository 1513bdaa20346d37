import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import { describe, expect, test } from 'vitest';

import { disconnect } from '../../server/database/connect.ts';
import { openSqlite } from '../../server/database/sqlite.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { coresWanted } from '../../server/cores.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { type OwnProcess, startServer } from './own-process.ts';

const PATIENCE = { timeout: 120_000 };

describe('how many processes', () => {
  test('one, where nothing is said', () => {
    expect(coresWanted([], undefined)).toBe(1);
    expect(coresWanted([], '')).toBe(1);
  });
  test('the flag goes before the environment', () => {
    expect(coresWanted(['--cores', '3'], '2')).toBe(3);
    expect(coresWanted([], '2')).toBe(2);
  });
  test('all is one for each core', () => {
    expect(coresWanted(['--cores=all'], undefined)).toBeGreaterThan(0);
  });
  test.each(['0', '-1', '1.5', 'two', '2000'])('%s is refused in one sentence', (text) => {
    expect(() => coresWanted([`--cores=${text}`], undefined)).toThrow(
      `--cores: wanted "all" or a whole number from 1 to 1024, found "${text}"`,
    );
  });
  test('a flag nobody knows is refused', async () => {
    const end = await promisify(execFile)(process.execPath, [
      'server/main.ts',
      '--core',
      '2',
    ]).catch((fault: unknown) => fault as { code: number; stderr: string });
    expect(end).toMatchObject({ code: 64 });
    expect(end.stderr).toContain("Unknown option '--core'");
  });
});

function processesOf({ child }: OwnProcess): number[] {
  const found = execFileSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)]).toString();
  return found
    .split('\n')
    .map(Number)
    .filter((pid) => pid > 0 && isNode(pid));
}

/** Not `ps` itself. */
function isNode(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('main.ts');
  } catch {
    return false;
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(50);
}

async function releaseIn({ base }: OwnProcess): Promise<string> {
  const body = JSON.stringify({ query: '{ release { id } }' });
  // On a connection of its own: which process answers is for the first one to choose.
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const response = await fetch(`${base}/graphql`, { method: 'POST', headers, body });
  return ((await response.json()) as { data: { release: { id: string } } }).data.release.id;
}

async function releases(server: OwnProcess, times: number): Promise<Set<string>> {
  const found = new Set<string>();
  for (let time = 0; time < times; time++) found.add(await releaseIn(server));
  return found;
}

describe.skipIf(process.platform !== 'linux')('a server of several processes', PATIENCE, () => {
  test('answers on one port, replaces one that dies, and shows one release', async () => {
    const server = await startServer({}, ['--cores', '3']);
    await until(() => processesOf(server).length === 3);
    expect((await releases(server, 6)).size).toBe(1);
    const [victim = 0, ...others] = processesOf(server);
    process.kill(victim, 'SIGKILL');
    await until(() => processesOf(server).length === 3);
    const now = processesOf(server);
    expect(now).not.toContain(victim);
    expect(now).toEqual(expect.arrayContaining(others));
    await until(async () => (await releases(server, 6)).size === 1);

    const database = openSqlite(join(server.folder, 'release.sqlite'));
    await writeRelease(database, fourSquares, new Date());
    await disconnect(database);
    const after = await releases(server, 9);
    expect(after.size).toBe(1);
    expect([...after][0]).toContain('four-squares');

    expect(await server.stop()).toBe(0);
    expect(now.filter(isNode)).toEqual([]);
  });
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'told to stop by %s, answers what it took',
    async (signal) => {
      const server = await startServer({ STOP_DELAY: '0' }, ['--cores', '2']);
      const inputs = Array(1000).fill({ postcode: 'SO23 8UJ', need: 'carers' });
      const query =
        'query($inputs: [ReferralInput!]!) { referrals(inputs: $inputs) { __typename } }';
      const asked = Array.from({ length: 6 }, async () => {
        const response = await fetch(`${server.base}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables: { inputs } }),
        });
        return ((await response.json()) as { data: { referrals: object[] } }).data.referrals.length;
      });
      await asked[0];
      const stopped = server.stop(signal);
      expect(await Promise.all(asked)).toEqual(Array(6).fill(1000));
      expect(await stopped).toBe(0);
    },
  );
  test('that cannot listen says so and ends', async () => {
    const { port, stop } = await startServer();
    await expect(startServer({ PORT: String(port) }, ['--cores', '2'])).rejects.toThrow(
      `port ${port} is in use`,
    );
    await stop();
  });
});
