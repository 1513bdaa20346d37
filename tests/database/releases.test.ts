import { describe, expect, test } from 'vitest';

import { makeReady } from '../../geodata/ready.ts';
import { migrateDown, migrateToLatest } from '../../server/database/migrate.ts';
import { findPostcodes } from '../../server/database/postcodes.ts';
import {
  findCurrentReleaseId,
  findCurrentReleaseKey,
  getAtlas,
} from '../../server/database/releases.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { emptyDatabase, openDatabase } from '../worlds/engine.ts';
import { fourSquares, unit } from '../worlds/four-squares.ts';
import { LOADED_AT, openWorld } from '../worlds/open.ts';

test('migrations go up, down and up again', async () => {
  const database = await emptyDatabase();
  await migrateToLatest(database);
  await migrateDown(database);
  await migrateToLatest(database);
  expect(await writeRelease(database, fourSquares, LOADED_AT)).toBe(true);
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
    const database = await openDatabase();
    const other = { ...fourSquares, release: { ...fourSquares.release, id: 'other' } };
    expect(await writeRelease(database, fourSquares, LOADED_AT)).toBe(true);
    expect(await writeRelease(database, other, LOADED_AT)).toBe(true);
    expect(await writeRelease(database, fourSquares, LOADED_AT)).toBe(false);
    const key = (await findCurrentReleaseKey(database)) ?? -1;
    expect((await getAtlas(database, key)).release.id).toBe('four-squares');
  });
  test('that fails half-way leaves the old release whole and current', async () => {
    const database = await openDatabase();
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
  });
});

describe('makeReady', async () => {
  const database = await emptyDatabase();
  const ready = async (): Promise<readonly [string[], string | undefined]> => {
    const told: string[] = [];
    await makeReady(database, (line) => told.push(line));
    return [told, await findCurrentReleaseId(database)];
  };
  test('loads the embedded pack into an empty database, says so, and only once', async () => {
    const [told, id] = await ready();
    expect(told).toEqual(['The database was empty: the embedded pack was loaded.']);
    expect(id).toMatch(/^embedded-[\da-f]{8}$/);
    expect(await ready()).toEqual([[], id]);
  });
  test('replaces an older edition of the pack, and no other release', async () => {
    const load = (id: string): Promise<boolean> =>
      writeRelease(
        database,
        { ...fourSquares, release: { ...fourSquares.release, id } },
        LOADED_AT,
      );
    await load('embedded-00000000');
    expect(await ready()).toEqual([
      ['The embedded pack has changed: its new edition was loaded.'],
      expect.stringMatching(/^embedded-/),
    ]);
    await load('county-12345678');
    expect(await ready()).toEqual([[], 'county-12345678']);
  });
});

test('text is kept and sorted by its bytes on every engine', async () => {
  const database = await openDatabase();
  const odd = ['a', 'B', '\\N', 'tab\tand\nlines\r', 'Ynys Môn', '😀', '"', 'ß', 'b', 'A'];
  await database.kysely.transaction().execute((transaction) =>
    database.insertAll(
      transaction,
      'need',
      ['release', 'id', 'document'],
      odd.map((id) => [1, id, id]),
    ),
  );
  const rows = await database.kysely.selectFrom('need').selectAll().orderBy('id').execute();
  const sorted = odd.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(rows.map(({ id }) => id)).toEqual(sorted);
  expect(rows.map(({ document }) => document)).toEqual(sorted);
});
