import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { londonDate } from '../../server/domain/london-time.ts';
import { answerIn, type OutwardFile } from '../../server/domain/outward-file.ts';
import { outcodeOf, parseOutcode, type Postcode } from '../../server/domain/postcode.ts';
import type { Referral } from '../../server/domain/referral-outcome.ts';
import { createQuestions, type Questions } from '../../server/questions/questions.ts';
import { createOutwardFiles } from '../../server/spreadsheet/outward-files.ts';
import type { Answer } from '../../server/standards/standard.ts';
import { serve } from '../server/served.ts';
import { fourSquares, unit } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';

const pack = readEmbeddedPack();
const worlds = await Promise.all(
  [pack, fourSquares].map(async (content) => {
    const database = await openWorld(content);
    return {
      content,
      questions: await createQuestions(database)(),
      address: `http://127.0.0.1:${await serve(database)}/outward`,
    };
  }),
);
type World = (typeof worlds)[number];
const [embedded, drawn] = worlds as [World, World];

const DAYS = ['2004-03-31', '2010-03-31', '2015-01-01', '2023-03-31', '2026-11-21'].map(localDate);
const TODAY = localDate('2026-11-22');
const MIDDAY = Date.parse('2026-11-22T12:00:00Z');

/** Of the release, beside one of it, and from anywhere. */
const postcodes = (world: World): fc.Arbitrary<Postcode> => {
  const listed = [...world.content.postcodes].map(({ postcode }) => postcode);
  const sectors = world.content.sectors.map(({ sector }) => sector);
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('ABDEFGHJLNPQRSTUWXYZ')),
    minLength: 2,
    maxLength: 2,
  });
  const anywhere = [
    'SO99 1',
    'SO50 9',
    'ZE1 0',
    'BT1 1',
    'JE2 3',
    'BF1 2',
    'QA1 1',
    'XX1 1',
    'SO23 0',
  ];
  return fc
    .oneof(
      fc.constantFrom(...listed),
      fc
        .tuple(
          fc.constantFrom(...listed.map((each) => each.slice(0, -2)), ...sectors, ...anywhere),
          letters,
        )
        .map(([sector, unit]) => sector + unit),
      fc.constantFrom('ZZ99 3VZ', 'ZZ99 3WZ', 'ZZ99 3CZ'),
    )
    .map(unit);
};

/** What of an answer must be the same. */
function essence(referral: Referral): unknown {
  switch (referral.kind) {
    case 'routed':
      return [
        'Routed',
        referral.confidence,
        referral.responsible.map(({ sector, body, presumed }) => [sector, body.name, presumed]),
        referral.teams.map(({ team, sectors, tied }) => [
          team.name,
          sectors,
          team.day.phone,
          team.outOfHours?.phone,
          tied,
        ]),
      ];
    case 'needs-choice':
      return [
        'NeedsChoice',
        referral.reason,
        referral.question,
        referral.message,
        referral.options.map(({ label }) => label),
      ];
    case 'not-routable':
      return ['NotRoutable', referral.reason, referral.message];
  }
}

function essenceInFile(file: OutwardFile, postcode: Postcode): unknown {
  const answer = answerIn(file, postcode);
  switch (answer?.outcome) {
    case 'Routed':
      return [
        'Routed',
        answer.confidence,
        answer.bodies.map(({ sector, name, presumed }) => [sector, name, presumed]),
        answer.teams.map(({ name, sectors, day, outOfHours, tied }) => [
          name,
          sectors,
          day.phone,
          outOfHours?.phone,
          tied,
        ]),
      ];
    case 'NeedsChoice':
      return ['NeedsChoice', answer.reason, answer.question, answer.message, answer.options];
    case 'NotRoutable':
      return ['NotRoutable', answer.reason, answer.message];
    case undefined:
      return undefined;
  }
}

async function fileOf(
  questions: Questions,
  postcode: Postcode,
  need: string,
  on: (typeof DAYS)[number],
): Promise<OutwardFile> {
  const found = questions.atlas.needs.find(({ id }) => id === need);
  if (!found) throw new Error(`no need ${need}`);
  return questions.outward({ outcode: outcodeOf(postcode), need: found, on, today: TODAY });
}

test.each(worlds.map((world) => [world.content.release.id, world] as const))(
  'a file of %s answers each postcode as a question about that postcode alone is answered',
  async (_id, world) => {
    const { questions } = world;
    const asked = fc.record({
      postcode: postcodes(world),
      need: fc.constantFrom(...questions.atlas.needs),
      on: fc.constantFrom(...DAYS),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ postcode, need, on }) => {
        const ask = {
          where: { postcode },
          need,
          age: undefined,
          practice: undefined,
          on,
          at: MIDDAY,
          answers: new Map(),
        };
        const [alone] = await questions.referrals([ask]);
        const file = await fileOf(questions, postcode, need.id, on);
        expect(alone && essence(alone)).toEqual(essenceInFile(file, postcode));
      }),
      { numRuns: 150 },
    );
  },
);

const get = (
  search: string,
  init?: RequestInit,
  { address }: World = embedded,
): Promise<Response> => fetch(address + search, init);
const read = async (search: string, world?: World): Promise<OutwardFile> =>
  (await (await get(search, {}, world)).json()) as OutwardFile;

