import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { admit, type Admitted, readOverride } from '../../geodata/admit.ts';
import { differenceInWords } from '../../geodata/difference-in-words.ts';
import type { PostcodeRow } from '../../geodata/read/postcode-list.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import type { Database } from '../../server/database/database.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import {
  findCurrentReleaseId,
  findReleaseKey,
  getRelease,
} from '../../server/database/releases.ts';
import { writeBeside } from '../../server/database/write-release.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { unit } from '../worlds/four-squares.ts';
import { square } from '../worlds/manifest-folder.ts';
import {
  type DrawnArea,
  type DrawnSet,
  firstQuarter,
  fourDistricts,
  nthRow,
  type Quarter,
  quarterContent,
  said,
} from '../worlds/quarters.ts';

const AT = new Date('2026-11-30T12:00:00Z');

let database: Database;
const admitted = async (
  quarter: Quarter,
  id: string,
  override?: ReturnType<typeof readOverride>,
): Promise<Admitted> => {
  const key = await writeBeside(database, await quarterContent(quarter, id), AT);
  return admit(database, key, { at: AT, override });
};

/** A database in which the first quarter answers. */
async function begin(): Promise<void> {
  database = connect('sqlite::memory:');
  await migrateToLatest(database);
  expect((await admitted(firstQuarter, 'first')).answers).toBe(true);
}

beforeAll(begin);
afterAll(() => disconnect(database));

/** The next quarter, but for what was done to it. */
const next: Quarter = { ...firstQuarter, day: localDate('2026-11-30') };

type Change = (row: PostcodeRow, at: number) => PostcodeRow;

const rows = (change: Change, quarter = next): Quarter => ({
  ...quarter,
  rows: quarter.rows.map(change),
});
const each = (nth: number, change: Change): Quarter =>
  rows((row, at) => (at % nth === 0 ? change(row, at) : row));
const without = (is: (at: number) => boolean): Quarter => ({
  ...next,
  rows: next.rows.filter((_, at) => !is(at)),
});
const saying = (row: PostcodeRow, more: PostcodeRow['said']): PostcodeRow => ({
  ...row,
  said: { ...row.said, ...more },
});
const moved = (row: PostcodeRow, east: number, north: number): PostcodeRow => ({
  ...row,
  lon: row.lon + east,
  lat: row.lat + north,
});
const drawn = (change: (areas: readonly DrawnArea[]) => readonly DrawnArea[]): Quarter => ({
  ...next,
  sets: next.sets.map((set) =>
    set.kind === 'district' ? { ...set, areas: change(set.areas) } : set,
  ),
});
const shifted = (east: number, north: number): Quarter =>
  drawn((areas) =>
    areas.map((area) => ({
      ...area,
      ring: area.ring.map(([lon, lat]) => [lon + east, lat + north] as const),
    })),
  );
const redrawn = (rings: Readonly<Record<string, DrawnArea['ring']>>): Quarter =>
  drawn((areas) =>
    areas.map((area) => ({ ...area, ring: rings[area.code.slice(-1)] ?? area.ring })),
  );
const kindless = (kind: string): Quarter => ({
  ...next,
  sets: next.sets.filter((set) => set.kind !== kind),
});
const inForce = (kind: string, from: string, to: string | null): Quarter => ({
  ...next,
  sets: next.sets.map((set) => (set.kind === kind ? { ...set, from, to } : set)),
});
const nowhere: Change = (row) => ({ ...row, lon: Number.NaN, lat: Number.NaN });
const ended: Change = (row) => ({ ...row, ended: localDate('2026-10-01') });
const inSector =
  (sector: number): ((at: number) => boolean) =>
  (at) =>
    Math.floor(at / 400) === sector;

