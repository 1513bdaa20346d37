import { describe, expect, it } from 'vitest';

import { type Choices, formatChoices, parseChoices } from '../../web/compare-boundaries/address.ts';

const CHOICES: Choices = {
  left: 'district',
  right: 'sub-icb',
  asAt: '2023-03-31',
  weight: 'POSTCODES',
  within: 'E10000014',
};

describe('the address of a comparison', () => {
  it.each([CHOICES, { ...CHOICES, within: null }, { ...CHOICES, weight: 'AREA' as const }])(
    'says all of %j and is read back the same',
    (choices) => {
      expect(parseChoices(formatChoices(choices))).toEqual({ choices, ignored: [] });
    },
  );

  it('keeps what else it says when a choice is changed', () => {
    const query = formatChoices(CHOICES, '?view=matrix&weight=residents');
    expect(parseChoices(query)).toEqual({ choices: CHOICES, ignored: [] });
    expect(new URLSearchParams(query).get('view')).toBe('matrix');
    expect(new URLSearchParams(query).getAll('weight')).toEqual(['postcodes']);
  });

  it('is all defaults when it says nothing', () => {
    expect(parseChoices('')).toEqual({ choices: {}, ignored: [] });
  });

  it.each([
    ['?left=__proto__', 'left'],
    ['?left=../', 'left'],
    ['?right=', 'right'],
    ['?date=2004-02-30', 'date'],
    ['?date=-271821-04-19', 'date'],
    ['?weight=RESIDENTS', 'weight'],
    ['?within=%3Cscript%3E', 'within'],
    [`?left=${'a'.repeat(1_000_000)}`, 'left'],
  ])('%.40s is ignored, and said to be', (query, name) => {
    expect(parseChoices(query)).toEqual({ choices: {}, ignored: [name] });
  });

  it('passes over names it does not know and escapes it cannot read', () => {
    expect(parseChoices('?postcode=SO23+8UJ&%E0%A4%A&constructor=1')).toEqual({
      choices: {},
      ignored: [],
    });
  });
});
