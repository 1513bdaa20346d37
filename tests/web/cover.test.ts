import { describe, expect, test } from 'vitest';

import { formatChoices, parseChoices } from '../../web/cover/address.ts';
import type { Cover, NeedCover, Piece } from '../../web/cover/ask.ts';
import { needsCsv, placesCsv } from '../../web/cover/cover-csv.ts';
import { settle } from '../../web/cover/settle.ts';
import {
  coverInWords,
  peopleInWords,
  piecesInWords,
  placeInWords,
  whyInWords,
} from '../../web/cover/words.ts';
import { agesInWords } from '../../web/words/ages.ts';

const NONE = { grounds: 0, postcodes: 0, residents: 0 };
const SOME = { grounds: 3, postcodes: 410, residents: 12_300 };
const team = {
  name: 'Night team',
  organisation: 'The county',
  ages: { from: 18, to: null },
};
const gap: Piece = {
  key: 'district:W',
  ground: [
    { kind: 'pct', code: '5N', name: 'North PCT' },
    { kind: 'district', code: 'W', name: 'West' },
  ],
  sector: 'HEALTH',
  ages: { from: null, to: 17 },
  coverage: 'GAP',
  teams: [],
  body: { kind: 'pct', name: 'North PCT', gss: null },
  gap: { cause: 'OTHER_AGES', teams: [team] },
  notOffered: null,
  postcodes: 20,
  residents: null,
};
const cover: Cover = {
  need: { id: 'carers', name: 'Carers', ages: { from: null, to: null } },
  isRuled: true,
  gap: SOME,
  several: NONE,
  notOffered: NONE,
  one: NONE,
  pieces: [gap],
};
const sources = {
  boundarySets: [
    {
      kind: 'district',
      from: '2002-04-01',
      status: 'OFFICIAL' as const,
      source: 'ONS',
      licence: 'OGL',
    },
  ],
  release: { id: 'drawn', sources: [{ licence: 'MIT', attribution: 'Nobody' }] },
};

describe('the address', () => {
  test('keeps need and day, and what else it says', () => {
    expect(formatChoices({ need: 'carers', asAt: '2004-03-31' }, '?left=pct')).toBe(
      '?left=pct&need=carers&date=2004-03-31',
    );
    expect(parseChoices('?need=carers&date=2004-03-31')).toEqual({
      choices: { need: 'carers', asAt: '2004-03-31' },
      ignored: [],
    });
  });
  test('of anything that cannot be a need or a day says so', () => {
    expect(parseChoices('?need=%3Cscript%3E&date=2004-02-30').ignored).toEqual(['need', 'date']);
  });
  test('is made whole with all needs today, saying what was put in its place', () => {
    const known = {
      needs: ['carers'],
      sets: [{ kind: 'pct', from: '2002-04-01', to: null }],
      today: '2026-11-22',
    };
    expect(settle(parseChoices(''), known)).toEqual({
      choices: { need: null, asAt: '2026-11-22' },
      notes: [],
    });
    const { choices, notes } = settle(parseChoices('?need=surfing&date=1990-01-01'), known);
    expect(choices).toEqual({ need: null, asAt: '2026-11-22' });
    expect(notes).toHaveLength(2);
  });
});

describe('words', () => {
  test.each([
    [{ from: null, to: null }, 'any age'],
    [{ from: 18, to: null }, '18 and over'],
    [{ from: null, to: 17 }, '17 and under'],
    [{ from: 5, to: 17 }, '5 to 17'],
    [{ from: 17, to: 17 }, '17'],
  ])('of ages %o are %s', (ages, words) => {
    expect(agesInWords(ages)).toBe(words);
  });
  test('count people, or postcodes where nobody counted some people', () => {
    expect(peopleInWords(SOME)).toBe('12,300 people in 3 places');
    expect(peopleInWords({ ...SOME, grounds: 1, residents: null })).toBe(
      '410 postcodes in 1 place',
    );
  });
  test('tell gaps, everybody covered and no rule apart', () => {
    expect(coverInWords(cover, '2004-03-31')).toBe(
      'On 31 March 2004, 12,300 people in 3 places have no team for Carers.',
    );
    expect(coverInWords({ ...cover, gap: NONE, one: SOME }, '2004-03-31')).toBe(
      'On 31 March 2004, everybody has one team for Carers: 12,300 people in 3 places.',
    );
    expect(coverInWords({ ...cover, isRuled: false }, '2004-03-31')).toContain(
      'That does not mean that nobody did.',
    );
  });
  test('name a place by its smallest area first, and say what it is in none of', () => {
    expect(placeInWords(gap.ground)).toBe('West, North PCT');
    expect(placeInWords([{ kind: 'icb', name: 'The ICB' }])).toBe(
      'The ICB, in no council area known',
    );
  });
  test('say why there is no team', () => {
    expect(whyInWords(gap)).toBe('Teams here are for other ages: Night team, for 18 and over.');
    const ended = { ...gap, gap: { cause: 'ENDED' as const, teams: [team, team] } };
    expect(whyInWords(ended)).toBe('Night team and Night team have ended.');
    expect(piecesInWords([gap])).toBe('no team for health, 17 and under');
  });
});

describe('files', () => {
  test('of places say their day, release, method and licence in each row', () => {
    const [headings = '', row = ''] = placesCsv(cover, '2004-03-31', sources).split('\r\n');
    expect(headings).toMatch(/^\uFEFFneed,need_name,place,area_codes,sector,ages,what,/);
    expect(row).toContain('"West, North PCT",pct:5N; district:W,Health,17 and under,no team,');
    expect(row).toMatch(/,,20,2004-03-31,drawn,".*",OGL; MIT,Nobody$/);
  });
  test('of needs leave empty what is not known for want of a rule', () => {
    const { need, gap: none, several, notOffered } = cover;
    const unruled: NeedCover = { need, isRuled: false, gap: none, several, notOffered };
    expect(needsCsv([unruled], '2004-03-31', sources)).toContain('carers,Carers,no,,,,,,,,,,2004');
  });
});