const SABOTAGES: readonly (readonly [what: string, fault: RegExp, quarter: Quarter])[] = [
  [
    'one position of 500 is blank',
    /0\.20 % have no position, and 0\.00 % before/,
    each(500, nowhere),
  ],
  ['one position of 100 is blank', /have no position/, each(100, nowhere)],
  ['one position of 10 is blank', /have no position/, each(10, nowhere)],
  [
    'a sector has no positions',
    /have no position/,
    rows((row, at) => (inSector(2)(at) ? nowhere(row, at) : row)),
  ],
  ['one quality of 500 is blank', /have no quality/, each(500, (row) => ({ ...row, quality: 0 }))],
  [
    'the column of quality is gone',
    /100\.00 % have no quality/,
    rows((row) => ({ ...row, quality: 0 })),
  ],
  [
    'CS24 one row of 35 loses its district',
    /2\.87 % have no code of district/,
    each(35, (row) => saying(row, { district: null })),
  ],
  [
    'one row of 500 loses its district',
    /have no code of district/,
    each(500, (row) => saying(row, { district: null })),
  ],
  [
    'all rows lose their district',
    /have no code of district/,
    rows((row) => saying(row, { district: null })),
  ],
  [
    'one row of 200 loses its ICB',
    /have no code of icb/,
    each(200, (row) => saying(row, { icb: null })),
  ],
  [
    'one row of 200 loses its PCT',
    /have no code of pct on 2013-03-31/,
    each(200, (row) => saying(row, { pct: null })),
  ],
  [
    'CS25 it has 0.6 % fewer rows',
    /2,981 postcodes, 0\.63 % fewer than 3,000/,
    without((at) => at % 160 === 5),
  ],
  ['its last tenth is cut off', /10\.00 % fewer/, without((at) => at >= 2700)],
  ['a sector is gone', /fewer than 3,000/, without(inSector(3))],
  ['half of it is gone', /fewer than 3,000/, without((at) => at % 2 === 0)],
  ['one postcode of 30 is ended by mistake', /live postcodes, 3\.33 % fewer/, each(30, ended)],
  [
    'all of a sector are ended',
    /live postcodes, .* fewer/,
    rows((row, at) => (inSector(1)(at) ? ended(row, at) : row)),
  ],
  [
    'the directory uses a new code for a district',
    /live postcodes in E07000999, which is no area of district 2011/,
    rows((row) => saying(row, row.said?.district === 'E07000001' ? { district: 'E07000999' } : {})),
  ],
  [
    'codes are in small letters',
    /e07000001, which is no area/,
    rows((row) => saying(row, { district: row.said?.district?.toLowerCase() ?? null })),
  ],
  [
    'codes have lost their zeros',
    /E71, which is no area/,
    rows((row) => saying(row, { district: `E7${row.said?.district?.slice(-1) ?? ''}` })),
  ],
  [
    'codes are of another country',
    /W06000001, which is no area/,
    rows((row) => saying(row, { district: 'W06000001' })),
  ],
  [
    'the district column holds ICBs',
    /E54000001, which is no area of district 2011/,
    rows((row) => saying(row, { district: 'E54000001' })),
  ],
  [
    'CS26 columns are shifted by one from row 2,000 on',
    /E16000002, which is no area of district 2011/,
    rows((row, at) =>
      at < 2000
        ? row
        : saying(row, { district: row.said?.pct ?? null, pct: row.said?.icb ?? null }),
    ),
  ],
  [
    'two districts have swapped codes',
    /not in the area of district 2011 that their directory names/,
    drawn(([one, two, ...others]) =>
      one && two ? [{ ...one, ring: two.ring }, { ...two, ring: one.ring }, ...others] : [],
    ),
  ],
  [
    'the district lines lie 1.4 km too far east',
    /not in the area of district 2011/,
    shifted(0.02, 0),
  ],
  [
    'the district lines lie 1.1 km too far north',
    /not in the area of district 2011/,
    shifted(0, 0.01),
  ],
  [
    'the districts are upside down',
    /not in the area of district 2011/,
    redrawn({ 1: square(-1.4, 51, -1.2, 51.1), 3: square(-1.4, 51.1, -1.2, 51.2) }),
  ],
  [
    'GJ47 a line is straightened from corner to corner',
    /are in another area of district 2011 than before/,
    redrawn({
      1: [
        [-1.4, 51.1],
        [-1.2, 51.1],
        [-1.17, 51.2],
        [-1.4, 51.2],
        [-1.4, 51.1],
      ],
      2: [
        [-1.2, 51.1],
        [-1, 51.1],
        [-1, 51.2],
        [-1.17, 51.2],
        [-1.2, 51.1],
      ],
    }),
  ],
  [
    '11 postcodes move 6 km',
    /11 of its postcodes moved more than 5 km/,
    rows((row, at) =>
      at % 270 === 7 && at < 2970 ? moved(row, 0, row.lat < 51.1 ? 0.055 : -0.055) : row,
    ),
  ],
  [
    'a sector moves out to sea',
    /moved more than 5 km/,
    rows((row, at) => (inSector(4)(at) ? moved(row, 0, -0.5) : row)),
  ],
  [
    'all positions lie 6 km too far north',
    /moved more than 5 km/,
    rows((row) => moved(row, 0, 0.055)),
  ],
  [
    'positions are rounded to tenths of a degree',
    /moved more than 5 km|another area/,
    rows((row) => ({
      ...row,
      lon: Math.round(row.lon * 10) / 10,
      lat: Math.round(row.lat * 10) / 10,
    })),
  ],
  [
    'the positions of two sectors are swapped',
    /moved more than 5 km/,
    rows((row, at) =>
      at < 800
        ? { ...row, lon: nthRow((at + 400) % 800).lon, lat: nthRow((at + 400) % 800).lat }
        : row,
    ),
  ],
  [
    'a district has vanished',
    /district 2011 has no longer E07000004 \(Place E07000004\)/,
    drawn((areas) => areas.slice(0, 3)),
  ],
  [
    'a district has swallowed another',
    /district 2011 has no longer E07000002/,
    drawn((areas) =>
      areas
        .filter(({ code }) => !code.endsWith('2'))
        .map((area) =>
          area.code.endsWith('1') ? { ...area, ring: square(-1.4, 51.1, -1, 51.2) } : area,
        ),
    ),
  ],
  [
    'a district is drawn elsewhere',
    /E07000003 \(Place E07000003\) drawn more than 5 km away/,
    redrawn({ 3: square(-1.4, 50.8, -1.2, 50.9) }),
  ],
  [
    'a district is cut in half',
    /have no area of district/,
    redrawn({ 4: square(-1.1, 51, -1, 51.1) }),
  ],
  ['there is no ICB any more', /100\.00 % have no area of icb/, kindless('icb')],
  ['there are no PCTs any more', /have no area of pct/, kindless('pct')],
  [
    'CS27 it is the file of an earlier quarter',
    /those of 2026-05-31, older than those of the release before it, of 2026-08-31/,
    { ...next, day: localDate('2026-05-31') },
  ],
  [
    'it covers fewer postcode areas',
    /covers postcodes of SO alone, and the release before it covers all/,
    { ...next, postcodeAreas: ['SO'] },
  ],
  ['it lists no postcodes', /lists no postcodes/, { ...next, listsUnits: false }],
  [
    'the districts were in force until 2020 alone',
    /^No district is in force on 2026-11-30, and one was before$/,
    inForce('district', '2002-04-01', '2020-04-01'),
  ],
  [
    'the ICB is in force from next year only',
    /^No icb is in force on 2026-11-30/,
    inForce('icb', '2027-07-01', null),
  ],
  [
    'it has no practices',
    /^It has 0 GP practices, 100\.00 % fewer than 100 before$/,
    { ...next, practices: [] },
  ],
  [
    'three practices of a hundred are gone',
    /^It has 97 GP practices, 3\.00 % fewer/,
    { ...next, practices: next.practices.slice(3) },
  ],
  ['it has no teams', /^It has no teams, and \d+ before$/, { ...next, teams: [] }],
  ['it has no needs', /^It has no needs, and 1 before$/, { ...next, needs: [] }],
];

