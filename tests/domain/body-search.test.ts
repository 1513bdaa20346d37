import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import type { Area, BoundarySet } from '../../server/domain/area.ts';
import { type Body, bodiesOf } from '../../server/domain/body.ts';
import { shortName } from '../../server/domain/body-name.ts';
import { indexBodies, searchBodies } from '../../server/domain/body-search.ts';
import { type LocalDate, localDate } from '../../server/domain/calendar.ts';
import type { OtherName } from '../../server/domain/other-name.ts';
import { setOf } from '../worlds/strip.ts';

const TODAY = localDate('2026-11-22');

const districts = setOf(0, 'district', '2009-04-01', null);
const uppers = setOf(1, 'upper-tier', '2009-04-01', null);
const oldPcts = setOf(2, 'pct', '2002-04-01', '2006-10-01');
const pcts = setOf(3, 'pct', '2006-10-01', '2013-04-01');
const ccgs = setOf(4, 'ccg', '2013-04-01', '2022-07-01');
const icbs = setOf(5, 'icb', '2022-07-01', null);
const subIcbs = setOf(6, 'sub-icb', '2022-07-01', null);
const toCome = { ...setOf(7, 'district', '2028-04-01', null), status: 'ANNOUNCED' } as const;
const proposed = { ...setOf(8, 'district', '2026-04-01', null), status: 'PROPOSED' } as const;

let ids = 0;
function area(set: BoundarySet, name: string, gss: string | null, ods: string | null): Area {
  const code = gss ?? ods ?? name.toLowerCase();
  return { id: ids++, set, code, gss, ods, name, km2: 1, postcodes: 1, residents: 1 };
}

const AREAS: readonly Area[] = [
  area(districts, 'Bournemouth, Christchurch and Poole', 'E06000058', null),
  area(uppers, 'Bournemouth, Christchurch and Poole', 'E06000058', null),
  area(districts, 'St Albans', 'E07000240', null),
  area(districts, 'St. Helens', 'E08000013', null),
  area(districts, 'Brighton and Hove', 'E06000043', null),
  area(districts, 'Ynys Môn', 'W06000001', null),
  area(districts, 'King’s Lynn and West Norfolk', 'E07000146', null),
  area(districts, 'Stoke-on-Trent', 'E06000021', null),
  area(districts, 'City of London', 'E09000001', null),
  area(districts, 'Camden', 'E09000007', null),
  area(districts, 'Southampton', 'E06000045', null),
  area(districts, 'Durham', 'E06000047', null),
  area(toCome, 'Southampton', 'E06000999', null),
  area(proposed, 'Southampton and Sea', 'E06000998', null),
  area(oldPcts, 'Southampton City PCT', null, '5L1'),
  area(pcts, 'Southampton City Primary Care Trust', 'E16000054', '5L1'),
  area(pcts, 'County Durham PCT', null, '5ND'),
  area(ccgs, 'NHS Southampton CCG', 'E38000167', '10X'),
  area(ccgs, 'NHS Camden CCG', null, '07R'),
  area(icbs, 'NHS Dorset Integrated Care Board', 'E54000041', 'QVV'),
  area(subIcbs, 'NHS Dorset ICB - 11J', 'E38000045', '11J'),
];

const OTHER_NAMES: readonly OtherName[] = [
  { of: 'E06000045', name: '00MS', sort: 'OLD_CODE', source: 'drawn' },
  { of: 'E07000240', name: 'Verulam', sort: 'SHORT_NAME', source: 'drawn' },
  { of: 'E99999999', name: 'Nobody', sort: 'SHORT_NAME', source: 'drawn' },
];

const index = indexBodies(bodiesOf(AREAS, OTHER_NAMES));

function found(text: string, on: LocalDate = TODAY, kind?: string): string[] {
  return searchBodies(index, { text, on, kind }).map(({ body }) => codeOf(body));
}

function codeOf({ areas }: Body): string {
  const [{ gss, ods, code }] = areas;
  return ods ?? gss ?? code;
}

