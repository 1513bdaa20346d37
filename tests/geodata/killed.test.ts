import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { connect, disconnect } from '../../server/database/connect.ts';
import { keptReleases } from '../../server/database/release-list.ts';
import { findCurrentReleaseId } from '../../server/database/releases.ts';

const LOADER = fileURLToPath(new URL('./loader.ts', import.meta.url));
/** More in a long run: `KILLS=1000`. */
const KILLS = Number(process.env['KILLS'] ?? 100);
/** Databases that loads are killed on side by side. */
const AT_ONCE = 4;
/** Postcodes of a release: enough for some hundred milliseconds of writing. */
const COUNT = 4000;

type Running = { readonly child: ChildProcess; readonly said: (word: string) => Promise<void> };

function start(path: string, name: string): Running {
  const child = spawn(process.execPath, [LOADER, path, name, String(COUNT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const said = async (word: string): Promise<void> => {
    while (!told.includes(word) && child.exitCode === null && child.signalCode === null)
      await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  };
  return { child, said };
}

/** Ids of the releases that are there. Throws when any is not whole, or not exactly one answers. */
async function checkWhole(path: string): Promise<void> {
  const database = connect(`sqlite:${path}`);
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(
      database.kysely,
    );
    expect(rows).toEqual([{ integrity_check: 'ok' }]);
    const kept = await keptReleases(database);
    expect(kept.filter(({ standing }) => standing === 'answers')).toHaveLength(1);
    for (const { id, postcodes, areas } of kept)
      expect([id, postcodes, areas]).toEqual([id, Number(id.split('-')[1]), 6]);
    const strays = await database.kysely
      .selectFrom('postcode')
      .select('postcode.release')
      .distinct()
      .where(
        'postcode.release',
        'not in',
        kept.map(({ key }) => key),
      )
      .execute();
    expect(strays).toEqual([]);
  } finally {
    await disconnect(database);
  }
}

async function loadWhole(path: string, name: string): Promise<number> {
  const { child, said } = start(path, name);
  await said('ready');
  const began = performance.now();
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  return performance.now() - began;
}

/** Kills loads one after the other on one database, every fifth of them at the switch. */
async function killMany(folder: string, at: number, kills: number): Promise<number> {
  const path = join(folder, `${at}.sqlite`);
  const typical = await loadWhole(path, 'first');
  let cut = 0;
  for (let kill = 0; kill < kills; kill++) {
    const { child, said } = start(path, `kill${kill}`);
    const closed = once(child, 'close');
    await said(kill % 5 === 0 ? 'switching' : 'ready');
    await setTimeout(kill % 5 === 0 ? Math.random() * 3 : Math.random() * typical);
    child.kill('SIGKILL');
    const [code] = (await closed) as [number | null];
    if (code === null) cut++;
    await checkWhole(path);
  }
  await loadWhole(path, 'last');
  const database = connect(`sqlite:${path}`);
  expect(await findCurrentReleaseId(database)).toBe(`last-${COUNT}`);
  await disconnect(database);
  return cut;
}

test(
  `B1 CS30 ${KILLS} loads killed at random moments and at the switch leave one whole release answering, and the next load works`,
  { timeout: 6000 * KILLS },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'));
    const cuts = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) => killMany(folder, at, Math.ceil(KILLS / AT_ONCE))),
    );
    rmSync(folder, { recursive: true });
    // A kill that came after the end proves nothing.
    expect(cuts.reduce((sum, cut) => sum + cut, 0)).toBeGreaterThan(KILLS / 2);
  },
);
