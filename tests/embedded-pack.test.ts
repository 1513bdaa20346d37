import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { buildPack } from '../geodata/embedded/build.ts';
import { readEmbeddedPack } from '../geodata/embedded/read.ts';
import { type Area, type BoundarySet, setsInForce } from '../server/domain/area.ts';
import { type LocalDate, localDate } from '../server/domain/calendar.ts';
import { fitsAge, needOn } from '../server/domain/need.ts';
import { isOpen } from '../server/domain/opening-hours.ts';
import { isStale, teamsFor } from '../server/domain/team.ts';

const pack = readEmbeddedPack();
const areas = pack.areas.map(({ area }) => area);
const FIGURES = '../shared/figures';

function groundsOn(on: LocalDate): Area[][] {
  const sets = setsInForce(pack.sets, on);
  return pack.cells.map((cell) =>
    cell.areas.flatMap((id) => areas.filter((area) => area.id === id && sets.includes(area.set))),
  );
}

function isSettled({ status }: BoundarySet): boolean {
  return status !== 'ANNOUNCED';
}

describe.skipIf(!existsSync(FIGURES))('the committed pack', () => {
  test('is what its script builds from the figures, byte for byte', () => {
    const built = mkdtempSync(join(tmpdir(), 'pack-'));
    for (const file of buildPack(FIGURES, built))
      expect(
        readFileSync(join(built, file)).equals(readFileSync(join('geodata/embedded/pack', file))),
      ).toBe(true);
  });
});
if (!existsSync(FIGURES))
  console.warn(`Skipped: ${FIGURES} is not here, so the pack was not rebuilt.`);

describe('boundary sets', () => {
  test('have areas with different codes, sorted', () => {
    for (const set of pack.sets) {
      const codes = areas.filter((area) => area.set === set).map(({ code }) => code);
      expect(codes).toEqual([...new Set(codes)].sort());
    }
  });
  test('of one kind are never in force on the same day', () => {
    for (const a of pack.sets)
      for (const b of pack.sets) {
        if (a === b || a.kind !== b.kind) continue;
        expect(
          (a.period.to ?? '9') <= (b.period.from ?? '0') ||
            (b.period.to ?? '9') <= (a.period.from ?? '0'),
        ).toBe(true);
      }
  });
  test('each cover every cell once', () => {
    for (const set of pack.sets.filter(isSettled))
      for (const cell of pack.cells)
        expect(cell.areas.filter((id) => areas[id]?.set === set)).toHaveLength(1);
  });
  test('announced for 2028 leave out the four districts whose ground is to be split, and no more', () => {
    const leftOut = ['E07000085', 'E07000091', 'E07000093', 'E07000094'];
    for (const set of pack.sets.filter((each) => !isSettled(each)))
      for (const cell of pack.cells) {
        const district = cell.areas.find((id) => areas[id]?.set === pack.sets[0]);
        const code = areas[district ?? -1]?.code ?? '';
        const inSet = cell.areas.filter((id) => areas[id]?.set === set);
        expect(inSet).toHaveLength(leftOut.includes(code) ? 0 : 1);
      }
  });
  test('have the residents and ground of their overlaps with any other set', () => {
    for (const area of areas)
      for (const other of pack.sets.filter(isSettled)) {
        const shared = pack.overlaps.filter(
          ({ left, right }) =>
            (left === area.id && areas[right]?.set === other) ||
            (right === area.id && areas[left]?.set === other),
        );
        if (other === area.set) continue;
        expect(shared.reduce((sum, { residents }) => sum + (residents ?? 0), 0)).toBe(
          area.residents,
        );
        expect(shared.reduce((sum, { km2 }) => sum + km2, 0) / area.km2).toBeCloseTo(1, 9);
      }
  });
});

test('the sea off a quay is no ground elsewhere, and the next county still is', () => {
  const elsewhere = (wanted: string): boolean =>
    pack.sectors.some(
      ({ sector, cells }) => sector === wanted && cells.some(([cell]) => cell === -1),
    );
  expect(['PO1 2', 'PO1 3', 'PO12 1', 'PO33 1', 'SO14 2', 'SO14 3'].filter(elsewhere)).toEqual([]);
  const atTheEdge = ['GU46 6', 'PO10 8', 'PO9 6', 'SO51 6', 'BH23 8'];
  expect(atTheEdge.filter(elsewhere)).toEqual(atTheEdge);
});

test('postcode sectors have shares that add up to 1', () => {
  for (const { cells } of pack.sectors)
    expect(cells.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 9);
});

