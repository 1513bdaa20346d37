import { describe, expect, it } from 'vitest';

import { formatChoices, parseChoices } from '../../web/before-and-after/address.ts';
import type { Change, Reorganisation } from '../../web/before-and-after/ask.ts';
import { moversCsv, successorsCsv } from '../../web/before-and-after/change-csv.ts';
import { fadeInWords } from '../../web/before-and-after/fade-control.tsx';
import { settle } from '../../web/before-and-after/settle.ts';
import { changeInWords, pieceInWords } from '../../web/before-and-after/words.ts';

const CHOICES = { before: 'pct', from: '2013-03-31', after: 'ccg', to: '2013-04-01' };

describe('the address of a change', () => {
  it('says all of it, keeps what else stands there, and is read back the same', () => {
    const address = formatChoices(CHOICES, '?left=district&date=2004-03-31');
    expect(address).toBe(
      '?left=district&date=2004-03-31&before=pct&from=2013-03-31&after=ccg&to=2013-04-01',
    );
    expect(parseChoices(address)).toEqual({ choices: CHOICES, ignored: [] });
  });

  it.each([
    ['?before=__proto__', 'before'],
    ['?from=2004-02-30', 'from'],
    ['?after=%3Cscript%3E', 'after'],
    ['?to=yesterday', 'to'],
  ])('%s is ignored, and said to be', (query, name) => {
    expect(parseChoices(query)).toEqual({ choices: {}, ignored: [name] });
  });
});

function reorganisation(day: string, eve: string, before: string, after: string): Reorganisation {
  return {
    day,
    eve,
    before: { kind: before, areaCount: 2 },
    after: { kind: after, status: 'OFFICIAL', areaCount: 2 },
  };
}

const KNOWN = {
  reorganisations: [
    reorganisation('2006-10-01', '2006-09-30', 'pct', 'pct'),
    reorganisation('2013-04-01', '2013-03-31', 'pct', 'ccg'),
    reorganisation('2028-04-01', '2028-03-31', 'district', 'district'),
  ],
  sets: [
    { kind: 'district', from: '2002-04-01', to: '2028-04-01' },
    { kind: 'district', from: '2028-04-01', to: null },
    { kind: 'pct', from: '2002-04-01', to: '2006-10-01' },
    { kind: 'pct', from: '2006-10-01', to: '2013-04-01' },
    { kind: 'ccg', from: '2013-04-01', to: '2022-07-01' },
  ],
  today: '2026-11-22',
};

describe('choices made whole', () => {
  it('begin with the latest reorganisation, or the latest of the kind asked for', () => {
    expect(settle(parseChoices(''), KNOWN)).toEqual({
      choices: { before: 'district', from: '2028-03-31', after: 'district', to: '2028-04-01' },
      notes: [],
    });
    expect(settle(parseChoices('?before=pct'), KNOWN)).toEqual({ choices: CHOICES, notes: [] });
  });

  it('stand as they are where both kinds were in force', () => {
    const asked = { before: 'pct', from: '2003-01-01', after: 'ccg', to: '2020-01-01' };
    expect(settle({ choices: asked, ignored: [] }, KNOWN)).toEqual({ choices: asked, notes: [] });
  });

  it('take the kind that followed for one that had ended, saying so', () => {
    const asked = { before: 'pct', from: '2006-09-30', after: 'pct', to: '2020-01-01' };
    expect(settle({ choices: asked, ignored: [] }, KNOWN)).toEqual({
      choices: { ...asked, after: 'ccg' },
      notes: [
        'No primary care trusts (PCTs) are known for 1 January 2020 here: CCGs are shown instead.',
      ],
    });
  });

  it('never hold a health body against a council', () => {
    const asked = { ...CHOICES, after: 'district' };
    expect(settle({ choices: asked, ignored: [] }, KNOWN).choices).toEqual(CHOICES);
  });

  it('turn days that stand the wrong way round, saying so', () => {
    const asked = { before: 'pct', from: '2006-10-01', after: 'pct', to: '2006-09-30' };
    const { choices, notes } = settle({ choices: asked, ignored: [] }, KNOWN);
    expect(choices).toMatchObject({ from: '2006-09-30', to: '2006-10-01' });
    expect(notes).toEqual(['The days were the wrong way round, and have been turned.']);
  });

  it('fall back on what is known for days nobody drew', () => {
    const { choices, notes } = settle(parseChoices('?from=1990-01-01&to=1991-01-01'), KNOWN);
    expect(choices.to).toBe('2028-04-01');
    expect(notes).toEqual([
      'Nothing is known to hold 1 January 1990 against 1 January 1991: 1 April 2028 is shown instead.',
    ]);
  });
});

const set = {
  edition: 'drawn',
  status: 'OFFICIAL',
  source: 'Drawn',
  licence: 'MIT',
  areaCount: 2,
} as const;