describe('A15 a release is refused, and the old one answers on, when', () => {
  test('there are 40 and more ways to spoil one', () => {
    expect(SABOTAGES.length).toBeGreaterThanOrEqual(40);
  });
  test.each(SABOTAGES)('%s', async (what, fault, quarter) => {
    const { answers, faults } = await admitted(quarter, what);
    expect(answers).toBe(false);
    expect(
      faults.some((each) => fault.test(each)),
      faults.join('\n'),
    ).toBe(true);
    expect(await findCurrentReleaseId(database)).toBe('first');
  });
});

describe('an override', () => {
  test('by a named person lets a release answer, and every answer says so', async () => {
    const override = readOverride('Ann Other: ONS has withdrawn the column for good');
    const quarter = rows((row) => saying(row, { pct: null }));
    expect((await admitted(quarter, 'overridden', override)).answers).toBe(true);
    const key = (await findReleaseKey(database, 'overridden')) ?? -1;
    expect((await getRelease(database, key)).notices).toEqual([
      'This data failed checks and was let through by Ann Other (ONS has withdrawn the column for good): Of its postcodes 100.00 % have no code of pct on 2013-03-31, and 0.00 % before.',
    ]);
    await admit(database, (await findReleaseKey(database, 'first')) ?? -1, { at: AT });
    expect(await findCurrentReleaseId(database)).toBe('first');
  });
  test('that no fault needed leaves no trace', async () => {
    const override = readOverride('Ann Other: I was in doubt of this one');
    expect((await admitted(next, 'faultless', override)).answers).toBe(true);
    const key = (await findReleaseKey(database, 'faultless')) ?? -1;
    expect((await getRelease(database, key)).notices).toEqual([]);
  });
  test.each([
    '',
    'yes',
    'Ann Other',
    'Ann Other:',
    'Ann Other: ok',
    ': because I say so here',
    '12: because I say so',
  ])('of %j is refused: it wants a person and a reason', (text) => {
    expect(() => readOverride(text)).toThrow('Wanted "NAME: REASON" after --override');
  });
});

