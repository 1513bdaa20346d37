import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Area } from '../../server/domain/area.ts';
import { coterminosity, type Weighing } from '../../server/domain/coterminosity.ts';
import { drawProposal, type Proposal, type ProposedArea } from '../../server/domain/proposal.ts';
import { weigh } from '../../server/domain/within.ts';
import { setOf, type StripArea, stripArea, stripOverlaps } from '../worlds/strip.ts';

const districts = setOf(0, 'district', null, null);
const pcts = setOf(1, 'pct', null, null);
/** Eight squares: districts A, B and C of three, three and two; PCTs N of the first four and S of the rest. */
const lefts = [
  stripArea(districts, { id: 0, code: 'A', squares: [0, 1, 2] }),
  stripArea(districts, { id: 1, code: 'B', squares: [3, 4, 5] }),
  stripArea(districts, { id: 2, code: 'C', squares: [6, 7] }),
];
const rights = [
  stripArea(pcts, { id: 3, code: 'N', squares: [0, 1, 2, 3] }),
  stripArea(pcts, { id: 4, code: 'S', squares: [4, 5, 6, 7] }),
];
const weighing = weighed();

function weighed(): Weighing {
  const found = weigh(stripOverlaps(lefts, rights), 'RESIDENTS', undefined);
  if (found.kind !== 'weighing') throw new Error('The strip can be weighed');
  return found;
}

function drawn(areas: readonly ProposedArea[]): Proposal {
  const proposal = drawProposal(areas, weighing, districts);
  if ('kind' in proposal) throw new Error(proposal.kind);
  return proposal;
}

const AN = { left: 'A', right: 'N' };
const BN = { left: 'B', right: 'N' };
const BS = { left: 'B', right: 'S' };
const CS = { left: 'C', right: 'S' };

