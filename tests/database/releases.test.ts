import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openReadyDatabase } from '../../geodata/ready.ts';

import { connect, disconnect } from '../../server/database/connect.ts';
import { migrateDown, migrateToLatest } from '../../server/database/migrate.ts';
import { findPostcodes } from '../../server/database/postcodes.ts';
import {
  findCurrentReleaseId,
  findCurrentReleaseKey,
  getAtlas,
} from '../../server/database/releases.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { fourSquares, unit } from '../worlds/four-squares.ts';
import { LOADED_AT, openWorld } from '../worlds/open.ts';

test('migrations go up, down and up again', async () => {
  const database = connect('sqlite::memory:');
  await migrateToLatest(database);
  await migrateDown(database);
  await migrateToLatest(database);
  expect(await writeRelease(database, fourSquares, LOADED_AT)).toBe(true);
  await disconnect(database);
});

describe('a release read back', async () => {
  const database = await openWorld(fourSquares);
  const key = (await findCurrentReleaseKey(database)) ?? -1;
  const atlas = await getAtlas(database, key);
  test('is what was written', () => {
    expect(atlas.release).toEqual({ ...fourSquares.release, loadedAt: LOADED_AT.toISOString() });
    expect(atlas.sets).toEqual(fourSquares.sets);
    expect(atlas.areas).toEqual(fourSquares.areas.map(({ area }) => area));
    expect(atlas.cells.map(({ ground }) => ground.map(({ id }) => id))).toEqual(
      fourSquares.cells.map(({ areas }) => areas),
    );
    expect(new Set(atlas.teams.map(({ id }) => id))).toEqual(
      new Set(fourSquares.teams.map(({ id }) => id)),
    );
  });
  test('gives 1,500 postcodes asked at once, those it lists', async () => {
    const asked = [
      ...Array.from({ length: 1500 }, () => unit('SO98 1AA')),
      unit('SO99 1AA'),
      unit('SO99 1AE'),
    ];
    const found = await findPostcodes(database, atlas, asked);
    expect([...found.keys()].sort()).toEqual(['SO99 1AA', 'SO99 1AE']);
    expect(found.get(unit('SO99 1AE'))).toBe('no-position');
  });
});

describe('writeRelease', () => {
  test('does nothing for a release that is there, and makes it current', async () => {
    const database = await connected();
    const other = { ...fourSquares, release: { ...fourSquares.release, id: 'other' } };
    expect(await writeRelease(database, fourSquares, LOADED_AT)).toBe(true);
    expect(await writeRelease(database, other, LOADED_AT)).toBe(true);
    expect(await writeRelease(database, fourSquares, LOADED_AT)).toBe(false);
    const key = (await findCurrentReleaseKey(database)) ?? -1;
    expect((await getAtlas(database, key)).release.id).toBe('four-squares');
    await disconnect(database);
  });
  test('that fails half-way leaves the old release whole and current', async () => {
    const database = await connected();
    await writeRelease(database, fourSquares, LOADED_AT);
    const broken = {
      ...fourSquares,
      release: { ...fourSquares.release, id: 'broken' },
      postcodes: (function* () {
        yield* fourSquares.postcodes;
        throw new Error('The file ended in the middle');
      })(),
    };
    await expect(writeRelease(database, broken, LOADED_AT)).rejects.toThrow(
      'The file ended in the middle',
    );
    const key = (await findCurrentReleaseKey(database)) ?? -1;
    const atlas = await getAtlas(database, key);
    expect(atlas.release.id).toBe('four-squares');
    expect((await findPostcodes(database, atlas, [unit('SO99 1AA')])).size).toBe(1);
    expect(await database.kysely.selectFrom('release').selectAll().execute()).toHaveLength(1);
    await disconnect(database);
  });
});

async function connected(): Promise<ReturnType<typeof connect>> {
  const database = connect('sqlite::memory:');
  await migrateToLatest(database);
  return database;
}

describe('openReadyDatabase', () => {
  const file = `sqlite:${join(mkdtempSync(join(tmpdir(), 'ready-')), 'test.sqlite')}`;
  const opened = async (): Promise<readonly [string[], string | undefined]> => {
    const told: string[] = [];
    const database = await openReadyDatabase(file, (line) => told.push(line));
    const id = await findCurrentReleaseId(database);
    await disconnect(database);
    return [told, id];
  };
  test('loads the embedded pack into an empty database, says so, and only once', async () => {
    const [told, id] = await opened();
    expect(told).toEqual(['The database was empty: the embedded pack was loaded.']);
    expect(id).toMatch(/^embedded-[\da-f]{8}$/);
    expect(await opened()).toEqual([[], id]);
  });
  test('replaces an older edition of the pack, and no other release', async () => {
    const load = async (id: string): Promise<void> => {
      const database = connect(file);
      await writeRelease(
        database,
        { ...fourSquares, release: { ...fourSquares.release, id } },
        LOADED_AT,
      );
      await disconnect(database);
    };
    await load('embedded-00000000');
    expect(await opened()).toEqual([
      ['The embedded pack has changed: its new edition was loaded.'],
      expect.stringMatching(/^embedded-/),
    ]);
    await load('county-12345678');
    expect(await opened()).toEqual([[], 'county-12345678']);
  });
});