/** Five hundred postcodes of an area that was not covered before. */
const wider = (quarter: Quarter): Quarter => ({
  ...quarter,
  postcodeAreas: ['PO', 'SO'],
  rows: [
    ...quarter.rows,
    ...Array.from({ length: 500 }, (_, n) => ({
      ...nthRow(n),
      postcode: unit(nthRow(n).postcode.replace('SO', 'PO')),
    })),
  ],
});

const SPOILT_AND_WIDER: readonly (readonly [what: string, fault: RegExp, quarter: Quarter])[] = [
  [
    'its last tenth is cut off',
    /It has 2,700 of the same postcodes, 10\.00 % fewer than 3,000 before/,
    without((at) => at >= 2700),
  ],
  [
    'one postcode of 30 is ended by mistake',
    /It has 2,900 of the same live postcodes, 3\.33 % fewer than 3,000 before/,
    each(30, ended),
  ],
  [
    'a sector moves out to sea',
    /400 of its postcodes moved more than 5 km/,
    rows((row, at) => (inSector(4)(at) ? moved(row, 0, -0.5) : row)),
  ],
  [
    'two districts have swapped codes',
    /are in another area of district 2011 than before/,
    drawn(([one, two, ...others]) =>
      one && two ? [{ ...one, ring: two.ring }, { ...two, ring: one.ring }, ...others] : [],
    ),
  ],
  [
    'a district has vanished',
    /district 2011 has no longer E07000004/,
    drawn((areas) => areas.slice(0, 3)),
  ],
  [
    'it is the file of an earlier quarter',
    /older than those of the release before it/,
    { ...next, day: localDate('2026-05-31') },
  ],
  [
    'the districts are no longer in force',
    /No district is in force/,
    inForce('district', '2002-04-01', '2020-04-01'),
  ],
  ['it has no practices', /It has 0 GP practices/, { ...next, practices: [] }],
];

describe('A15 a release of wider ground', () => {
  beforeAll(async () => {
    await disconnect(database);
    database = connect('sqlite::memory:');
    await migrateToLatest(database);
    const narrow = await admitted({ ...firstQuarter, postcodeAreas: ['SO'] }, 'narrow');
    expect(narrow.answers).toBe(true);
  });
  test.each(SPOILT_AND_WIDER)('is refused as any other when %s', async (what, fault, quarter) => {
    const { answers, faults } = await admitted(wider(quarter), what);
    expect(answers).toBe(false);
    expect(
      faults.some((each) => fault.test(each)),
      faults.join('\n'),
    ).toBe(true);
  });
  test('answers when nothing is wrong with it', async () => {
    expect(await admitted(wider(next), 'wide')).toMatchObject({ answers: true, faults: [] });
  });
});

/** What happens in a quarter: some begin, some end, some are placed better, a few move far. */
function quarterAfter(quarter: Quarter, n: number, day: string): Quarter {
  const { length } = quarter.rows;
  const old = quarter.rows.map((row, at) => {
    if (row.ended === null && at % 500 === n) return ended(row, at);
    if (at % 97 === n) return { ...row, lon: row.lon + 0.002, lat: row.lat - 0.0005 };
    if (at % 900 === n) {
      const { lon, lat } = nthRow(at + 1);
      return { ...row, lon, lat, said: said(lon, lat) };
    }
    return at === n ? nowhere(row, at) : row;
  });
  const fresh = Array.from({ length: 10 }, (_, at) => nthRow(length + at));
  return { ...quarter, day: localDate(day), rows: [...old, ...fresh] };
}

/** Districts 1 and 2 merge; nothing else changes. */
const merged: DrawnSet = {
  ...fourDistricts,
  edition: '2028',
  from: '2028-04-01',
  areas: [
    { code: 'E07000009', name: 'North', ring: square(-1.4, 51.1, -1, 51.2) },
    ...fourDistricts.areas.slice(2),
  ],
};
const withSet = (quarter: Quarter, set: DrawnSet): Quarter => ({
  ...quarter,
  sets: [...quarter.sets, set],
});

