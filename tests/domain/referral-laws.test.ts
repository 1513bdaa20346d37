import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { type Area, type BoundarySet, setsInForce } from '../../server/domain/area.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { goesByPractice } from '../../server/domain/decision.ts';
import type { Need } from '../../server/domain/need.ts';
import type { Ground, Part, Place } from '../../server/domain/place.ts';
import {
  decideReferral,
  type Directory,
  type ReferralQuestion,
} from '../../server/domain/referral.ts';
import type { Referral } from '../../server/domain/referral-outcome.ts';
import * as drawn from '../worlds/four-squares.ts';

/** Laws every decision keeps, on the drawn squares and on the embedded pack. */
type World = Omit<Directory, 'sets'> & {
  readonly sets: readonly BoundarySet[];
  readonly needs: readonly Need[];
};

const squares: World = {
  sets: drawn.sets,
  areas: drawn.areas,
  teams: drawn.teams,
  arrangements: drawn.fourSquares.arrangements,
  grounds: drawn.cells,
  needs: drawn.needs,
};
const read = readEmbeddedPack();
const areas = read.areas.map(({ area }) => area);
const pack: World = {
  sets: read.sets,
  areas,
  teams: read.teams,
  arrangements: read.arrangements,
  grounds: read.cells.map((cell) => areas.filter(({ id }) => cell.areas.includes(id))),
  needs: read.needs,
};

type Asked = { readonly world: World; readonly question: ReferralQuestion };

const DAYS = ['2004-03-31', '2010-03-31', '2015-01-01', '2023-03-31', '2026-11-21'].map(localDate);

const asked: fc.Arbitrary<Asked> = fc.constantFrom(squares, pack).chain((world) =>
  fc.record({
    world: fc.constant(world),
    question: fc.record({
      place: partsOf(world.grounds).map((parts) => located(parts)),
      need: fc.constantFrom(...world.needs),
      age: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      practice: fc.constantFrom(undefined, 'unknown' as const, drawn.practice),
      on: fc.constantFrom(...DAYS),
      at: fc.integer({ min: Date.UTC(2004, 0), max: Date.UTC(2030, 0) }),
      answers: fc.constant(new Map<string, string>()),
    }),
  }),
);

/** One to four pieces of ground, of which one may be nobody's, in shares that add up to 1. */
function partsOf(grounds: readonly Ground[]): fc.Arbitrary<Part[]> {
  return fc
    .uniqueArray(fc.constantFrom(...grounds, []), { minLength: 1, maxLength: 4 })
    .chain((found) =>
      fc
        .array(fc.integer({ min: 1, max: 9 }), { minLength: found.length, maxLength: found.length })
        .map((weights) => {
          const total = weights.reduce((sum, each) => sum + each, 0);
          return found.map((ground, at) => ({ ground, share: (weights[at] ?? 0) / total }));
        }),
    );
}

function located(parts: readonly Part[]): ReferralQuestion['place'] {
  const place: Place = {
    postcode: drawn.unit('SO99 1AA'),
    precision: 'UNIT',
    position: drawn.point(-0.99, 51.015),
    parts,
    metresToLine: new Map(),
    ended: null,
    nearby: [],
  };
  return { kind: 'located', place };
}

function decided({ world, question }: Asked): Referral {
  return decideReferral(question, { ...world, sets: setsInForce(world.sets, question.on) });
}

/** What a reader is told, in the order told; shares to nine places, as their sums are. */
function told(referral: Referral): unknown {
  switch (referral.kind) {
    case 'routed':
      return {
        bodies: referral.responsible.map(({ sector, body, presumed }) => [
          sector,
          body.code,
          presumed,
        ]),
        teams: referral.teams.map(({ team, because, tied }) => [team.id, because, tied]),
        arrangements: referral.arrangements.map(({ id }) => id).sort(),
        reasons: referral.reasons,
        confidence: referral.confidence,
      };
    case 'needs-choice':
      return {
        ...referral,
        options: referral.options.map(({ answer, label, share }) => [
          answer,
          label,
          share?.toFixed(9),
        ]),
        urgent: referral.urgent.map(({ team }) => team.id).sort(),
      };
    case 'not-routable':
      return referral;
  }
}