describe('a body is found', () => {
  test.each([
    ['by its name', 'Camden', ['E09000007', '07R']],
    ['in any case', 'st albans', ['E07000240']],
    ['by Saint for St', 'Saint Albans', ['E07000240']],
    ['whether or not St has a stop', 'st helens', ['E08000013']],
    ['by & for and', 'Brighton & Hove', ['E06000043']],
    ['without and', 'brighton hove', ['E06000043']],
    ['without accents', 'ynys mon', ['W06000001']],
    ['with accents written in two characters', 'ynys mo\u0302n', ['W06000001']],
    ['without its apostrophe', 'kings lynn', ['E07000146']],
    ['without its hyphens', 'stoke on trent', ['E06000021']],
    ['by the beginnings of its words in any order', 'poo chri', ['E06000058']],
    ['by its initials', 'BCP', ['E06000058']],
    ['by its initials and the word council', 'bcp council', ['E06000058']],
    ['by a recorded short name', 'verulam', ['E07000240']],
    ['by a GSS code in any case', 'e06000045', ['E06000045']],
    ['by a GSS code of one of its editions', 'E16000054', ['5L1']],
    ['by an ODS code in any case', '5l1', ['5L1']],
    ['by an old code, with a space', '00 ms', ['E06000045']],
    ['by a code beside its name', '10X southampton', ['10X']],
    ['as a London borough', 'London Borough of Camden', ['E09000007', '07R']],
    ['as a city that is called one', 'City of London', ['E09000001']],
  ])('%s', (_how, text, codes) => {
    expect(found(text)).toEqual(codes);
  });

  test.each([
    ['Southampton City Council', 'E06000045'],
    ['Southampton City PCT', '5L1'],
    ['southampton primary care trust', '5L1'],
    ['Southampton clinical commissioning group', '10X'],
    ['NHS Southampton', '10X'],
    ['County Durham PCT', '5ND'],
    ['Dorset ICB', 'QVV'],
    ['NHS Dorset Integrated Care Board', 'QVV'],
    ['Dorset sub-ICB', '11J'],
  ])('first of the sort asked for: %s', (text, first) => {
    expect(found(text)[0]).toBe(first);
  });

  test('today’s before those to come, and the last ended before those ended earlier', () => {
    expect(found('southampton')).toEqual(['E06000045', 'E06000999', '10X', '5L1']);
  });
  test('as it was on the day asked about', () => {
    expect(found('southampton', localDate('2010-03-31'))[1]).toBe('5L1');
    expect(found('southampton', localDate('2029-01-01')).slice(0, 2)).toEqual([
      'E06000045',
      'E06000999',
    ]);
  });
  test('of one kind only, where one is named', () => {
    expect(found('southampton', TODAY, 'ccg')).toEqual(['10X']);
    expect(found('southampton', TODAY, 'ward')).toEqual([]);
  });
  test('once, however many editions and kinds it has', () => {
    expect(searchBodies(index, { text: '5L1', on: TODAY })[0]?.body.areas).toHaveLength(2);
    expect(searchBodies(index, { text: 'BCP', on: TODAY })[0]?.body.areas).toHaveLength(2);
  });
  test('never where it is only proposed', () => {
    expect(found('sea')).toEqual([]);
  });
});

test('words for a sort alone find every body of that sort', () => {
  expect(found('pct').sort()).toEqual(['5L1', '5ND']);
  expect(found('integrated care board')).toEqual(['QVV', '11J']);
});

test('a blank question, wildcards and letters inside a word find nobody', () => {
  for (const text of ['', '  ', "'-'", '%', '_', '.*', 'ampton', '__proto__', '\u0000'])
    expect(found(text)).toEqual([]);
});

test('short names drop the words for a sort, and nothing else', () => {
  for (const [name, short] of [
    ['NHS Frimley ICB', 'Frimley'],
    ['NHS Hampshire and Isle of Wight Integrated Care Board', 'Hampshire and Isle of Wight'],
    ['NHS Hampshire and Isle of Wight ICB - 10R', 'Hampshire and Isle of Wight - 10R'],
    ['Portsmouth City (Teaching) PCT', 'Portsmouth City'],
    ['Isle of Wight NHS PCT', 'Isle of Wight'],
    ['Westminster City Council', 'Westminster'],
    ['Winchester', 'Winchester'],
    ['City of London', 'City of London'],
    ['NHS', 'NHS'],
  ] as const)
    expect(shortName(name)).toBe(short);
});

test('the order of the release does not change the order of the answer', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...AREAS], { minLength: AREAS.length }),
      fc.constantFrom('s', 'southampton', 'e0', 'council', 'nhs', 'dorset icb', 'durham'),
      (shuffled, text) => {
        const again = indexBodies(bodiesOf(shuffled, OTHER_NAMES));
        expect(searchBodies(again, { text, on: TODAY }).map(({ body }) => codeOf(body))).toEqual(
          found(text),
        );
      },
    ),
  );
});

test('whatever is typed, nobody is found twice, and every code and name finds its body', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120, unit: 'grapheme' }), (text) => {
      const codes = found(text);
      expect(new Set(codes).size).toBe(codes.length);
    }),
  );
  for (const { name, gss, ods, set } of AREAS.filter((each) => each.set !== proposed)) {
    const findsIt = (text: string): boolean =>
      searchBodies(index, { text, on: TODAY, kind: set.kind }).some(({ body }) =>
        body.areas.some((each) => each.name === name),
      );
    for (const text of [name, name.toUpperCase(), shortName(name), gss, ods])
      if (text !== null) expect([text, findsIt(text)]).toEqual([text, true]);
  }
});

describe('of the embedded pack', () => {
  const pack = readEmbeddedPack();
  const packIndex = indexBodies(
    bodiesOf(
      pack.areas.map(({ area: each }) => each),
      pack.release.otherNames ?? [],
    ),
  );
  const first = (text: string): string | undefined =>
    searchBodies(packIndex, { text, on: TODAY })[0]?.body.areas.at(-1)?.code;
  test.each([
    ['Hants', 'E10000014'],
    ['Hampshire County Council', 'E10000014'],
    ['Hampshire ICB', 'QRL'],
    ['HIOW', 'QRL'],
    ['IOW', 'E06000046'],
    ['Southampton City PCT', '5L1'],
    ['5FE', '5FE'],
    ['5qc', '5QC'],
    ['24UP', 'E07000094'],
    ['00MR', 'E06000044'],
    ['24', 'E10000014'],
    ['basingstoke', 'E07000084'],
  ])('"%s" is %s', (text, code) => {
    expect(first(text)).toBe(code);
  });
  test('every area is found by its name, its short name and each of its codes', () => {
    for (const { area: each } of pack.areas)
      for (const text of [each.name, shortName(each.name), each.gss, each.ods]) {
        if (text === null) continue;
        const bodies = searchBodies(packIndex, { text, on: TODAY });
        expect([text, bodies.some(({ body }) => body.areas.includes(each))]).toEqual([text, true]);
      }
  });
});
