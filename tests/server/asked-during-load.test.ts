import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, expect, test } from 'vitest';

import { connect, disconnect } from '../../server/database/connect.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { manyPostcodes } from '../worlds/many-postcodes.ts';
import { LOADED_AT } from '../worlds/open.ts';
import { serve } from './served.ts';

const LOADER = fileURLToPath(new URL('../geodata/loader.ts', import.meta.url));
/** The district each square lies in, by the cell all postcodes of a release are in. */
const DISTRICTS = ['W', 'E'];

const folder = mkdtempSync(join(tmpdir(), 'asked-'));
const path = join(folder, 'x.sqlite');
const database = connect(`sqlite:${path}`);
afterAll(async () => {
  await disconnect(database);
  rmSync(folder, { recursive: true });
});

type Answer = { readonly release: string; readonly district: string };

async function ask(port: number): Promise<Answer> {
  const query = `{
    release { id }
    place(postcode: "SO10 0AB", asAt: "2004-03-31") { ... on Located { release { id } areas { area { kind code } } } }
  }`;
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as {
    data: {
      release: { id: string };
      place: { release: { id: string }; areas: { area: { kind: string; code: string } }[] };
    };
  };
  expect(data.place.release).toEqual(data.release);
  return {
    release: data.release.id,
    district: data.place.areas.find(({ area }) => area.kind === 'district')?.area.code ?? 'none',
  };
}

test(
  'CF16 B9 each answer given while releases are loaded and switched is wholly of one of them',
  { timeout: 120_000 },
  async () => {
    await migrateToLatest(database);
    await writeRelease(database, manyPostcodes('cell0', 2000, 0), LOADED_AT);
    const port = await serve(database);
    const answers: Answer[] = [];
    for (let load = 1; load <= 4; load++) {
      const cell = load % 2;
      const child = spawn(
        process.execPath,
        [LOADER, path, `cell${cell}`, String(2000 + load), String(cell)],
        { stdio: 'ignore' },
      );
      const ended = once(child, 'exit') as Promise<[number | null]>;
      while (child.exitCode === null) answers.push(...(await Promise.all([ask(port), ask(port)])));
      expect((await ended)[0]).toBe(0);
      answers.push(await ask(port));
    }
    const mixed = answers.filter(
      ({ release, district }) => district !== DISTRICTS[Number(release.charAt(4))],
    );
    expect(mixed).toEqual([]);
    expect(new Set(answers.map(({ release }) => release))).toEqual(
      new Set(['cell0-2000', 'cell1-2001', 'cell0-2002', 'cell1-2003', 'cell0-2004']),
    );
    expect(answers.length).toBeGreaterThan(20);
  },
);
