import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { connect, disconnect } from '../../server/database/connect.ts';
import { findCurrentReleaseKey } from '../../server/database/releases.ts';
import { worldFolder } from '../worlds/manifest-folder.ts';

type Load = { readonly args: readonly string[]; readonly path: string };

function loadOf(folder: string): Load {
  const path = join(folder, 'x.sqlite');
  const args = ['load', join(folder, 'manifest.json'), '--database', `sqlite:${path}`];
  return { args: ['geodata/cli.ts', ...args], path };
}

/** A load that has begun its work, and what it says from then on. */
async function begun({ args }: Load): Promise<{ child: ChildProcess; error: () => string }> {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  while (!error.includes('Boundary sets')) await once(child.stderr, 'data');
  return { child, error: () => error };
}

async function answersIn({ path }: Load): Promise<boolean> {
  const database = connect(`sqlite:${path}`);
  const key = await findCurrentReleaseKey(database);
  await disconnect(database);
  return key !== undefined;
}

const TIME = { timeout: 60_000 };

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'CF18 %s during a load ends it with %i, one sentence and nothing written',
  TIME,
  async (signal, code) => {
    const load = loadOf(worldFolder());
    const { child, error } = await begun(load);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
    expect(error()).toMatch(/\nStopped: what answered before answers still\.\n$/);
    expect(await answersIn(load)).toBe(false);
  },
);

test('CF18 a terminal that goes away (SIGHUP) takes no load with it', TIME, async () => {
  const load = loadOf(worldFolder());
  const { child } = await begun(load);
  child.kill('SIGHUP');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(await answersIn(load)).toBe(true);
});

test(
  'CS31 a second load is refused with 75 and names the first; once that is killed, it works',
  TIME,
  async () => {
    const load = loadOf(worldFolder());
    const { child } = await begun(load);
    child.kill('SIGSTOP');
    const second = spawnSync(process.execPath, load.args, { encoding: 'utf8' });
    expect([second.status, second.stdout]).toEqual([75, '']);
    expect(second.stderr).toMatch(
      new RegExp(
        `^Wanted the database to change it, found that \\S+ \\(process ${child.pid}\\) has been loading since .*\n$`,
      ),
    );
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(spawnSync(process.execPath, load.args).status).toBe(0);
    expect(await answersIn(load)).toBe(true);
  },
);
