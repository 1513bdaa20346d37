import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  give,
  giveToNew,
  hasChanges,
  merge,
  noWork,
  ownerOf,
  type Piece,
  type ProposedArea,
  proposedAreas,
  rename,
  type Work,
  workOf,
} from '../../web/what-if/work.ts';

const SUBJECT = { left: 'district', right: 'pct', asAt: '2004-03-31', within: null };
const NONE = noWork(SUBJECT);
/** Districts A, B and C against PCTs N and S. */
const AN = { left: 'A', right: 'N' };
const BN = { left: 'B', right: 'N' };
const BS = { left: 'B', right: 'S' };
const CS = { left: 'C', right: 'S' };
const PIECES = [AN, BN, BS, CS];
const TODAY: Readonly<Record<string, string>> = { A: 'Alton', B: 'Bere', C: 'Cove' };

const nameIn =
  (work: Work) =>
  (owner: string): string =>
    work.names.get(owner) ?? TODAY[owner] ?? owner;

const areasOf = (work: Work): object[] => proposedAreas(work, nameIn(work));

describe('a proposal as it is drawn', () => {
  it('moves the line where a piece goes to a neighbour, which goes on', () => {
    const work = give(NONE, [BN], 'A');
    expect(areasOf(work)).toEqual([{ name: 'Alton', continues: 'A', pieces: [BN] }]);
    expect(ownerOf(work, BN)).toBe('A');
    expect(ownerOf(work, BS)).toBe('B');
  });

  it('is as it was when the piece is given back', () => {
    expect(give(give(NONE, [BN], 'A'), [BN], 'B')).toEqual(NONE);
  });

  it('splits an area by giving pieces of it to a new one, which is gone when it has none left', () => {
    const work = giveToNew(NONE, [BS, CS], 'South');
    expect(areasOf(work)).toEqual([{ name: 'South', pieces: [BS, CS] }]);
    expect(give(work, [BS, CS], 'A').names.size).toBe(0);
  });

  it('merges whole areas, under the name of the second or another', () => {
    expect(areasOf(merge(NONE, PIECES, { from: 'C', into: 'B', name: '' }))).toEqual([
      { name: 'Bere', continues: 'B', pieces: [CS] },
    ]);
    expect(areasOf(merge(NONE, PIECES, { from: 'B', into: 'C', name: 'Both' }))).toEqual([
      { name: 'Both', continues: 'C', pieces: [BN, BS] },
    ]);
  });

  it('merges what was drawn before, new areas too', () => {
    const split = giveToNew(NONE, [BS], 'South');
    expect(areasOf(merge(split, PIECES, { from: 'C', into: 'new:1', name: '' }))).toEqual([
      { name: 'South', pieces: [BS, CS] },
    ]);
    expect(areasOf(merge(split, PIECES, { from: 'new:1', into: 'B', name: '' }))).toEqual([]);
  });

  it('gives an area of today another name, and its own name back', () => {
    const work = rename(NONE, 'A', 'Alresford');
    expect(areasOf(work)).toEqual([{ name: 'Alresford', continues: 'A', pieces: [] }]);
    expect(hasChanges(work)).toBe(true);
    expect(hasChanges(rename(work, 'A', null))).toBe(false);
  });

  const owners = fc.constantFrom('A', 'B', 'C', 'new');
  const steps = fc.array(fc.tuple(fc.subarray(PIECES, { minLength: 1 }), owners, fc.boolean()), {
    maxLength: 12,
  });
  const drawn = (each: readonly (readonly [Piece[], string, boolean])[]): Work =>
    each.reduce<Work>((work, [pieces, to, isRenamed], at) => {
      if (to === 'new') return giveToNew(work, pieces, `New ${at}`);
      const given = give(work, pieces, to);
      return isRenamed ? rename(given, to, `Name ${at}`) : given;
    }, NONE);

  it('gives each piece to exactly one area, whatever is done', () => {
    fc.assert(
      fc.property(steps, (each) => {
        const work = drawn(each);
        const given = proposedAreas(work, nameIn(work)).flatMap(({ pieces }) => pieces);
        expect(new Set(given.map(({ left, right }) => left + right)).size).toBe(given.length);
        for (const piece of given) expect(ownerOf(work, piece)).not.toBe(piece.left);
      }),
      { numRuns: 500, seed: 21 },
    );
  });

  it('is the same again when its areas are laid out anew', () => {
    fc.assert(
      fc.property(steps, (each) => {
        const work = drawn(each);
        const areas = proposedAreas(work, nameIn(work));
        const again = workOf(SUBJECT, work.title, areas, (code) => TODAY[code]);
        expect(
          new Set(proposedAreas(again, nameIn(again)).map((area) => JSON.stringify(sorted(area)))),
        ).toEqual(new Set(areas.map((area) => JSON.stringify(sorted(area)))));
      }),
      { numRuns: 500, seed: 22 },
    );
  });
});

function sorted(area: ProposedArea): object {
  const pieces = area.pieces.map(({ left, right }) => `${left} ${right}`).sort();
  return { ...area, pieces };
}