/** One PCT of three squares: two go to the one, the third to the other; a fourth square goes to nobody. */
const change: Change = {
  kind: 'pct',
  toKind: 'ccg',
  from: '2013-03-31',
  to: '2013-04-01',
  before: { ...set, areaCount: 1 },
  after: { ...set, from: '2013-04-01' },
  areas: [
    {
      area: { code: '5E9', name: 'Old, "Great" PCT', residents: 4000, postcodes: 40 },
      change: 'SPLIT',
      moved: { residents: 1000, postcodes: 10 },
      otherBody: { residents: 3000, postcodes: 30 },
      inNone: { residents: 1000, postcodes: 10, km2: 1 },
      remainder: { residents: 0.25, postcodes: 0.25, km2: 0.25 },
    },
  ],
  pieces: [
    {
      old: { code: '5E9', name: 'Old, "Great" PCT' },
      area: { code: '=10X', name: 'Near CCG' },
      fate: 'OTHER_BODY',
      took: { residents: 2000, postcodes: 20, km2: 2 },
      shares: { residents: 0.5, postcodes: 0.5, km2: 0.5 },
    },
    {
      old: { code: '5E9', name: 'Old, "Great" PCT' },
      area: { code: '10Y', name: 'Far CCG' },
      fate: 'MOVED',
      took: { residents: 1000, postcodes: 10, km2: 1 },
      shares: { residents: 0.25, postcodes: 0.25, km2: 0.25 },
    },
  ],
  appeared: [],
  ended: [],
  moved: { residents: 1000, postcodes: 10 },
  otherBody: { residents: 3000, postcodes: 30 },
  inNone: { residents: 1000, postcodes: 10 },
  teams: [
    {
      team: { id: 'a', name: 'A', organisation: 'O' },
      areas: [{ code: '5E9', name: 'Old, "Great" PCT' }],
      coversAfter: false,
    },
  ],
  slivers: { count: 0, km2: 0 },
  release: {
    id: 'drawn',
    loadedAt: '2026-11-22T00:00:00Z',
    sources: [{ attribution: 'Nobody' }, { attribution: 'Nobody' }],
  },
};

describe('a change in words', () => {
  it('says what became of how many', () => {
    expect(changeInWords(change)).toBe(
      'Between 31 March 2013 and 1 April 2013, 1 PCT became 2 CCGs: 1 split.',
    );
    const ended = {
      ...change,
      areas: change.areas.map((each) => ({ ...each, change: 'ENDED' as const })),
    };
    expect(changeInWords(ended)).toContain('1 ended');
    expect(changeInWords({ ...ended, after: { ...change.after, status: 'ANNOUNCED' } })).toContain(
      '1 not settled',
    );
  });

  it('says of a piece who took it and how much', () => {
    const [, piece] = change.pieces;
    expect(piece && pieceInWords(piece)).toBe(
      'Part of Old, "Great" PCT moves to Far CCG: 1,000 (25.0%) residents, 10 (25.0%) postcodes and 1.0 km² of Old, "Great" PCT.',
    );
  });

  it.each([
    [0, 'A only'],
    [30, 'A, and B faintly'],
    [50, 'A and B'],
    [80, 'B, and A faintly'],
    [100, 'B only'],
  ])('says of the slider at %i what is shown', (fade, words) => {
    expect(fadeInWords(fade, 'A', 'B')).toBe(words);
  });
});

describe('a change taken away', () => {
  const lines = (csv: string): string[] =>
    csv
      .replace(/^\uFEFF/, '')
      .split('\r\n')
      .slice(0, -1);

  it('has a row for each successor and one for what nobody took, safe in a spreadsheet', () => {
    const [headings, ...rows] = lines(successorsCsv(change));
    expect(headings?.split(',').slice(0, 8)).toEqual([
      'code_before',
      'name_before',
      'code_after',
      'name_after',
      'what',
      'residents',
      'postcodes',
      'km2',
    ]);
    expect(rows.map((row) => row.slice(0, row.indexOf(',pct,')))).toEqual([
      `'5E9,"Old, ""Great"" PCT",'=10X,Near CCG,new body,2000,20,2,0.5,0.5,0.5`,
      `'5E9,"Old, ""Great"" PCT",10Y,Far CCG,moved,1000,10,1,0.25,0.25,0.25`,
      `'5E9,"Old, ""Great"" PCT",,no area afterwards,,1000,10,1,0.25,0.25,0.25`,
    ]);
    for (const row of rows) expect(row).toMatch(/,pct,ccg,2013-03-31,2013-04-01,official,drawn,/);
  });

  it('has a row for each old area with who moved and how many teams', () => {
    const [headings, ...rows] = lines(moversCsv(change));
    expect(headings).toContain('residents_moved,postcodes_moved');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('split,4000,40,3000,30,1000,10,1000,10,1,pct,ccg');
    expect(rows[0]).toContain('A mover is a resident whose ground went to another area');
  });
});