const HONEST: readonly (readonly [
  what: string,
  day: string,
  more: (quarter: Quarter) => Quarter,
])[] = [
  ['nothing but the usual', '2026-11-30', (quarter) => quarter],
  [
    'GJ37 a district renamed',
    '2027-02-28',
    (quarter) => ({
      ...quarter,
      sets: quarter.sets.map((set) => ({
        ...set,
        areas: set.areas.map((area) =>
          area.code === 'E07000003' ? { ...area, name: 'New Name' } : area,
        ),
      })),
    }),
  ],
  [
    'a coast drawn better',
    '2027-05-31',
    (quarter) => ({
      ...quarter,
      sets: quarter.sets.map((set) => ({
        ...set,
        areas: set.areas.map((area) => ({
          ...area,
          ring: area.ring.map(([lon, lat]) => [lon === -1.4 ? -1.4004 : lon, lat] as const),
        })),
      })),
    }),
  ],
  [
    'a merger announced',
    '2027-08-31',
    (quarter) => withSet(quarter, { ...merged, status: 'ANNOUNCED' }),
  ],
  [
    'a kind more',
    '2027-11-30',
    (quarter) =>
      withSet(quarter, {
        kind: 'ward',
        edition: '2027',
        from: '2027-05-01',
        to: null,
        areas: [{ code: 'E05000001', name: 'One Ward', ring: square(-1.4, 51.1, -1.3, 51.2) }],
      }),
  ],
  ['nothing but the usual again', '2028-02-29', (quarter) => quarter],
  [
    'the merger in force',
    '2028-05-31',
    (quarter) => ({
      ...quarter,
      sets: quarter.sets.map((set) =>
        set.kind !== 'district'
          ? set
          : set.edition === '2028'
            ? { ...set, status: 'OFFICIAL' as const }
            : { ...set, to: '2028-04-01' },
      ),
    }),
  ],
  [
    'positions written with fewer digits',
    '2028-08-31',
    (quarter) =>
      rows(
        (row) => ({ ...row, lon: Number(row.lon.toFixed(4)), lat: Number(row.lat.toFixed(4)) }),
        quarter,
      ),
  ],
  [
    'a line between two districts corrected by 50 m',
    '2028-11-30',
    (quarter) => ({
      ...quarter,
      sets: quarter.sets.map((set) => ({
        ...set,
        areas: set.areas.map((area) => ({
          ...area,
          ring: area.ring.map(
            ([lon, lat]) => [lon, set.kind === 'district' && lat === 51.1 ? 51.1005 : lat] as const,
          ),
        })),
      })),
    }),
  ],
  ['the same quarter with another day', '2028-12-31', (quarter) => quarter],
];

const north = (row: PostcodeRow, on: string): PostcodeRow =>
  on >= '2028-04-01' && ['E07000001', 'E07000002'].includes(row.said?.district ?? '')
    ? saying(row, { district: 'E07000009' })
    : row;

test('A15 ten honest quarters in a row, of which none is refused', async () => {
  await disconnect(database);
  await begin();
  let quarter = firstQuarter;
  const [refused, told]: [string[], string[]] = [[], []];
  for (const [n, [what, day, more]] of HONEST.entries()) {
    quarter = rows((row) => north(row, day), more(quarterAfter(quarter, n + 1, day)));
    const { answers, faults, difference } = await admitted(quarter, `honest ${n}`);
    if (!answers) refused.push(`${what}: ${faults.join('; ')}`);
    told.push(...(difference ? differenceInWords(difference) : []));
  }
  expect(refused).toEqual([]);
  expect(told.slice(0, 3)).toEqual([
    'honest 0 after first:',
    'postcodes: 10 appeared, 6 ended, 0 no longer listed, 0 live again',
    expect.stringMatching(
      /^moved: 33 in 8 sectors: SO10 2 \(5, up to 19\.6 km\), SO10 4 \(5, up to 17\.9 km\), /,
    ),
  ]);
  for (const line of [
    'district 2011: 1 renamed: E07000003 from Place E07000003 to New Name',
    'district 2028: appeared, 3 areas',
    'district 2011: in force 2002-04-01 to 2028-04-01, before 2002-04-01 to …',
    /^district 2011: 2 redrawn: E07000001 \(Place E07000001\) \+0\.31 km², its middle 14 m away, /,
    /^district 2011: 4 redrawn: E07000001 \(Place E07000001\) −0\.78 km², its middle 28 m away, /,
  ])
    expect(told).toContainEqual(typeof line === 'string' ? line : expect.stringMatching(line));
});