describe('the rules of each need', () => {
  const rules = pack.needs.flatMap(({ id, sectors }) => sectors.map((each) => ({ id, ...each })));
  const rulesOn = (id: string, on: string): string[] =>
    pack.needs
      .filter((need) => need.id === id)
      .flatMap((need) => needOn(need, localDate(on)).sectors)
      .map(({ rule }) => rule);

  test('name an Act or guidance, and link it at the publisher', () => {
    for (const { id, source, link } of rules) {
      expect(source, id).toMatch(/ Act \d{4}|Regulations \d{4}/);
      expect(link, id).toMatch(
        /^https:\/\/www\.(?:legislation\.gov\.uk\/uk(?:pga|si)\/\d{4}\/\d+|england\.nhs\.uk\/)/,
      );
    }
  });
  test('are one a sector on every day on which a rule begins, health visiting of 2013 to 2015 apart', () => {
    const days = new Set(rules.flatMap(({ period }) => [period.from ?? '2002-04-01']));
    const unruled: string[] = [];
    for (const on of days)
      for (const need of pack.needs)
        for (const sector of new Set(need.sectors.map((each) => each.sector))) {
          const ruling = needOn(need, localDate(on)).sectors.filter(
            (each) => each.sector === sector,
          );
          if (ruling.length !== 1) unruled.push(`${need.id} ${on}: ${ruling.length}`);
        }
    expect(unruled).toEqual(['health-visiting 2013-04-01: 0', 'health-visiting 2015-04-01: 0']);
  });
  test.each([
    ['school-health', '2013-03-31', 'gp-registration'],
    ['school-health', '2013-04-01', 'public-health'],
    ['substance-misuse', '2013-03-31', 'gp-registration'],
    ['substance-misuse', '2013-04-01', 'public-health'],
    ['health-visiting', '2013-03-31', 'gp-registration'],
    ['health-visiting', '2015-10-01', 'public-health'],
  ])('public health moved to the councils: %s on %s is by %s', (need, on, rule) => {
    expect(rulesOn(need, on)).toEqual([rule]);
  });
});

describe('the demonstration directory', () => {
  const dates = [
    '2004-03-31',
    '2010-03-31',
    '2014-03-31',
    '2019-06-01',
    '2021-06-01',
    '2023-03-31',
    '2026-11-21',
  ].map(localDate);

  test('has at least 60 teams and 20 needs', () => {
    expect(pack.teams.length).toBeGreaterThanOrEqual(60);
    expect(pack.needs.length).toBeGreaterThanOrEqual(20);
  });
  test.each(dates)(
    'on %s answers every need in every sector of every cell with exactly one team, at any age',
    (on) => {
      const faults: string[] = [];
      for (const ground of groundsOn(on))
        for (const need of pack.needs)
          for (const age of [5, 17, 30, 80].filter((each) => fitsAge(need.ages, each)))
            for (const { sector } of need.sectors) {
              const answering = teamsFor(pack.teams, ground, { need: need.id, age, on }).filter(
                ({ sectors }) => sectors.includes(sector),
              );
              if (answering.length !== 1)
                faults.push(`${need.id} ${sector} ${age}: ${answering.map(({ id }) => id).join()}`);
            }
      expect(faults).toEqual([]);
    },
  );
  test('gives every urgent need an answer at every hour of a week with two bank holidays', () => {
    const urgent = pack.needs.filter((need) => need.urgent).map(({ id }) => id);
    const silent = pack.teams
      .filter(({ needs }) => needs.some((need) => urgent.includes(need)))
      .filter(({ hours, outOfHours }) =>
        Array.from(
          { length: 168 },
          (_, hour) => Date.parse('2026-12-23T00:00:00Z') + hour * 3_600_000,
        ).some((at) => !isOpen(hours, at) && outOfHours === null),
      );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
  test('prints only numbers kept for drama, and addresses of example.org', () => {
    const contacts = [
      ...pack.teams.flatMap(({ day, outOfHours }) => [day, outOfHours]),
      ...pack.arrangements.map(({ contact }) => contact),
    ].filter((contact) => contact !== null);
    for (const { phone, email, url } of contacts) {
      expect(phone).toMatch(/^(?:01632 960\d{3}|0808 157 0\d{3}|03069 990\d{3})$/);
      expect(email ?? '@example.org').toMatch(/@(?:[\w-]+\.)*example\.org$/);
      expect(url ?? 'https://example.org/').toMatch(/^https:\/\/(?:[\w-]+\.)*example\.org\//);
    }
  });
  test('has one arrangement and two teams that nobody checked for a year, to show what stale looks like', () => {
    const stale = [...pack.arrangements, ...pack.teams].filter((each) =>
      isStale(each, localDate('2026-11-21')),
    );
    expect(stale.map(({ id }) => id)).toEqual([
      'sharing-adult-safeguarding',
      'carers-isle-of-wight',
      'community-health-portsmouth',
    ]);
  });
  test('has a partnership manager, as a role, for each PCT of 2004', () => {
    const pcts = areas
      .filter(({ set }) => set.kind === 'pct' && set.edition === '2002')
      .map(({ code }) => code);
    const managed = pack.arrangements
      .filter(({ type }) => type === 'partnership-manager')
      .flatMap(({ covers }) => covers.flat().map(({ code }) => code));
    expect(pcts.filter((code) => !managed.includes(code))).toEqual([]);
  });
});
