import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { LOADED_AT, openWorld } from '../worlds/open.ts';
import { asker, field } from './ask.ts';

/** Ids are those of the bad-input catalogue; docs/decisions/0004 says where we chose otherwise. */
const embedded = asker(await openWorld(readEmbeddedPack()));
const squares = await openWorld(fourSquares);
const drawn = asker(squares);

type Outcome = {
  readonly __typename: 'Located' | 'NotLocated';
  readonly postcode: string;
  readonly confidence: string;
  readonly ended: string | null;
  readonly areas: readonly {
    readonly share: number;
    readonly area: { readonly kind: string; readonly code: string };
  }[];
  readonly warnings: readonly { readonly code: string }[];
  readonly reason: string;
  readonly message: string;
  readonly suggestions: readonly string[];
};

const PLACE = `query Place($postcode: String, $asAt: Date) {
  place(postcode: $postcode, asAt: $asAt) {
    __typename
    ... on Located { postcode confidence ended areas { share area { kind code } } warnings { code } }
    ... on NotLocated { reason message suggestions }
  }
}`;

const ONE_LETTER_SHORT =
  'Enter all of the postcode: its second half has a digit and two letters, like 8UJ';

const inPack = (postcode: string): Promise<Outcome> =>
  field(embedded(PLACE, { postcode }), 'place');
const inSquares = (postcode: string): Promise<Outcome> =>
  field(drawn(PLACE, { postcode, asAt: '2004-03-31' }), 'place');

async function found(outcome: Promise<Outcome>): Promise<Outcome> {
  const place = await outcome;
  expect(place.__typename).toBe('Located');
  return place;
}

async function refused(outcome: Promise<Outcome>, reason: string): Promise<Outcome> {
  const place = await outcome;
  expect(place).toMatchObject({ __typename: 'NotLocated', reason });
  expect(place.message).not.toBe('');
  return place;
}

describe('Query.place finds', () => {
  test.each([
    ['PC02', 'so23 8uj'],
    ['PC02', 'SO238UJ'],
    ['PC02', ' SO23  8UJ '],
    ['PC03', 'SO23-8UJ'],
    ['PC03', 'SO23.8UJ'],
    ['PC21', 'ＳＯ２３ ８ＵＪ'],
    ['PC24', 'SO23\u200b 8\u00adUJ\ufeff'],
    ['PC26', 'SO23\t8UJ\n'],
  ])('%s: "%s" as SO23 8UJ, and shows what was understood', async (_id, postcode) => {
    expect((await found(inPack(postcode))).postcode).toBe('SO23 8UJ');
  });
});