describe('a file', () => {
  test('says its outward code, need, day and release, and what its numbers are', async () => {
    expect(await read('/SO23?need=mental-health&date=2010-01-01')).toMatchObject({
      outcode: 'SO23',
      need: 'mental-health',
      date: '2010-01-01',
      release: { id: pack.release.id },
      contacts: expect.stringMatching(/^For a day, not an hour/) as string,
    });
  });

  test('is for today where no day is said', async () => {
    expect((await read('/SO23?need=mental-health')).date).toBe(londonDate(Date.now()));
  });

  test('holds every listed postcode, each answer once, and of no postcode both halves', async () => {
    const response = await get('/SO23?need=mental-health&date=2026-11-01');
    const text = await response.text();
    const file = JSON.parse(text) as OutwardFile;
    const listed = [...pack.postcodes].filter(({ postcode }) => postcode.startsWith('SO23 '));
    expect(Object.keys(file.listed).sort()).toEqual(
      listed.map(({ postcode }) => postcode.slice(-3)).sort(),
    );
    expect(new Set(file.answers.map((each) => JSON.stringify(each))).size).toBe(
      file.answers.length,
    );
    expect(text).not.toMatch(/SO23 ?\d[A-Z]{2}/);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('of ZZ99 routes no fixed abode by where the person is now', async () => {
    const file = await read('/ZZ99?need=mental-health&date=2026-11-01');
    expect(answerIn(file, unit('ZZ99 3VZ'))).toMatchObject({
      outcome: 'NeedsChoice',
      reason: 'WHERE_NOW',
    });
    expect(file.unlisted).toEqual({});
  });

  test.each([
    ['SO98', drawn, 'UNKNOWN'],
    ['AB1', embedded, 'OUT_OF_COVERAGE'],
    ['JE2', embedded, 'CROWN_DEPENDENCY'],
    ['BF1', embedded, 'FORCES'],
    ['QQ1', embedded, 'MALFORMED'],
  ])('of %s, which nobody lists, gives the reason', async (outcode, world, reason) => {
    const file = await read(
      `/${outcode}?need=${world.content.needs[0]?.id}&date=2010-01-01`,
      world,
    );
    expect(file.listed).toEqual({});
    expect(Object.keys(file.unlisted)).toEqual(Array.from('0123456789'));
    const reasons = Object.values(file.unlisted).map((at) => file.answers[at]);
    expect(reasons[5]).toMatchObject({ outcome: 'NotRoutable', reason });
  });

  test('is the same by small letters', async () => {
    expect(await read('/so23?need=mental-health&date=2010-01-01')).toEqual(
      await read('/SO23?need=mental-health&date=2010-01-01'),
    );
  });
});

describe('an ETag', () => {
  test('spares sending what the asker has, and is another for another need or day', async () => {
    const first = await get('/SO23?need=mental-health&date=2010-01-01');
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/SO23?date=2010-01-01&need=mental-health', {
      headers: { 'if-none-match': etag },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    for (const other of [
      '/SO23?need=carers&date=2010-01-01',
      '/SO23?need=mental-health&date=2011-01-01',
      '/SO22?need=mental-health&date=2010-01-01',
    ])
      expect((await get(other)).headers.get('etag')).not.toBe(etag);
  });
});

describe('what cannot be asked is one sentence, and never repeats a postcode', () => {
  test.each([
    ['', /Wanted one outward code/],
    ['/', /Wanted one outward code/],
    ['/SO238UJ?need=mental-health', /A whole postcode never goes into an address/],
    ['/SO23%208UJ?need=mental-health', /A whole postcode never goes into an address/],
    ['/SO23/8UJ?need=mental-health', /A whole postcode never goes into an address/],
    ['/S?need=mental-health', /Wanted one outward code/],
    ['/SO23', /Wanted need to be one that this release knows: adult-safeguarding, /],
    ['/SO23?need=gardening', /Wanted need to be one that this release knows/],
    ['/SO23?need=mental-health&date=tomorrow', /Wanted date as a day/],
    ['/SO23?need=mental-health&age=4', /Wanted one of the parameters need, date, found "age"/],
    ['/SO23?need=mental-health&need=carers', /Wanted need once/],
  ])('%s', async (search, sentence) => {
    const response = await get(search);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      status: 400,
      title: expect.stringMatching(sentence) as string,
    });
    expect(text).not.toMatch(/8UJ/);
  });

  test('by POST', async () => {
    const response = await get('/SO23?need=mental-health', { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

test('of many files asked for at once a few are made one by one, and the others told when to come back', async () => {
  const files = createOutwardFiles({
    questions: () => Promise.resolve(embedded.questions),
    now: Date.now,
  });
  const ask = (outcode: string): Promise<Answer> =>
    files.answer({
      path: `/${outcode}`,
      parameters: new URLSearchParams({ need: 'carers', date: '2019-01-01' }),
      base: '',
      prefer: '',
      accept: '',
    });
  const asks = Array.from({ length: 40 }, (_, at) => ask(`PO${at + 1}`));
  const told = await Promise.allSettled(asks);
  expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
  expect(told.at(-1)).toMatchObject({ reason: { name: 'TooManyWait', retryAfter: 2 } });
  expect((await ask('PO40')).status).toBe(200);
});

test('an outward code is read as one word', () => {
  expect(['SO23', 'so23', 'W1A', 'M1', 'EC1A'].map(parseOutcode)).toEqual([
    'SO23',
    'SO23',
    'W1A',
    'M1',
    'EC1A',
  ]);
  expect(['SO', 'SO23 ', 'SO238', 'SO23 8', '23', 'SO2A3', ''].map(parseOutcode)).toEqual(
    Array(7).fill(undefined),
  );
});
