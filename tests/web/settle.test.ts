import { describe, expect, it } from 'vitest';

import { parseChoices } from '../../web/compare-boundaries/address.ts';
import { kindsInForce, settle, settleWithin } from '../../web/compare-boundaries/settle.ts';

const SETS = [
  { kind: 'district', from: '2002-04-01', to: null },
  { kind: 'pct', from: '2002-04-01', to: '2013-04-01' },
  { kind: 'ccg', from: '2013-04-01', to: '2022-07-01' },
  { kind: 'sub-icb', from: '2022-07-01', to: '2026-04-01' },
  { kind: 'icb', from: '2022-07-01', to: null },
];
const TODAY = '2026-11-21';

const settled = (query: string): ReturnType<typeof settle> =>
  settle(parseChoices(query), SETS, TODAY);

describe('kindsInForce', () => {
  it.each([
    ['2013-03-31', ['district', 'pct']],
    ['2013-04-01', ['district', 'ccg']],
    ['2026-04-01', ['district', 'icb']],
    ['1999-01-01', []],
  ])('on %s are %j', (day, kinds) => {
    expect(kindsInForce(SETS, day)).toEqual(kinds);
  });
});

describe('settle', () => {
  it('begins where the problem began', () => {
    expect(settled('')).toEqual({
      choices: {
        left: 'district',
        right: 'pct',
        asAt: '2004-03-31',
        weight: 'RESIDENTS',
        within: 'E10000014',
      },
      notes: [],
    });
  });

  it.each([
    ['2014-03-31', 'ccg'],
    ['2023-03-31', 'sub-icb'],
    ['2026-11-21', 'icb'],
  ])('puts the health body of %s where the PCTs were, and says so', (day, kind) => {
    const { choices, notes } = settled(`?right=pct&date=${day}`);
    expect(choices.right).toBe(kind);
    expect(notes.join()).toMatch(
      /No primary care trusts \(PCTs\) are known for .* are shown instead/,
    );
  });

  it('goes to a day it knows when asked for one it does not', () => {
    const { choices, notes } = settled('?date=1950-01-01');
    expect(choices.asAt).toBe('2004-03-31');
    expect(notes).toEqual([
      'No boundaries are known for 1 January 1950: 31 March 2004 is shown instead.',
    ]);
  });

  it('shows today where nothing is known of 2004', () => {
    const late = SETS.filter(({ kind }) => kind !== 'pct');
    expect(settle(parseChoices(''), late, TODAY).choices).toMatchObject({
      asAt: TODAY,
      right: 'icb',
    });
  });
});

describe('settleWithin', () => {
  it('shows everywhere, without a word, where the first look’s county is not', () => {
    expect(settleWithin(settled(''), parseChoices(''), ['E06000001'])).toMatchObject({
      choices: { within: null },
      notes: [],
    });
  });

  it('says so when the address named the area', () => {
    const wanted = parseChoices('?within=E99999999');
    expect(settleWithin(settle(wanted, SETS, TODAY), wanted, ['E10000014']).notes).toHaveLength(1);
  });
});
