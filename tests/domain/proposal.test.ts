import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { coterminosity, type Weighing } from '../../server/domain/coterminosity.ts';
import { drawProposal, type Proposal, type ProposedArea } from '../../server/domain/proposal.ts';
import { weigh } from '../../server/domain/within.ts';
import { setOf, stripArea, stripOverlaps } from '../worlds/strip.ts';

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
  ])('refuses %s', (_what, areas, kind) => {
    expect(drawProposal(areas, weighing, districts)).toMatchObject({ kind });
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
