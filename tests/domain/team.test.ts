import fc from 'fast-check';
import { expect, test } from 'vitest';

import { holds, localDate } from '../../server/domain/calendar.ts';
import { coversGround, type CoverageTerm } from '../../server/domain/coverage.ts';
import { fitsAge } from '../../server/domain/need.ts';
import { type Team, teamsFor } from '../../server/domain/team.ts';
import { areas, cells, teams } from '../worlds/four-squares.ts';

const [drawn] = teams;
const refs = areas.flatMap(({ set: { kind }, code, gss, ods }) =>
  [code, gss, ods, 'nowhere'].flatMap((each) => (each === null ? [] : [{ kind, code: each }])),
);
const days = [null, localDate('2002-04-01'), localDate('2010-01-01')];

const directory: fc.Arbitrary<readonly Team[]> = fc.array(
  fc
    .record({
      needs: fc.subarray(['carers', 'homelessness']),
      covers: fc.array(
        fc.array(fc.constantFrom(...refs), { maxLength: 3 }) as fc.Arbitrary<CoverageTerm>,
        { maxLength: 3 },
      ),
      ages: fc.record({
        from: fc.constantFrom(null, 18),
        to: fc.constantFrom(null, 17, 64),
      }),
      period: fc.record({ from: fc.constantFrom(...days), to: fc.constantFrom(...days) }),
    })
    .map((made): Team => {
      if (!drawn) throw new Error('The squares have no team');
      return { ...drawn, ...made };
    }),
  { maxLength: 8 },
);

test('the teams for a need are those that trying each of them gives, in the order of the directory', () => {
  const asked = fc.record({
    ground: fc.constantFrom([], ...cells),
    need: fc.constantFrom('carers', 'homelessness', 'none of these'),
    age: fc.constantFrom(undefined, 10, 40, 80),
    on: fc.constantFrom(localDate('2002-03-31'), localDate('2004-03-31'), localDate('2026-11-21')),
  });
  fc.assert(
    fc.property(directory, fc.array(asked, { minLength: 1, maxLength: 5 }), (all, questions) => {
      for (const { ground, need, age, on } of questions)
        expect(teamsFor(all, ground, { need, age, on })).toEqual(
          all.filter(
            (team) =>
              team.needs.includes(need) &&
              holds(team.period, on) &&
              fitsAge(team.ages, age) &&
              coversGround(team.covers, ground),
          ),
        );
    }),
    { numRuns: 500 },
  );
});
