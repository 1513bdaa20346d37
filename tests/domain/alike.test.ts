import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { Memory, settler } from '../../server/domain/alike.ts';
import { setsInForce } from '../../server/domain/area.ts';
import { localDate } from '../../server/domain/calendar.ts';
import type { Place, PlaceOutcome } from '../../server/domain/place.ts';
import {
  decideReferral,
  type Directory,
  type ReferralQuestion,
} from '../../server/domain/referral.ts';
import { placed, type Settled } from '../../server/domain/referral-outcome.ts';
import * as drawn from '../worlds/four-squares.ts';

/** What is remembered of one place must be true of every place it is said of again. */
const squares = {
  sets: drawn.sets,
  areas: drawn.areas,
  teams: drawn.teams,
  arrangements: drawn.fourSquares.arrangements,
  grounds: drawn.cells,
};
const read = readEmbeddedPack();
const areas = read.areas.map(({ area }) => area);
const pack = {
  sets: read.sets,
  areas,
  teams: read.teams,
  arrangements: read.arrangements,
  grounds: read.cells.map((cell) => areas.filter(({ id }) => cell.areas.includes(id))),
};

const ON = localDate('2026-11-21');
/** Open, closed, and after entries of the squares grew stale. */
const MOMENTS = ['2026-11-20T10:00:00Z', '2026-11-20T23:00:00Z', '2028-06-01T10:00:00Z'].map((at) =>
  Date.parse(at),
);

/** As places of one release hold the same objects. */
const SHARED_LINES: readonly Place['metresToLine'][] = [new Map(), new Map([[0, 40.2]])];
const SHARED_SAID = [1, 6].map((quality) => ({ quality, largeUser: false, otherwise: [] }));

function placeIn({ grounds, sets }: Directory): fc.Arbitrary<PlaceOutcome> {
  const [one = [], other = []] = grounds;
  const ids = sets.map(({ id }) => id);
  const place: fc.Arbitrary<Place> = fc.record({
    postcode: fc.constantFrom(drawn.unit('SO99 1AA'), drawn.unit('SO99 1AB')),
    precision: fc.constantFrom('UNIT', 'SECTOR', 'AREA'),
    position: fc.constant(drawn.point(-0.99, 51.015)),
    parts: fc.constantFrom(
      [{ ground: one, share: 1 }],
      [{ ground: other, share: 1 }],
      [{ ground: [], share: 1 }],
      [0.7, 0.3].map((share, at) => ({ ground: at === 0 ? one : other, share })),
      [0.5, 0.5].map((share, at) => ({ ground: at === 0 ? one : [], share })),
    ),
    metresToLine: fc.oneof(
      fc.constantFrom(...SHARED_LINES),
      fc
        .uniqueArray(
          fc.tuple(fc.constantFrom(...ids), fc.constantFrom(0, 40.2, 40.4, 99.6, 100.2)),
          { selector: ([id]) => id, maxLength: 2 },
        )
        .map((metres) => new Map(metres)),
    ),
    ended: fc.constantFrom(null, null, null, localDate('2010-01-01'), localDate('2030-01-01')),
    nearby: fc.constant([]),
    said: fc.oneof(
      fc.constantFrom(...SHARED_SAID),
      fc.record({
        quality: fc.constantFrom(null, 1, 4, 6),
        largeUser: fc.boolean(),
        otherwise: fc.constantFrom([], [], sets.slice(0, 1).map(saidOtherwise)),
      }),
    ),
  });
  return place.map((each) => ({
    kind: 'located' as const,
    // With no fixed abode all ground counts.
    place:
      each.precision === 'AREA'
        ? { ...each, parts: grounds.map((ground) => ({ ground, share: 1 / grounds.length })) }
        : each,
  }));
}

function saidOtherwise(set: (typeof squares.sets)[number]) {
  return { set, code: 'E', name: 'East District' };
}

