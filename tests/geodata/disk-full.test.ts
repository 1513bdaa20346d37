import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { endingOf } from '../../geodata/trouble.ts';
import { switchTo } from '../../server/database/current-release.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import type { Database } from '../../server/database/database.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import { keptReleases } from '../../server/database/release-list.ts';
import { findCurrentReleaseId } from '../../server/database/releases.ts';
import { writeBeside, writeRelease } from '../../server/database/write-release.ts';
import { LOADED_AT } from '../worlds/open.ts';
import { manyPostcodes } from '../worlds/many-postcodes.ts';

const folder = mkdtempSync(join(tmpdir(), 'disk-full-'));
const GOOD = join(folder, 'good.sqlite');
const COUNT = 3000;

beforeAll(async () => {
  const database = connect(`sqlite:${GOOD}`);
  await migrateToLatest(database);
  await writeRelease(database, manyPostcodes('old', COUNT), LOADED_AT);
  await disconnect(database);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const pagesOf = async (database: Database): Promise<number> => (await database.bytes()) / 4096;

/** What one more release takes. */
async function pagesNeeded(): Promise<number> {
  const path = join(folder, 'ample.sqlite');
  copyFileSync(GOOD, path);
  const database = connect(`sqlite:${path}`);
  const before = await pagesOf(database);
  await writeBeside(database, manyPostcodes('ample', COUNT), LOADED_AT);
  const need = (await pagesOf(database)) - before;
  await disconnect(database);
  return need;
}

async function allow(database: Database, pages: number): Promise<void> {
  await sql`pragma max_page_count = ${sql.lit(Math.round(pages))}`.execute(database.kysely);
}

describe('B4 CS30 a disk with too little room', () => {
  test('of ten sizes leaves the old release answering, says so in one sentence, and works again with room', async () => {
    const path = join(folder, 'small.sqlite');
    copyFileSync(GOOD, path);
    const database = connect(`sqlite:${path}`);
    const full = await pagesOf(database);
    const need = await pagesNeeded();
    for (let size = 0; size < 10; size++) {
      await allow(database, full + (need * size) / 10);
      const fault: unknown = await writeBeside(
        database,
        manyPostcodes(`new${size}`, COUNT),
        LOADED_AT,
      ).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(endingOf(fault)).toEqual({
        sentence: 'The disk is full. Nothing was changed; what answered before answers still.',
        code: 74,
      });
      expect(await keptReleases(database)).toMatchObject([
        { id: `old-${COUNT}`, standing: 'answers', postcodes: COUNT },
      ]);
    }
    await allow(database, full + 2 * need);
    const key = await writeBeside(database, manyPostcodes('new', COUNT), LOADED_AT);
    await switchTo(database, key, { at: LOADED_AT });
    expect(await findCurrentReleaseId(database)).toBe(`new-${COUNT}`);
    await disconnect(database);
  });
});

const LOADER = fileURLToPath(new URL('./loader.ts', import.meta.url));
const traced = spawnSync('strace', ['-f', '-o', '/dev/null', process.execPath, '-e', '0']);
const canTrace = traced.status === 0;
if (!canTrace) console.warn('strace cannot be used here: faults of the disk itself are not tested');

/** A few at random in the normal run, all with `INJECTIONS=200`. */
const INJECTIONS = Number(process.env['INJECTIONS'] ?? 6);

describe.runIf(canTrace)('B5 a disk that fails', () => {
  const whole = join(folder, 'whole.sqlite');
  const traceFile = join(folder, 'trace');

  /** Runs a load whose nth call of this kind fails, and returns how it ended. */
  const failing = (path: string, call: string, fault: string, nth: number): number | null =>
    spawnSync(
      'strace',
      [
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:error=${fault}:when=${nth}+`,
        process.execPath,
        LOADER,
        path,
        'new',
        String(COUNT),
      ],
      { encoding: 'utf8' },
    ).status;

  /** How often a load that goes well makes this call. */
  const callsOf = (call: string): number => {
    copyFileSync(GOOD, whole);
    const { stderr } = spawnSync(
      'strace',
      [
        '-f',
        '-qq',
        '-c',
        '-o',
        traceFile,
        '-e',
        `trace=${call}`,
        process.execPath,
        LOADER,
        whole,
        'new',
        String(COUNT),
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    const counted = spawnSync('grep', [call, traceFile], { encoding: 'utf8' }).stdout;
    return Number(counted.trim().split(/\s+/)[3]);
  };

  test.each([
    ['pwrite64', 'ENOSPC'],
    ['pwrite64', 'EIO'],
    ['fsync', 'EIO'],
  ])(
    'by %s with %s never leaves anything but a whole release answering',
    { timeout: 60_000 * INJECTIONS },
    async (call, fault) => {
      const calls = callsOf(call);
      expect(calls).toBeGreaterThan(0);
      for (let run = 0; run < INJECTIONS / 2; run++) {
        const path = join(folder, `${call}-${fault}-${run}.sqlite`);
        copyFileSync(GOOD, path);
        const status = failing(
          path,
          call,
          fault,
          1 + Math.floor(((run + Math.random()) * calls * 2) / INJECTIONS),
        );
        const database = connect(`sqlite:${path}`);
        const { rows } = await sql`pragma integrity_check`.execute(database.kysely);
        expect(rows).toEqual([{ integrity_check: 'ok' }]);
        const kept = await keptReleases(database);
        expect(kept.filter(({ standing }) => standing === 'answers')).toHaveLength(1);
        expect(kept.map(({ postcodes }) => postcodes)).toEqual(kept.map(() => COUNT));
        if (status === 0) expect(await findCurrentReleaseId(database)).toBe(`new-${COUNT}`);
        await disconnect(database);
      }
    },
  );
});

test('CF13 output that cannot be written ends with 74 and a sentence', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['geodata/cli.ts', 'list', '--database', `sqlite:${GOOD}`],
    { encoding: 'utf8', stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] },
  );
  expect([status, stderr]).toEqual([
    74,
    'What was done could not be told: ENOSPC: no space left on device, write.\n',
  ]);
});

test('CF13 a reader who stops reading is no fault', () => {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', `"$0" geodata/cli.ts list --database "sqlite:${GOOD}" | true`, process.execPath],
    { encoding: 'utf8' },
  );
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});
