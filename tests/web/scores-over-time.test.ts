import { describe, expect, it } from 'vitest';

import type { HistoryPeriod } from '../../web/scores-over-time/ask.ts';
import { chartScale, MARGIN, markRows, stepPath } from '../../web/scores-over-time/chart-scale.ts';
import {
  daysLookedAt,
  formatHistoryChoices,
  notTaken,
  parseHistoryChoices,
  rightKinds,
} from '../../web/scores-over-time/choices.ts';
import { isAnnounced, reorganisations } from '../../web/scores-over-time/reorganisations.ts';

type Drawn = {
  readonly from: string;
  readonly to: string | null;
  readonly right: string;
  readonly rightCount?: number;
  readonly vMeasure?: number;
};

const period = ({ from, to, right, rightCount, vMeasure = 0 }: Drawn): HistoryPeriod =>
  ({
    from,
    to,
    left: { kind: 'district', edition: '2011', status: 'OFFICIAL', areaCount: 14 },
    right: { kind: right, edition: from, status: 'OFFICIAL', areaCount: 30 },
    scores: rightCount === undefined ? null : { leftCount: 11, rightCount, vMeasure },
    refused: null,
  }) as unknown as HistoryPeriod;

const PCTS = period({ from: '2002-04-01', to: '2006-10-01', right: 'pct', rightCount: 7 });
const ONE_PCT = period({ from: '2006-10-01', to: '2013-04-01', right: 'pct', rightCount: 1 });
const CCGS = period({ from: '2013-04-01', to: null, right: 'ccg', rightCount: 5 });

describe('reorganisations', () => {
  it('are named by what took whose place, with the law where it is known', () => {
    expect(reorganisations([PCTS, ONE_PCT, CCGS])).toEqual([
      {
        on: '2006-10-01',
        name: '1 PCT in place of 7 PCTs',
        law: 'SI 2006/2072',
        isAnnounced: false,
      },
      {
        on: '2013-04-01',
        name: '5 CCGs in place of 1 PCT',
        law: 'Health and Social Care Act 2012',
        isAnnounced: false,
      },
    ]);
  });

  it('count the whole sets where the ground looked at cannot be told', () => {
    const told = reorganisations([PCTS, period({ from: '2007-01-01', to: null, right: 'pct' })]);
    expect(told.map(({ name }) => name)).toEqual(['30 PCTs in place of 30 PCTs']);
  });

  it('are none where only time passes, and announced where a set is', () => {
    const later = { ...CCGS, from: '2014-01-01' };
    expect(reorganisations([CCGS, later])).toEqual([]);
    const announced = { ...CCGS, left: { ...CCGS.left, status: 'ANNOUNCED' as const } };
    expect(isAnnounced(announced)).toBe(true);
    expect(isAnnounced(CCGS)).toBe(false);
  });
});

describe('the picture', () => {
  const size = {
    width: 1000 + MARGIN.left + MARGIN.right,
    height: 100 + MARGIN.top + MARGIN.bottom,
  };
  const scale = chartScale([PCTS, ONE_PCT], '2012-03-31', size);

  it('goes from the first day to today, 1 at the top', () => {
    expect(scale.x('2002-04-01')).toBe(MARGIN.left);
    expect(scale.x('2012-03-31')).toBe(MARGIN.left + 1000);
    expect([scale.y(1), scale.y(0)]).toEqual([MARGIN.top, MARGIN.top + 100]);
    expect(scale.years).toEqual([2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012]);
  });

  it('leaves room after a change that is to come', () => {
    const coming = chartScale([PCTS, CCGS], '2012-03-31', size);
    expect(coming.x('2013-04-01')).toBeLessThan(MARGIN.left + 1000);
    expect(coming.end > '2014-01-01').toBe(true);
  });

  it('steps from score to score, and leaves a gap where there is none', () => {
    const gap = period({ from: '2006-10-01', to: '2013-04-01', right: 'pct' });
    const scoreOf = ({ scores }: HistoryPeriod): number | undefined => scores?.vMeasure;
    expect(stepPath([PCTS, ONE_PCT], scale, scoreOf)).toMatch(/^M38 150H[\d.]+V150H[\d.]+$/);
    expect(stepPath([PCTS, gap, CCGS], scale, scoreOf)).toMatch(/^M38 150H[\d.]+M[\d.]+ 150H/);
  });

  it('puts a mark that would cover another into a second row', () => {
    expect(markRows([10, 100, 110, 118, 200])).toEqual([0, 0, 1, 0, 0]);
  });
});

describe('the address of scores over time', () => {
  const kinds = ['district', 'pct', 'ccg'];
  const councils = ['E10000014', 'E06000044'];

  it('begins with districts in Hampshire and the health bodies of the day', () => {
    const choices = parseHistoryChoices('', kinds, councils);
    expect(choices).toEqual({
      left: 'district',
      against: 'health',
      weight: 'RESIDENTS',
      within: 'E10000014',
    });
    expect(rightKinds(choices)).toEqual(['sub-icb', 'ccg', 'pct', 'icb']);
  });

  it('is read back, keeping what else it says', () => {
    const choices = {
      left: 'pct',
      against: 'ccg',
      weight: 'AREA',
      within: 'E06000044',
    } as const;
    const query = formatHistoryChoices(choices, '?right=icb');
    expect(parseHistoryChoices(query, kinds, councils)).toEqual(choices);
    expect(rightKinds(choices)).toEqual(['ccg']);
    expect(query).toContain('right=icb');
  });

  it.each(['?left=__proto__&against=constructor&within=X&weight=gold', '?against=zebra'])(
    'takes nothing from %s that it does not know',
    (query) => {
      const { left, against, weight } = parseHistoryChoices(query, kinds, councils);
      expect([left, against, weight]).toEqual(['district', 'health', 'RESIDENTS']);
    },
  );

  it('says which of its choices were not taken', () => {
    const notes = (query: string): string[] =>
      notTaken(query, parseHistoryChoices(query, kinds, councils));
    expect(notes('?left=pct&against=ccg&weight=area&within=everywhere')).toEqual([]);
    expect(notes('')).toEqual([]);
    expect(notes('?left=zebra&within=E99')).toEqual([
      'The address names a left and within that cannot be read or is not known here.',
    ]);
  });

  it('looks as far as the last set announced', () => {
    const sets = [
      { kind: 'district', from: '2002-04-01', to: '2028-04-01' },
      { kind: 'district', from: '2028-04-01', to: null },
      { kind: 'pct', from: null, to: '2013-04-01' },
    ];
    expect(daysLookedAt(sets, '2026-11-22')).toEqual({ from: '2002-04-01', to: '2028-04-01' });
    expect(daysLookedAt([], '2026-11-22').to).toBe('2026-11-22');
  });
});