const bulks = fc
  .constantFrom(
    { world: squares, needs: drawn.needs },
    { world: pack, needs: read.needs.slice(0, 6) },
  )
  .chain(({ world, needs }) => {
    const directory: Directory = { ...world, sets: setsInForce(world.sets, ON) };
    const question: fc.Arbitrary<ReferralQuestion> = fc.record({
      place: placeIn(directory),
      need: fc.constantFrom(...needs),
      age: fc.constantFrom(undefined, 0, 17, 18, 40, 79, 80, 130),
      practice: fc.constantFrom(undefined, 'unknown' as const, drawn.practice),
      on: fc.constant(ON),
      at: fc.constantFrom(...MOMENTS),
      answers: fc.constantFrom(
        new Map<string, string>(),
        new Map([['district', 'W']]),
        new Map([['icb', 'elsewhere']]),
        new Map([['age', '80']]),
      ),
    });
    return fc.record({
      directory: fc.constant(directory),
      questions: fc.array(question, { minLength: 20, maxLength: 40 }),
    });
  });

test('what is settled for places that lie alike is what is decided for each alone, at every hour of the day', () => {
  fc.assert(
    fc.property(bulks, ({ directory, questions }) => {
      const settle = settler(directory);
      const passing = new Memory(directory);
      for (const [at, { place, ...asked }] of questions.entries())
        for (const each of [place, questions.at(at - 1)?.place ?? place])
          expect(placed(settle(asked, each, passing), each)).toEqual(
            decideReferral({ ...asked, place: each }, directory),
          );
    }),
    { numRuns: 100 },
  );
});

function carersAt(postcode: string): ReferralQuestion {
  return {
    place: {
      kind: 'located',
      place: {
        postcode: drawn.unit(postcode),
        precision: 'UNIT',
        position: drawn.point(-0.99, 51.015),
        parts: [{ ground: drawn.northWest, share: 1 }],
        metresToLine: new Map([[0, 300]]),
        ended: null,
        nearby: [],
      },
    },
    need: drawn.carers,
    age: postcode.endsWith('A') ? 40 : 41,
    practice: undefined,
    on: ON,
    at: MOMENTS[0] ?? 0,
    answers: new Map(),
  };
}

test('the second of two places that lie alike is not decided anew, and keeps its own name', () => {
  const settle = settler(squares);
  const settled = (postcode: string): Settled => {
    const { place, ...asked } = carersAt(postcode);
    return settle(asked, place);
  };
  const [first, second] = [settled('SO99 1AA'), settled('SO99 1AB')];
  expect(second.referral).toBe(first.referral);
  expect(JSON.stringify(first)).not.toContain('SO99');
  expect(placed(second, carersAt('SO99 1AB').place)).toMatchObject({
    kind: 'routed',
    place: { postcode: 'SO99 1AB' },
  });
});

test('nothing that anybody answered is remembered', () => {
  const memory = new Memory(squares);
  const settle = settler(squares, memory);
  const { place, ...asked } = carersAt('SO99 1AA');
  settle({ ...asked, answers: new Map([['district', 'W']]) }, place);
  expect(memory.size).toBe(0);
  settle(asked, place);
  expect(memory.size).toBe(1);
});

test('what few homes have in common is remembered no longer than their request lasts', () => {
  const memory = new Memory(squares);
  const settle = settler(squares, memory);
  const { place: outcome, ...asked } = carersAt('SO99 1AA');
  if (outcome.kind === 'not-located') throw new Error('drawn without a place');
  const near = { ...outcome, place: { ...outcome.place, metresToLine: new Map([[0, 30]]) } };
  const passing = new Memory(squares);
  const first = settle(asked, near, passing);
  settle({ ...asked, practice: drawn.practice }, outcome, passing);
  expect([memory.size, passing.size]).toEqual([0, 2]);
  expect(settle(asked, near, passing)).toBe(first);
  expect(settle(asked, near)).toEqual(first);
});