describe('Query.place refuses as MALFORMED', () => {
  test.each([
    ['PC01', 'nothing', '', 'Enter a postcode'],
    ['PC01', 'only spaces', '   ', 'Enter a postcode'],
    ['PC05', 'half an inward part', 'SO23 8U', ONE_LETTER_SHORT],
    ['PC05', 'half an inward part, no space', 'so238u', ONE_LETTER_SHORT],
    ['PC06', 'too long an inward part', 'SO23 8UJX', 'Enter only the postcode, like SO23 8UJ'],
    ['PC07', 'a zero for an O', 'S023 8UJ', 'Enter a full UK postcode, like SO23 8UJ'],
    [
      'PC08',
      'I in the inward part',
      'SO23 8IJ',
      'The last two letters of a postcode are never C, I, K, M, O or V; this one has I',
    ],
    ['PC09', 'Q first', 'QA1 1AA', 'No UK postcode begins with Q'],
    [
      'PC22',
      'a Cyrillic letter',
      'ЅО23 8UJ',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has “Ѕ”',
    ],
    [
      'PC23',
      'Arabic-Indic digits',
      'SO٢٣ ٨UJ',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has “٢”',
    ],
    [
      'PC25',
      'a right-to-left override',
      'SO23\u202e 8UJ',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has a hidden character',
    ],
    [
      'PC26',
      'NUL',
      'SO23\u00008UJ',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has a hidden character',
    ],
    [
      'PC27',
      'a lone surrogate',
      'SO23 8U\ud800',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has a hidden character',
    ],
    [
      'PC28',
      'a pile of combining marks',
      `S${'\u0301'.repeat(10_000)}O23 8UJ`,
      'Enter only the postcode, like SO23 8UJ',
    ],
    [
      'PC29',
      '100,000 spaces first',
      `${' '.repeat(100_000)}SO23 8UJ`,
      'Enter only the postcode, like SO23 8UJ',
    ],
    [
      'PC30',
      'SQL',
      "' OR 1=1--",
      'A postcode has only the letters A to Z and the digits 0 to 9; this has “=”',
    ],
    [
      'PC30',
      'a wildcard',
      'SO23 8U%',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has “%”',
    ],
    [
      'PC30',
      'another wildcard',
      'SO23_8UJ',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has “_”',
    ],
    [
      'PC31',
      'a script',
      '<img src=x onerror=alert(1)>',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has “<”',
    ],
    [
      'PC32',
      'a name of JavaScript',
      '__proto__',
      'A postcode has only the letters A to Z and the digits 0 to 9; this has “_”',
    ],
    ['PC32', 'another', 'constructor', 'Enter only the postcode, like SO23 8UJ'],
    ['PC33', 'an Eircode', 'D02 X285', 'Enter a full UK postcode, like SO23 8UJ'],
    ['PC33', 'a ZIP code', '90210', 'Enter a full UK postcode, like SO23 8UJ'],
    ['PC35', 'two postcodes', 'SO23 8UJ, SO22 4AA', 'Enter one postcode only'],
    [
      'PC36',
      'an address',
      '12 High Street, Winchester SO23 8UJ',
      'Enter only the postcode, like SO23 8UJ',
    ],
  ])('%s: %s', async (_id, _what, postcode, message) => {
    const { message: said } = await refused(inPack(postcode), 'MALFORMED');
    expect(said).toBe(message);
  });

  test('PC07: and offers the repair, unapplied', async () => {
    expect((await refused(inPack('S023 8UJ'), 'MALFORMED')).suggestions).toContain('SO23 8UJ');
  });
  test.each(['SO23 8U', 'so238u', 'D02 X285', '90210', 'S023 8U'])(
    'PC05 PC33: and offers nothing far from what was typed: %s',
    async (typed) => {
      expect((await refused(inPack(typed), 'MALFORMED')).suggestions).toEqual([]);
    },
  );
  test.each([
    ['PO1 28Z', 'PO1 2BZ'],
    ['5O23 8UJ', 'SO23 8UJ'],
    ['SO23BUJ', 'SO23 8UJ'],
  ])('PC07: %s may be %s', async (typed, meant) => {
    const { suggestions } = await refused(inPack(typed), 'MALFORMED');
    expect(suggestions.join()).toContain(meant);
    for (const each of suggestions) expect(each).not.toMatch(/^[A-Z]+0\d/);
  });
  test('PC36: and takes nothing out of the address', async () => {
    expect(
      (await refused(inPack('12 High Street, Winchester SO23 8UJ'), 'MALFORMED')).suggestions,
    ).toEqual([]);
  });
});

describe('Query.place answers', () => {
  test.each([
    ['PC04', 'an outward code', 'SO23', 'PARTIAL'],
    ['PC04', 'a postcode area', 'SO', 'PARTIAL'],
    ['PC14', 'Girobank', 'GIR 0AA', 'NON_GEOGRAPHIC'],
    ['PC15', 'forces', 'BF1 3AA', 'FORCES'],
    ['PC15', 'a bank', 'BX1 1LT', 'NON_GEOGRAPHIC'],
    ['PC15', 'returns to shops', 'XX10 1AA', 'NON_GEOGRAPHIC'],
    ['PC16', 'no fixed abode', 'ZZ99 3VZ', 'PSEUDO'],
    ['PC16', 'address not known', 'ZZ99 3WZ', 'PSEUDO'],
    ['PC16', 'England, no more said', 'ZZ99 3CZ', 'PSEUDO'],
    ['PC17', 'Jersey', 'JE2 3AB', 'CROWN_DEPENDENCY'],
    ['PC17', 'Guernsey', 'GY1 1AA', 'CROWN_DEPENDENCY'],
    ['PC17', 'Man', 'IM1 1AA', 'CROWN_DEPENDENCY'],
    ['PC18', 'Edinburgh', 'EH1 1YZ', 'OUT_OF_COVERAGE'],
    ['PC18', 'Cardiff', 'CF10 1EP', 'OUT_OF_COVERAGE'],
    ['PC18', 'Belfast', 'BT1 5GS', 'OUT_OF_COVERAGE'],
    ['PC18', 'London', 'SW1A 1AA', 'OUT_OF_COVERAGE'],
    ['overseas', 'Ascension', 'ASCN 1ZZ', 'OVERSEAS'],
    ['overseas', 'Cayman', 'KY1-1001', 'OVERSEAS'],
  ])('%s: %s (%s) with %s', async (_id, _what, postcode, reason) => {
    await refused(inPack(postcode), reason);
  });
  test('PC18: and names the country', async () => {
    expect((await inPack('EH1 1YZ')).message).toContain('Scotland');
    expect((await inPack('CF10 1EP')).message).toContain('Wales');
    expect((await inPack('BT1 5GS')).message).toContain('Northern Ireland');
  });
});

