import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type BoundarySet, setsInForce } from '../../server/domain/area.ts';
import { boundaryChange } from '../../server/domain/boundary-change.ts';
import { addDays, type LocalDate, localDate } from '../../server/domain/calendar.ts';
import { setOf, type StripArea, stripArea, stripOverlaps } from '../worlds/strip.ts';

const START = localDate('2002-04-01');
const DAYS = 60;

/** What happens on a day: squares are given, by turns, to bodies of these numbers; -1 abolishes the last. */
const reorganisation = fc.record({
  day: fc.integer({ min: 1, max: DAYS - 1 }),
  bodies: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 6, maxLength: 6 }),
  announced: fc.boolean(),
});
const timeline = fc
  .array(reorganisation, { maxLength: 6 })
  .map((events) =>
    events.filter(({ day }, at) => events.findIndex((each) => each.day === day) === at),
  )
  .map((events) => events.toSorted((a, b) => a.day - b.day));

type Event = {
  readonly day: number;
  readonly bodies: readonly number[];
  readonly announced: boolean;
};

/** The naive model: who holds each square on each day, one day after the other. */
function holders(events: readonly Event[]): readonly (readonly number[])[] {
  const days: (readonly number[])[] = [];
  let now: readonly number[] = [0, 0, 0, 1, 1, 1];
  for (let day = 0; day < DAYS; day++) {
    now = events.find((event) => event.day === day)?.bodies ?? now;
    days.push(now);
  }
  return days;
}

function dayOf(day: number): LocalDate {
  return addDays(START, day);
}

type Drawn = { readonly sets: readonly BoundarySet[]; readonly areas: readonly StripArea[] };

/** The same as boundary sets: half-open periods, each with its areas. */
function draw(events: readonly Event[]): Drawn {
  const first: Event = { day: 0, bodies: [0, 0, 0, 1, 1, 1], announced: false };
  const all = [first, ...events];
  const sets = all.map(({ day, announced }, id) => {
    const next = all[id + 1];
    return setOf(
      id,
      'pct',
      dayOf(day),
      next ? dayOf(next.day) : null,
      announced ? 'ANNOUNCED' : 'OFFICIAL',
    );
  });
  const areas = all.flatMap(({ bodies }, at) =>
    [...new Set(bodies)]
      .filter((body) => body >= 0)
      .map((body) => ({ set: sets[at], body, squares: squaresOf(bodies, body) })),
  );
  return {
    sets,
    areas: areas.flatMap(({ set, body, squares }, id) =>
      set ? [stripArea(set, { id, code: `B${body}`, squares })] : [],
    ),
  };
}

function squaresOf(bodies: readonly number[], body: number): number[] {
  return bodies.flatMap((each, square) => (each === body ? [square] : []));
}

function areasOn({ sets, areas }: Drawn, day: number): StripArea[] {
  const [set, ...rivals] = setsInForce(sets, dayOf(day));
  expect(rivals).toEqual([]);
  return areas.filter((area) => area.set === set);
}

test('in 1,000 random timelines each day has one set in force, and who holds each square is as day by day', () => {
  fc.assert(
    fc.property(timeline, fc.integer({ min: 0, max: DAYS - 1 }), (events, day) => {
      const inForce = areasOn(draw(events), day);
      const held = holders(events)[day]?.map((body) => (body < 0 ? undefined : `B${body}`));
      const drawn = Array.from(
        { length: 6 },
        (_, square) => inForce.find(({ squares }) => squares.includes(square))?.code,
      );
      expect(drawn).toEqual(held);
    }),
    { numRuns: 1000, seed: 20_260_401 },
  );
});

/** Each square holds 1,000 people: who of them are not with the heir, have another body, have none. */
function moversBySquare(
  was: readonly number[],
  is: readonly number[],
): { moved: number; otherBody: number; inNone: number } {
  const squares = was
    .map((old, at) => ({ old, later: is[at] ?? -1 }))
    .filter(({ old }) => old >= 0);
  const taken = squares.filter(({ later }) => later >= 0);
  const others = taken.filter(({ old, later }) => later !== old);
  const withHeir = [...Map.groupBy(taken, ({ old }) => old)].map(([body, mine]) => {
    const sizes = [...Map.groupBy(mine, ({ later }) => later)];
    const same = sizes.find(([later]) => later === body)?.[1].length;
    return same ?? Math.max(...sizes.map(([, each]) => each.length));
  });
  const stayed = withHeir.reduce((sum, count) => sum + count, 0);
  return {
    moved: (taken.length - stayed) * 1000,
    otherBody: others.length * 1000,
    inNone: (squares.length - taken.length) * 1000,
  };
}

test('in 1,000 random timelines the change between two days is the one counted square by square', () => {
  const days = fc.tuple(
    fc.integer({ min: 0, max: DAYS - 1 }),
    fc.integer({ min: 0, max: DAYS - 1 }),
  );
  fc.assert(
    fc.property(timeline, days, (events, [one, other]) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const drawn = draw(events);
      const [olds, laters] = [areasOn(drawn, from), areasOn(drawn, to)];
      const { areas, appeared, ended, moved, otherBody, inNone } = boundaryChange(
        olds,
        laters,
        stripOverlaps(olds, laters),
      );
      const [was = [], is = []] = [holders(events)[from], holders(events)[to]];
      expect({
        moved: moved.residents,
        otherBody: otherBody.residents,
        inNone: inNone.residents,
      }).toEqual(moversBySquare(was, is));
      for (const { area, successors, remainder } of areas) {
        const mine = squaresOf(was, Number(area.code.slice(1)));
        const counted = new Map<string, number>();
        for (const square of mine) {
          const later = is[square] ?? -1;
          counted.set(
            later < 0 ? 'none' : `B${later}`,
            (counted.get(later < 0 ? 'none' : `B${later}`) ?? 0) + 1,
          );
        }
        for (const each of successors) {
          expect(each.km2).toBe(counted.get(each.area.code));
          expect(each.shares.residents).toBeCloseTo(
            (counted.get(each.area.code) ?? 0) / mine.length,
            12,
          );
        }
        expect(remainder.postcodes).toBeCloseTo((counted.get('none') ?? 0) / mine.length, 12);
        const total = successors.reduce((sum, { shares }) => sum + shares.km2, remainder.km2);
        expect(total).toBeCloseTo(1, 12);
      }
      const codesIn = (bodies: readonly number[]): string[] =>
        [...new Set(bodies)].filter((body) => body >= 0).map((body) => `B${body}`);
      const only = (some: readonly number[], others: readonly number[]): string[] =>
        codesIn(some).filter((code) => !codesIn(others).includes(code));
      expect(ended.map(({ code }) => code)).toEqual(only(was, is));
      expect(appeared.map(({ code }) => code)).toEqual(only(is, was));
    }),
    { numRuns: 1000, seed: 20_280_401 },
  );
});

test('an announced set changes nothing until its day, and everything from it on', () => {
  const merger: Event = { day: 40, bodies: [2, 2, 2, 2, 2, 2], announced: true };
  const [announced, without] = [draw([merger]), draw([])];
  const names = (drawn: Drawn, day: number): string[] =>
    areasOn(drawn, day).map(({ code }) => code);
  for (let day = 0; day < 40; day++) expect(names(announced, day)).toEqual(names(without, day));
  expect(names(announced, 40)).toEqual(['B2']);
});