describe('drawProposal', () => {
  test('districts recut along the PCT line are coterminous with PCTs, and those cut off have moved', () => {
    const { after, change } = drawn([
      { name: 'North', pieces: [AN, BN] },
      { name: 'South', pieces: [BS, CS] },
    ]);
    expect(after).toMatchObject({ vMeasure: 1, leftCount: 2, rightCount: 2 });
    expect(
      after.overlaps.map(({ left, relation, shareOfLeft }) => [left.name, relation, shareOfLeft]),
    ).toEqual([
      ['North', 'COTERMINOUS', 1],
      ['South', 'COTERMINOUS', 1],
    ]);
    expect(change.areas.map(({ area, change: word }) => `${area.code} ${word}`)).toEqual([
      'A MERGED',
      'B SPLIT',
      'C MERGED',
    ]);
    expect(change.moved).toEqual({ km2: 1, postcodes: 10, residents: 1000 });
  });

  test('what nobody takes stays with its old area', () => {
    const { after, change } = drawn([{ name: 'New B', pieces: [BS] }]);
    expect(after.overlaps.map(({ left, weight }) => [left.name, weight])).toEqual([
      ['A', 3000],
      ['New B', 2000],
      ['C', 2000],
      ['B', 1000],
    ]);
    expect(change.areas.map(({ change: word }) => word)).toEqual([
      'UNCHANGED',
      'REDRAWN',
      'UNCHANGED',
    ]);
    expect(change.moved.residents).toBe(2000);
  });

  test('a piece given to an area that goes on moves, and the area keeps the rest of its ground', () => {
    const { after, change, movers, proposed } = drawn([
      { name: 'A', continues: 'A', pieces: [BN] },
    ]);
    expect(
      after.overlaps.map(({ left, right, weight }) => [left.code, right.code, weight]),
    ).toEqual([
      ['A', 'N', 4000],
      ['B', 'S', 2000],
      ['C', 'S', 2000],
    ]);
    expect(change.areas.map(({ change: word }) => word)).toEqual([
      'REDRAWN',
      'REDRAWN',
      'UNCHANGED',
    ]);
    expect(movers).toMatchObject([
      {
        from: { code: 'B' },
        to: { code: 'A' },
        right: { code: 'N' },
        residents: 1000,
        fate: 'MOVED',
      },
    ]);
    expect(proposed[0]?.pieces).toHaveLength(2);
    expect(change.ended).toEqual([]);
  });

  test('a whole area that joins another is with another body, but nobody is parted from the rest', () => {
    const { change, movers } = drawn([{ name: 'BC', continues: 'B', pieces: [CS] }]);
    expect(change.areas.map(({ change: word }) => word)).toEqual([
      'UNCHANGED',
      'REDRAWN',
      'MERGED',
    ]);
    expect(movers).toMatchObject([{ from: { code: 'C' }, fate: 'OTHER_BODY', residents: 2000 }]);
    expect(change.moved.residents).toBe(0);
  });

  test('ground the right set does not cover stays with its old area, and changes nothing', () => {
    const wider = { ...weighing, totalOf: (area: Area) => 2 * weighing.totalOf(area) };
    const proposal = drawProposal([{ name: 'A', continues: 'A', pieces: [] }], wider, districts);
    if ('kind' in proposal) throw new Error(proposal.kind);
    expect(proposal.after.overlaps.map(({ shareOfLeft }) => shareOfLeft)).toEqual(
      coterminosity(wider).overlaps.map(({ shareOfLeft }) => shareOfLeft),
    );
    expect(proposal.change.areas.map(({ change: word }) => word)).toEqual(
      Array.from(lefts, () => 'UNCHANGED'),
    );
  });

  test('an empty proposal changes nothing', () => {
    const { after, change } = drawn([]);
    expect(after).toEqual(coterminosity(weighing));
    expect(change.moved.residents).toBe(0);
  });

  test('a proposed area has the ground, postcodes and people of its pieces, and is marked as proposed', () => {
    const [proposed] = drawn([{ name: 'North', pieces: [AN, BN] }]).after.overlaps;
    expect(proposed?.left).toMatchObject({
      km2: 4,
      postcodes: 40,
      residents: 4000,
      set: { status: 'PROPOSED' },
    });
    expect(proposed?.left.id).toBeLessThan(0);
  });

  test.each([
    [
      'a piece that is not there',
      [{ name: 'X', pieces: [{ left: 'A', right: 'S' }] }],
      'no-such-piece',
    ],
    [
      'a piece given twice',
      [
        { name: 'X', pieces: [AN] },
        { name: 'Y', pieces: [AN] },
      ],
      'given-twice',
    ],
    ['to go on as what is not there', [{ name: 'X', continues: 'X', pieces: [] }], 'no-such-area'],
    [
      'two that go on as one',
      [
        { name: 'X', continues: 'A', pieces: [] },
        { name: 'Y', continues: 'A', pieces: [] },
      ],
      'continued-twice',
    ],
  ])('refuses %s', (_what, areas, kind) => {
    expect(drawProposal(areas, weighing, districts)).toMatchObject({ kind });
  });

  const worlds = fc
    .tuple(
      fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
      fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
    )
    .map(([inLeft, inRight]) => {
      const areasOf = (set: typeof districts, owners: readonly number[]): StripArea[] =>
        [0, 1, 2, 3].map((id) =>
          stripArea(set, {
            id: set.id * 4 + id,
            code: `${set.kind} ${id}`,
            squares: owners.flatMap((owner, square) => (owner === id ? [square] : [])),
          }),
        );
      const found = weigh(
        stripOverlaps(areasOf(districts, inLeft), areasOf(pcts, inRight)),
        'RESIDENTS',
        undefined,
      );
      if (found.kind !== 'weighing') throw new Error('The strip can be weighed');
      return found;
    });

  test('a proposal equal to the present set moves nobody and scores the same', () => {
    fc.assert(
      fc.property(worlds, fc.boolean(), (world, goesOn) => {
        const olds = [...new Set(world.overlaps.map(({ overlap }) => overlap.left))];
        const same = olds.map(({ code, name }) => ({
          name,
          continues: goesOn ? code : undefined,
          pieces: world.overlaps
            .filter(({ overlap }) => overlap.left.code === code)
            .map(({ overlap: { left, right } }) => ({ left: left.code, right: right.code })),
        }));
        const proposal = drawProposal(same, world, districts);
        if ('kind' in proposal) throw new Error(proposal.kind);
        expect(proposal.movers).toEqual([]);
        expect(proposal.change.moved).toEqual({ km2: 0, postcodes: 0, residents: 0 });
        for (const { change } of proposal.change.areas)
          expect(change).toBe(goesOn ? 'UNCHANGED' : 'RENAMED');
        const { homogeneity, completeness, vMeasure } = coterminosity(world);
        expect(proposal.after.homogeneity).toBeCloseTo(homogeneity, 12);
        expect(proposal.after.completeness).toBeCloseTo(completeness, 12);
        expect(proposal.after.vMeasure).toBeCloseTo(vMeasure, 12);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  test('those who moved add up to what has moved, however pieces are dealt out', () => {
    const dealing = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(worlds, dealing, (world, to) => {
        const olds = [...new Set(world.overlaps.map(({ overlap }) => overlap.left))];
        const areas = olds.map(({ code, name }, at) => ({
          name,
          continues: at % 2 === 0 ? code : undefined,
          pieces: world.overlaps
            .filter((_, piece) => to[piece] === at)
            .map(({ overlap: { left, right } }) => ({ left: left.code, right: right.code })),
        }));
        const proposal = drawProposal(areas, world, districts);
        if ('kind' in proposal) throw new Error(proposal.kind);
        const { change } = proposal;
        const movers = proposal.movers.filter(({ fate }) => fate === 'MOVED');
        expect(movers.reduce((sum, { residents }) => sum + (residents ?? 0), 0)).toBe(
          change.moved.residents,
        );
        expect(movers.reduce((sum, { postcodes }) => sum + postcodes, 0)).toBe(
          change.moved.postcodes,
        );
      }),
      { numRuns: 300, seed: 12 },
    );
  });

  test('weight is neither made nor lost, however pieces are dealt out', () => {
    const dealing = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(dealing, (to) => {
        const areas = [0, 1, 2].map((at) => ({
          name: `New ${at}`,
          pieces: [AN, BN, BS, CS].filter((_, piece) => to[piece] === at),
        }));
        const { after } = drawn(areas);
        expect(after.overlaps.reduce((sum, { weight }) => sum + weight, 0)).toBe(8000);
        for (const { shareOfLeft, shareOfRight } of after.overlaps) {
          expect(shareOfLeft).toBeLessThanOrEqual(1);
          expect(shareOfRight).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 256, seed: 3 },
    );
  });
});