describe('Query.place, in a world that lists its postcodes', () => {
  test('PC10: says a well-formed postcode is unknown, and offers its neighbours', async () => {
    const { suggestions } = await refused(inSquares('SO99 1AJ'), 'UNKNOWN');
    expect(suggestions).toContain('SO99 1AA');
  });
  test('PC10: an unknown one in another postcode area is outside coverage', async () => {
    await refused(inSquares('LS1 1AJ'), 'OUT_OF_COVERAGE');
  });
  test('PC11: gives an ended postcode its areas and its end', async () => {
    const place = await found(inSquares('SO99 1AF'));
    expect(place.ended).toBe('2010-01-01');
    expect(place.warnings.map(({ code }) => code)).toEqual(['ENDED']);
  });
  test('PC12: has one record of a postcode: a release that lists it twice is refused', async () => {
    const [first] = fourSquares.postcodes;
    const twice = {
      ...fourSquares,
      release: { ...fourSquares.release, id: 'twice' },
      postcodes: first ? [first, first] : [],
    };
    await expect(writeRelease(squares, twice, LOADED_AT)).rejects.toThrow(/unique/i);
    await found(inSquares('SO99 1AA'));
  });
  test('PC13: says when a directory has no position, and never looks at 0, 0', async () => {
    await refused(inSquares('SO99 1AE'), 'NO_POSITION');
  });
  test('PC19: gives a straddling postcode all its areas, and low confidence', async () => {
    const place = await found(inSquares('SO99 1AD'));
    expect(place.confidence).toBe('LOW');
    expect(
      place.areas
        .filter(({ area }) => area.kind === 'district')
        .map(({ area, share }) => [area.code, share]),
    ).toEqual([
      ['W', 0.5],
      ['E', 0.5],
    ]);
  });
  test('PC20: gives a postcode on a line both areas, the same each time', async () => {
    expect(await inSquares('SO99 1AD')).toEqual(await inSquares('SO99 1AD'));
  });
  test('a postcode near a line is said to be near it', async () => {
    const place = await found(inSquares('SO99 1AH'));
    expect(place.confidence).toBe('MEDIUM');
    expect(place.warnings.map(({ code }) => code)).toEqual(['NEAR_LINE']);
  });
  test('a postcode on ground no set covers is outside coverage', async () => {
    await refused(inSquares('SO99 1AG'), 'OUT_OF_COVERAGE');
  });
});

describe('Query.place, given what is no text', () => {
  test.each([
    ['a number', 12_345],
    ['a boolean', true],
    ['a list', ['SO23 8UJ']],
    ['an object', { code: 'SO23 8UJ' }],
  ])('PC34: refuses %s by type', async (_what, postcode) => {
    const { errors, data } = await embedded(PLACE, { postcode });
    expect(errors).toHaveLength(1);
    expect(data).toBeUndefined();
  });
});

describe('Query.referral, given the same', () => {
  const REFERRAL = `query Referral($postcode: String) {
    referral(input: { postcode: $postcode, need: "mental-health", asAt: "2004-03-31" }) {
      __typename
      ... on NotRoutable { reason message next { label detail } }
      ... on NeedsChoice { key }
    }
  }`;
  type Referral = {
    readonly __typename: string;
    readonly reason: string;
    readonly key: string;
    readonly next: readonly object[];
  };
  const refer = (ask: typeof embedded, postcode: string): Promise<Referral> =>
    field(ask(REFERRAL, { postcode }), 'referral');

  test.each([
    ['PC01', '', 'MALFORMED'],
    ['PC04', 'SO23', 'PARTIAL'],
    ['PC14', 'GIR 0AA', 'NON_GEOGRAPHIC'],
    ['PC15', 'BF1 3AA', 'FORCES'],
    ['PC17', 'JE2 3AB', 'CROWN_DEPENDENCY'],
    ['PC18', 'EH1 1YZ', 'OUT_OF_COVERAGE'],
  ])('%s: "%s" is not routable, by %s, with somewhere to turn', async (_id, postcode, reason) => {
    const referral = await refer(embedded, postcode);
    expect(referral).toMatchObject({ __typename: 'NotRoutable', reason });
    expect(referral.next.length).toBeGreaterThan(0);
  });
  test('PC11: an ended postcode needs confirming', async () => {
    const query = REFERRAL.replace('2004-03-31', '2011-03-31');
    expect(await field(drawn(query, { postcode: 'SO99 1AF' }), 'referral')).toEqual({
      __typename: 'NeedsChoice',
      key: 'ended',
    });
  });
  test('PC11: is routed like any other on a day before it ended', async () => {
    expect(await refer(drawn, 'SO99 1AF')).toEqual({ __typename: 'Routed' });
  });
  test('PC19: a straddling postcode is a question', async () => {
    expect(await refer(drawn, 'SO99 1AB')).toEqual({ __typename: 'NeedsChoice', key: 'pct' });
  });
});
