import { describe, expect, it } from 'vitest';

import {
  checkTyped,
  hasMore,
  NOTHING_TYPED,
  readDay,
  type Typed,
} from '../../web/find-team/question.ts';

const ENOUGH: Typed = { ...NOTHING_TYPED, postcode: ' so23 8uj ', need: 'mental-health' };

describe('checkTyped', () => {
  it('sends what was typed, and nothing that was not', () => {
    expect(checkTyped(ENOUGH)).toEqual({
      kind: 'complete',
      input: { postcode: 'so23 8uj', need: 'mental-health' },
    });
  });

  it('sends age, practice and date where given', () => {
    const typed = {
      ...ENOUGH,
      age: ' 71 ',
      practice: 'j82001',
      date: { day: '31', month: '3', year: '2004' },
    };
    expect(checkTyped(typed)).toMatchObject({
      input: { age: 71, gpPractice: 'J82001', asAt: '2004-03-31' },
    });
  });

  it('sends a point alone when the point says where', () => {
    const typed = { ...ENOUGH, by: 'point', point: '51.0629, -1.3166' } as const;
    expect(checkTyped(typed)).toEqual({
      kind: 'complete',
      input: { point: { lat: 51.0629, lon: -1.3166 }, need: 'mental-health' },
    });
  });

  it.each([
    ['', 'Enter a point or choose one on the map'],
    ['-1.3166, 51.0629', 'Enter latitude, then longitude, like 51.0629, -1.3166'],
  ])('refuses the point %j in words', (point, fault) => {
    const checked = checkTyped({ ...ENOUGH, by: 'point', point });
    expect(checked).toEqual({ kind: 'faulty', faults: { point: fault } });
  });

  it('names every fault at once', () => {
    const typed = { ...NOTHING_TYPED, age: '-1', date: { day: '31', month: '2', year: '2004' } };
    const checked = checkTyped(typed);
    expect(checked.kind === 'faulty' && Object.keys(checked.faults)).toEqual([
      'postcode',
      'need',
      'age',
      'date',
    ]);
  });

  it('cuts a postcode that no paste can mean', () => {
    const checked = checkTyped({ ...ENOUGH, postcode: 'x'.repeat(1_000_000) });
    expect(checked.kind === 'complete' && checked.input.postcode?.length).toBe(200);
  });
});

describe('readDay', () => {
  it.each([
    [{ day: '', month: '', year: '' }, null],
    [{ day: '1', month: '4', year: '2002' }, { iso: '2002-04-01' }],
    [{ day: '29', month: '2', year: '2004' }, { iso: '2004-02-29' }],
    [{ day: '29', month: '2', year: '2003' }, 'faulty'],
    [{ day: '1', month: '', year: '2002' }, 'faulty'],
    [{ day: '1', month: '4', year: '02' }, 'faulty'],
  ])('reads %j as %j', (typed, read) => {
    expect(readDay(typed)).toEqual(read);
  });
});

it('opens the fold when anything under it is filled in', () => {
  expect(hasMore(NOTHING_TYPED)).toBe(false);
  expect(hasMore({ ...NOTHING_TYPED, age: '7' })).toBe(true);
});
