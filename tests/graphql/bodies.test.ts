import { expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { asker, field } from './ask.ts';

const ask = asker(await openWorld(readEmbeddedPack()));
const askSquares = asker(await openWorld(fourSquares));

const BODIES = `query ($search: String!, $asAt: Date, $kind: String, $first: Int) {
  bodies(search: $search, asAt: $asAt, kind: $kind, first: $first) {
    name shortName code codes kinds match life from to note
    otherNames { name sort source }
    area { kind code name shortName }
    areas { kind from to }
    successors { share area { code name } }
    nowIn { share area { kind code name } }
  }
}`;

type Found = {
  readonly name: string;
  readonly code: string;
  readonly note: string | null;
  readonly nowIn: readonly { readonly share: number; readonly area: { readonly code: string } }[];
};

const bodies = (variables: object): Promise<Found[]> => field(ask(BODIES, variables), 'bodies');

test('Query.bodies says all of a unitary council, its old code too', async () => {
  expect(await bodies({ search: '00mr', asAt: '2026-11-22' })).toEqual([
    {
      name: 'Portsmouth',
      shortName: 'Portsmouth',
      code: 'E06000044',
      codes: ['E06000044'],
      kinds: ['district', 'upper-tier'],
      match: 'OLD_CODE',
      life: 'IN_FORCE',
      from: '2002-04-01',
      to: '2028-04-01',
      note: 'Until 31 March 2028.',
      otherNames: [{ name: '00MR', sort: 'OLD_CODE', source: 'ONS SNAC code until 2011' }],
      area: { kind: 'district', code: 'E06000044', name: 'Portsmouth', shortName: 'Portsmouth' },
      areas: [
        { kind: 'district', from: '2002-04-01', to: '2028-04-01' },
        { kind: 'upper-tier', from: '2002-04-01', to: '2028-04-01' },
      ],
      successors: [],
      nowIn: [],
    },
  ]);
});

test('Query.bodies of an ended body says when it ended, who took over and who is there now', async () => {
  expect(await bodies({ search: '5LY', asAt: '2026-11-22' })).toMatchObject([
    {
      name: 'Eastleigh and Test Valley South PCT',
      match: 'CODE',
      life: 'ENDED',
      to: '2006-10-01',
      note: 'Until 30 September 2006. Its ground is now that of NHS Hampshire and Isle of Wight ICB.',
      successors: [{ share: 1, area: { code: '5QC', name: 'Hampshire PCT' } }],
      nowIn: [{ share: 1, area: { kind: 'icb', code: 'QRL' } }],
    },
  ]);
});

test('Query.bodies gives each successor its share of the postcodes', async () => {
  const [found] = await bodies({ search: '5QC', asAt: '2014-03-31' });
  expect(found?.nowIn.map(({ area }) => area.code)).toEqual(['11A', '10J', '10V', '10K', '99M']);
  expect(found?.nowIn.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(found?.note).toMatch(
    /^Until 31 March 2013\. Its ground is now that of NHS West Hampshire CCG, .* and 2 more\.$/,
  );
});

test('Query.bodies answers as on the day: on its last day a body is in force, and what comes is to come', async () => {
  expect((await bodies({ search: '5LY', asAt: '2006-09-30' }))[0]).toMatchObject({
    life: 'IN_FORCE',
    note: 'Until 30 September 2006.',
    successors: [],
  });
  expect((await bodies({ search: 'qrl', asAt: '2004-03-31' }))[0]).toMatchObject({
    life: 'TO_COME',
    note: 'Not before 1 July 2022.',
  });
});

test('Query.bodies finds by words people use, and by kind', async () => {
  const first = async (search: string): Promise<string | undefined> =>
    (await bodies({ search }))[0]?.code;
  expect(await first('Southampton City PCT')).toBe('5L1');
  expect(await first('southampton city council')).toBe('E06000045');
  expect(await first('Hants')).toBe('E10000014');
  expect(await first('Hampshire Integrated Care Board')).toBe('QRL');
  expect((await bodies({ search: 'hampshire', kind: 'icb' })).map(({ code }) => code)).toEqual([
    'QRL',
  ]);
});

test('Query.bodies gives no more than asked for, and refuses to be asked for too much', async () => {
  expect(await bodies({ search: 'e', first: 3 })).toHaveLength(3);
  for (const variables of [
    { search: 'e', first: 0 },
    { search: 'e', first: 101 },
    { search: 'e'.repeat(201) },
  ])
    expect((await ask(BODIES, variables)).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('Query.bodies of a release without other names answers without them', async () => {
  expect(await field(askSquares(BODIES, { search: 'north pct' }), 'bodies')).toMatchObject([
    { code: 'N', otherNames: [], nowIn: [{ area: { code: 'B' }, share: 1 }] },
  ]);
});
