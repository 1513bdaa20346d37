import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { claimed } from '../../geodata/claimed.ts';
import { getKept, prune, rollBack } from '../../geodata/keep.ts';
import { switchTo } from '../../server/database/current-release.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import type { Database } from '../../server/database/database.ts';
import { keptReleases } from '../../server/database/release-list.ts';
import { findCurrentReleaseId, findCurrentReleaseKey } from '../../server/database/releases.ts';
import { writeBeside } from '../../server/database/write-release.ts';
import { createQuestions } from '../../server/questions/questions.ts';
import { backwards, type Turn } from '../../server/domain/release-history.ts';
import { ON_POSTGRES, openDatabase } from '../worlds/engine.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { LOADED_AT } from '../worlds/open.ts';

const beside = (database: Database, id: string): Promise<number> =>
  writeBeside(database, { ...fourSquares, release: { ...fourSquares.release, id } }, LOADED_AT);

async function switchToKept(database: Database, id: string, at: Date): Promise<void> {
  await switchTo(database, (await getKept(database, id)).key, { at });
}

/** Releases of these names, each switched to in turn. */
async function answeredInTurn(...ids: readonly string[]): Promise<Database> {
  const database = await openDatabase();
  for (const id of ids) {
    await beside(database, id);
    await switchToKept(database, id, LOADED_AT);
  }
  return database;
}

const standings = async (database: Database): Promise<string[]> =>
  (await keptReleases(database)).map(({ id, standing }) => `${id} ${standing}`);

describe('a release written beside', () => {
  test('answers nothing until it is switched to', async () => {
    const database = await answeredInTurn('old');
    await beside(database, 'new');
    expect(await standings(database)).toEqual(['old answers', 'new beside']);
    await switchToKept(database, 'new', LOADED_AT);
    expect(await standings(database)).toEqual(['old answered-before', 'new answers']);
  });
  test('is written once', async () => {
    const database = await answeredInTurn('old');
    expect(await beside(database, 'old')).toBe(await findCurrentReleaseKey(database));
    expect(await keptReleases(database)).toHaveLength(1);
  });
});

describe('rolling back', () => {
  const back = (database: Database, id?: string): Promise<string> =>
    rollBack(database, id, LOADED_AT);
  test('twice goes back two releases, and then there is nothing to go back to', async () => {
    const database = await answeredInTurn('a', 'b', 'c');
    expect([await back(database), await back(database)]).toEqual(['b', 'a']);
    await expect(back(database)).rejects.toThrow(
      'Wanted a release that answered before the one that answers now, found none',
    );
    expect(await findCurrentReleaseId(database)).toBe('a');
  });
  test('by name goes to any release that answered before, and to no other', async () => {
    const database = await answeredInTurn('a', 'b', 'c');
    await beside(database, 'd');
    await expect(back(database, 'd')).rejects.toThrow(
      'Wanted d that answered before the one that answers now, found that it did not',
    );
    await expect(back(database, 'e')).rejects.toThrow('Wanted a release that is kept, found no e');
    expect(await back(database, 'a')).toBe('a');
    expect(await findCurrentReleaseId(database)).toBe('a');
  });
  test('CF17 with nothing loaded, or nothing before, is refused', async () => {
    await expect(back(await openDatabase())).rejects.toThrow('found none');
    await expect(back(await answeredInTurn('a'))).rejects.toThrow('found none');
  });
  test('follows a naive model: a pile of releases', () => {
    const step = fc.oneof(
      fc.record({ way: fc.constant('forward' as const), release: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ way: fc.constant('back' as const), steps: fc.integer({ min: 1, max: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const pile: number[] = [];
        const turns: Turn[] = [];
        for (const each of steps) {
          if (each.way === 'forward' && each.release !== pile.at(-1)) {
            pile.push(each.release);
            turns.push(each);
          } else if (each.way === 'back' && pile.length > 1) {
            // To the one just below, so many times over.
            for (let at = 0; at < each.steps && pile.length > 1; at++) {
              pile.pop();
              turns.push({ way: 'back', release: pile.at(-1) ?? 0 });
            }
          }
        }
        expect(backwards(turns)).toEqual(pile);
      }),
    );
  });
});

describe('pruning', () => {
  test('never removes the one that answers or the one before it', async () => {
    const database = await answeredInTurn('a', 'b', 'c', 'd');
    await rollBack(database, undefined, LOADED_AT);
    expect((await prune(database, 0)).map(({ id }) => id)).toEqual(['a', 'd']);
    expect(await standings(database)).toEqual(['b answered-before', 'c answers']);
    expect(await prune(database, 0)).toEqual([]);
  });
  test('keeps the newest so many, and goes round what is gone when rolling back', async () => {
    const database = await answeredInTurn('a', 'b', 'c', 'd');
    expect((await prune(database, 3)).map(({ id }) => id)).toEqual(['a']);
    await rollBack(database, 'b', LOADED_AT);
    await expect(rollBack(database, undefined, LOADED_AT)).rejects.toThrow('found none');
  });
  test('leaves no row of what it removes', async () => {
    const database = await answeredInTurn('a', 'b', 'c');
    await prune(database, 1);
    for (const table of ['area', 'postcode', 'overlap', 'team', 'cell'] as const) {
      const rows = await database.kysely.selectFrom(table).select('release').execute();
      expect(new Set(rows.map(({ release }) => release))).toEqual(new Set([2, 3]));
    }
  });
  if (!ON_POSTGRES)
    test('gives the room back, which PostgreSQL keeps for the next', async () => {
      const database = await answeredInTurn('a', 'b', 'c');
      const before = await database.bytes();
      await prune(database, 1);
      expect(await database.bytes()).toBeLessThan(before);
    });
  test('never lets a later release take the key of one that is gone', async () => {
    const database = await answeredInTurn('a', 'b');
    const questions = createQuestions(database);
    expect((await questions()).atlas.release.id).toBe('b');
    await rollBack(database, undefined, LOADED_AT);
    await prune(database, 0);
    await beside(database, 'c');
    await switchToKept(database, 'c', LOADED_AT);
    expect((await questions()).atlas.release.id).toBe('c');
  });
});

describe('a claim', () => {
  test('CS31 keeps a second one out, names the first, and ends with its work', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claim-'));
    const [one, other] = ['one', 'other'].map(() => connect(`sqlite:${join(folder, 'x.sqlite')}`));
    if (!one || !other) throw new Error('There are two');
    await claimed(one, async () => {
      await expect(claimed(other, () => Promise.resolve())).rejects.toThrow(
        new RegExp(
          `^Wanted the database to change it, found that \\S+ \\(process ${process.pid}\\) has been loading since \\d{4}-.*: try again when that has ended$`,
        ),
      );
    });
    expect(await claimed(other, () => Promise.resolve('mine'))).toBe('mine');
    await expect(claimed(one, () => Promise.reject(new Error('it failed')))).rejects.toThrow(
      'it failed',
    );
    expect(await claimed(other, () => Promise.resolve('mine again'))).toBe('mine again');
    await Promise.all([disconnect(one), disconnect(other)]);
    rmSync(folder, { recursive: true });
  });
});
