import { describe, expect, test } from 'vitest';

import { connect } from '../../server/database/connect.ts';
import { overCopies } from '../../server/database/copies.ts';
import type { Database } from '../../server/database/database.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { createQuestions, type Questions } from '../../server/questions/questions.ts';
import { serve } from '../server/served.ts';
import { ON_POSTGRES, openDatabase } from '../worlds/engine.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { LOADED_AT } from '../worlds/open.ts';

/** A server that is not there. */
const lost = (): Database => connect('postgres://nobody@127.0.0.1:1/none');

const DAY = fourSquares.sets[0]?.period.from;

/** A release of four squares, all of it or without its postcodes. */
const load = (database: Database, id: string, whole = true): Promise<boolean> =>
  writeRelease(
    database,
    {
      ...fourSquares,
      release: { ...fourSquares.release, id },
      ...(!whole && { postcodes: [], sectors: [] }),
    },
    LOADED_AT,
  );

/** What a listed postcode is found to be. */
async function found({ place }: Questions): Promise<string> {
  if (!DAY) throw new Error('The first set of the world begins on a day');
  return (await place({ postcode: 'SO99 1AA' }, DAY)).kind;
}

/** Copies of one database: each holds these releases, a false one with no postcodes. */
async function holding(...releases: readonly (readonly [string, boolean])[]): Promise<Database> {
  const database = await openDatabase();
  for (const [id, whole] of releases) await load(database, id, whole);
  return database;
}

describe('a request over copies', () => {
  test('is answered from the release the primary names, never by a copy that is behind', async () => {
    const primary = await holding(['old', false], ['new', true]);
    const behind = await holding(['old', false]);
    const questions = createQuestions(overCopies(primary, [behind, behind]));
    for (let ask = 0; ask < 20; ask++) {
      const asked = await questions();
      expect([asked.atlas.release.id, await found(asked)]).toEqual(['new', 'located']);
    }
  });
  test('keeps its release while another takes over', async () => {
    const primary = await holding(['old', true]);
    const replica = await holding(['old', true]);
    const questions = createQuestions(overCopies(primary, [replica]));
    const before = await questions();
    await load(primary, 'new', false);
    const after = await questions();
    for (let ask = 0; ask < 4; ask++)
      expect([await found(before), await found(after)]).toEqual(['located', 'not-located']);
  });
  const goesOn = async (copies: Database): Promise<void> => {
    const questions = createQuestions(copies);
    for (let ask = 0; ask < 6; ask++) expect(await found(await questions())).toBe('located');
  };
  test('goes on when replicas are lost', async () => {
    await goesOn(overCopies(await holding(['only', true]), [lost(), lost()]));
  });
  // Copies are of one engine, and a server that is not there is PostgreSQL.
  if (ON_POSTGRES)
    test('goes on when the primary is lost', async () => {
      await goesOn(overCopies(lost(), [await holding(['only', true])]));
    });
  test('is not answered by another release of the same key', async () => {
    const primary = await holding(['one', true]);
    const other = await holding(['another', false]);
    const asked = await createQuestions(overCopies(primary, [other, other]))();
    for (let ask = 0; ask < 6; ask++) expect(await found(asked)).toBe('located');
  });
  test('may fail as a question does on any one copy: it is not put to the next', async () => {
    const copies = overCopies(await openDatabase(), [await openDatabase()]);
    const wrong = copies.kysely
      .selectFrom('nothing' as 'area')
      .selectAll()
      .execute();
    await expect(wrong).rejects.toThrow(/nothing/);
  });
});

test('when no copy can be reached, every request is 503 with Retry-After, and nothing else is said', async () => {
  const port = await serve(overCopies(lost(), [lost()]));
  const responses = await Promise.all(
    Array.from({ length: 20 }, () =>
      fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ place(postcode: "SO99 1AA") { __typename } }' }),
      }),
    ),
  );
  for (const response of responses) {
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The data cannot be reached just now. Ask again in a moment.',
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ],
    });
  }
});
