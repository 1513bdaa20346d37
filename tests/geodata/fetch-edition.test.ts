import { describe, expect, test } from 'vitest';

import { editionOf, newestOf } from '../../geodata/fetch/edition.ts';
import { localDate } from '../../server/domain/calendar.ts';

/** As the ONS has named its layers and files over the years. */
test.each([
  ['Local_Authority_Districts_December_2016_GCB_in_the_UK_2022', 'December 2016', '2016-12-01'],
  ['Local_Authority_Districts_May_2022_UK_BGC_V3_2022', 'May 2022', '2022-05-01'],
  ['Local_Authority_Districts_December_2024_Boundaries_UK_BGC', 'December 2024', '2024-12-01'],
  ['Local_Authority_Districts_DEC_2025_Boundaries_UK_BGC', 'December 2025', '2025-12-01'],
  ['LAD_MAY_2025_UK_BGC_V2', 'May 2025', '2025-05-01'],
  ['SICBL_JUL_2022_EN_BUC', 'July 2022', '2022-07-01'],
  ['Integrated_Care_Boards_April_2026_Boundaries_EN_BGC', 'April 2026', '2026-04-01'],
  ['ONS Postcode Directory (August 2026) for the UK', 'August 2026', '2026-08-01'],
  ['ONSPD_SEPT_2024_UK', 'September 2024', '2024-09-01'],
])('%s is of %s', (name, edition, from) => {
  expect(editionOf(name)).toEqual({ name: edition, from });
});

test.each(['Dismay_2024', 'Parishes_UK_BGC', 'LAD_2025_UK', 'March', 'LAD_MAY_20251', 'x'])(
  '%s tells no month',
  (name) => {
    expect(editionOf(name)).toBeUndefined();
  },
);

describe('the newest', () => {
  const newest = (names: readonly string[], today = '2026-11-22'): string | undefined =>
    newestOf(
      names.map((name) => ({ name })),
      localDate(today),
    )?.name;
  test('is the one of the last month, not the last in the list or by the letters', () => {
    expect(newest(['LAD_MAY_2025_UK', 'LAD_DEC_2025_UK', 'LAD_APR_2025_UK'])).toBe(
      'LAD_DEC_2025_UK',
    );
  });
  test('of one month is the one of the highest version', () => {
    expect(
      newest(['LAD_MAY_2025_UK_BGC_V2', 'LAD_MAY_2025_UK_BGC', 'LAD_MAY_2025_UK_BGC_v10']),
    ).toBe('LAD_MAY_2025_UK_BGC_v10');
  });
  test('has begun: a set of a month to come waits for its month', () => {
    const names = ['LAD_DEC_2025_UK', 'LAD_APR_2028_UK'];
    expect(newest(names)).toBe('LAD_DEC_2025_UK');
    expect(newest(names, '2028-04-01')).toBe('LAD_APR_2028_UK');
  });
  test('is none where no name tells a month', () => {
    expect(newest(['LAD_UK', 'Parishes'])).toBeUndefined();
  });
});