test('the order of parts, areas, teams and grounds does not change an answer', () => {
  fc.assert(
    fc.property(asked, fc.integer(), ({ world, question }, seed) => {
      const shuffle = <Item>(items: readonly Item[]): Item[] =>
        fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), {
          numRuns: 1,
          seed,
        })[0] ?? [];
      const parts = question.place.kind === 'located' ? question.place.place.parts : [];
      const shuffled = {
        world: {
          ...world,
          areas: shuffle(world.areas),
          teams: shuffle(world.teams),
          arrangements: shuffle(world.arrangements),
          grounds: shuffle(world.grounds),
        },
        question: { ...question, place: located(shuffle(parts)) },
      };
      expect(told(decided(shuffled))).toEqual(told(decided({ world, question })));
    }),
    { numRuns: 400, seed: 4 },
  );
});

describe('an irrelevant boundary', () => {
  const wards: BoundarySet = { ...drawn.districts, id: 99, kind: 'ward' };
  const ward = (id: number): Area => ({
    ...drawn.west,
    id: 1000 + id,
    set: wards,
    code: `X${id}`,
    name: `Ward ${id}`,
  });
  const two = [ward(0), ward(1)] as const;

  test('never changes who is responsible, who answers or what is asked', () => {
    fc.assert(
      fc.property(asked, ({ world, question }) => {
        const parts = question.place.kind === 'located' ? question.place.place.parts : [];
        const finer = parts.flatMap(({ ground, share }) =>
          two.map((each) => ({ ground: [...ground, each], share: share / 2 })),
        );
        const withWards = {
          world: {
            ...world,
            sets: [...world.sets, wards],
            areas: [...world.areas, ...two],
            grounds: world.grounds.flatMap((ground) => two.map((each) => [...ground, each])),
          },
          question: { ...question, place: located(finer) },
        };
        expect(told(decided(withWards))).toEqual(told(decided({ world, question })));
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

test('answering the question asked leads to an answer in a few steps, and never to the same question', () => {
  const follow = ({ world, question }: Asked, seen: readonly string[]): void => {
    const referral = decided({ world, question });
    if (referral.kind !== 'needs-choice') return;
    expect(seen).not.toContain(referral.key);
    expect(seen.length).toBeLessThan(5);
    expect(new Set(referral.options.map(({ answer }) => answer)).size).toBe(
      referral.options.length,
    );
    expect(referral.options.length).toBeGreaterThan(1);
    for (const { answer } of referral.options) {
      const answers = new Map([...question.answers, [referral.key, answer]]);
      follow({ world, question: { ...question, answers } }, [...seen, referral.key]);
    }
  };
  fc.assert(
    fc.property(asked, fc.boolean(), ({ world, question }, everywhere) => {
      const all = world.grounds.map((ground) => ({ ground, share: 1 / world.grounds.length }));
      follow({ world, question: everywhere ? { ...question, place: located(all) } : question }, []);
    }),
    { numRuns: 200, seed: 6 },
  );
});

test('an answer that an option offered is never refused as no candidate', () => {
  fc.assert(
    fc.property(asked, ({ world, question }) => {
      const referral = decided({ world, question });
      if (referral.kind !== 'needs-choice') return;
      for (const { answer, area } of referral.options) {
        const answers = new Map([[referral.key, answer]]);
        const next = decided({ world, question: { ...question, answers } });
        if (area && next.kind === 'not-routable') expect(next.reason).not.toBe('OUT_OF_COVERAGE');
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('A2 a place that straddles a line across which the responsible bodies differ is never routed unasked', () => {
  fc.assert(
    fc.property(asked, ({ world, question }) => {
      if (question.place.kind !== 'located' || question.practice !== undefined) return;
      const { parts } = question.place.place;
      const alone = parts.map((part) =>
        decided({ world, question: { ...question, place: located([{ ...part, share: 1 }]) } }),
      );
      const bodies = alone.map((each) =>
        each.kind === 'routed' ? each.responsible.map(({ body }) => body.id).join() : each.kind,
      );
      if (new Set(bodies).size > 1) expect(decided({ world, question }).kind).not.toBe('routed');
    }),
    { numRuns: 400, seed: 8 },
  );
});

test('H2 a GP practice moves health and never what the home or the place decides', () => {
  fc.assert(
    fc.property(asked, ({ world, question }) => {
      const routed = (practice: ReferralQuestion['practice']): Map<string, string> | undefined => {
        const found = decided({ world, question: { ...question, practice } });
        if (found.kind !== 'routed') return undefined;
        const byHome = found.responsible.filter(({ rule }) => !goesByPractice(rule));
        return new Map(byHome.map(({ sector, body }) => [sector, body.code]));
      };
      const [without, withOne] = [routed(undefined), routed(drawn.practice)];
      if (without && withOne) expect(withOne).toEqual(without);
    }),
    { numRuns: 300, seed: 9 },
  );
});
