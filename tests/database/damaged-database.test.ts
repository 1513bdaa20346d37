import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { openReadyDatabase } from '../../geodata/ready.ts';
import { endingOf } from '../../geodata/trouble.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { createQuestions } from '../../server/questions/questions.ts';
import { manyPostcodes } from '../worlds/many-postcodes.ts';
import { LOADED_AT } from '../worlds/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'damaged-'));
const GOOD = join(folder, 'good.sqlite');

beforeAll(async () => {
  const database = connect(`sqlite:${GOOD}`);
  await migrateToLatest(database);
  await writeRelease(database, manyPostcodes('good', 3000), LOADED_AT);
  await disconnect(database);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a server over this file would say of some postcodes. */
async function answersFrom(file: string): Promise<string> {
  const database = await openReadyDatabase(`sqlite:${file}`, () => undefined);
  try {
    const questions = await createQuestions(database)();
    const on = localDate('2004-03-31');
    const places = [];
    for (const postcode of ['SO10 0AA', 'SO10 3AB', 'SO10 6ZZ', 'SO10 7JU', 'SO99 1AA'])
      places.push(await questions.place({ postcode }, on));
    return JSON.stringify([questions.atlas.release, places]);
  } finally {
    await disconnect(database);
  }
}

test('B6 a database cut short at 25 places is refused in one sentence, or answers as the whole one does', async () => {
  const good = await answersFrom(GOOD);
  const { length } = readFileSync(GOOD);
  let refused = 0;
  for (let n = 1; n <= 25; n++) {
    const file = join(folder, `cut${n}.sqlite`);
    copyFileSync(GOOD, file);
    truncateSync(file, Math.floor((length * n) / 26));
    try {
      expect(await answersFrom(file)).toBe(good);
    } catch (fault) {
      expect(endingOf(fault)).toEqual({
        sentence: 'The database is damaged, or is no database of this service.',
        code: 74,
      });
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(0);
});

test('CF05 a file that is no database is refused in one sentence and left as it is', async () => {
  const file = join(folder, 'letter.txt');
  writeFileSync(file, 'Dear colleague, '.repeat(100));
  const fault: unknown = await answersFrom(file).catch((thrown: unknown) => thrown);
  expect(endingOf(fault)).toMatchObject({ code: 74 });
  expect(readFileSync(file, 'utf8')).toMatch(/^Dear colleague, Dear/);
});
