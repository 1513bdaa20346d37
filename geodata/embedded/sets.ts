import type { BoundaryStatus } from '../../server/domain/area.ts';

/** A column of the cells that says, for each cell, which area of one boundary set it lies in. */
export type PackSet = {
  readonly column: string;
  readonly file: string;
  readonly kind: string;
  readonly edition: string;
  readonly from: string;
  readonly to: string | null;
  readonly status: BoundaryStatus;
  readonly source: string;
};

const COUNCILS = 'ONS district boundaries, generalised to about 400 m';
const NHS = 'NHS body boundaries of ONS and NHS open data, generalised to about 400 m';

/** The boundary sets of the embedded pack. Dates: domain facts of the ONS and the NHS ODS. */
export const PACK_SETS: readonly PackSet[] = [
  {
    column: 'district',
    file: 'district.geojson',
    kind: 'district',
    edition: '2011',
    from: '2002-04-01',
    to: null,
    status: 'OFFICIAL',
    source: COUNCILS,
  },
  {
    column: 'upperTier',
    file: 'upper-tier.geojson',
    kind: 'upper-tier',
    edition: '2011',
    from: '2002-04-01',
    to: null,
    status: 'OFFICIAL',
    source: COUNCILS,
  },
  {
    column: 'pct2002',
    file: 'pct-2002.geojson',
    kind: 'pct',
    edition: '2002',
    from: '2002-04-01',
    to: '2006-10-01',
    status: 'RECONSTRUCTED',
    source: 'Reconstructed by this project from GP practice membership (NHS ODS) and wards of 2003',
  },
  {
    column: 'pct2006',
    file: 'pct-2006.geojson',
    kind: 'pct',
    edition: '2006',
    from: '2006-10-01',
    to: '2013-04-01',
    status: 'OFFICIAL',
    source: NHS,
  },
  {
    column: 'ccg2013',
    file: 'ccg-2013.geojson',
    kind: 'ccg',
    edition: '2013',
    from: '2013-04-01',
    to: '2021-04-01',
    status: 'OFFICIAL',
    source: NHS,
  },
  {
    column: 'subIcb2021',
    file: 'ccg-2021.geojson',
    kind: 'ccg',
    edition: '2021',
    from: '2021-04-01',
    to: '2022-07-01',
    status: 'OFFICIAL',
    source: NHS,
  },
  {
    column: 'subIcb2021',
    file: 'sub-icb-2022.geojson',
    kind: 'sub-icb',
    edition: '2022',
    from: '2022-07-01',
    to: '2026-04-01',
    status: 'OFFICIAL',
    source: NHS,
  },
  {
    column: 'icb2022',
    file: 'icb-2022.geojson',
    kind: 'icb',
    edition: '2022',
    from: '2022-07-01',
    to: '2026-04-01',
    status: 'OFFICIAL',
    source: NHS,
  },
  {
    column: 'icb2026',
    file: 'icb-2026.geojson',
    kind: 'icb',
    edition: '2026',
    from: '2026-04-01',
    to: null,
    status: 'RECONSTRUCTED',
    source:
      'Announced ICB reorganisation of 1 April 2026, drawn by this project; to be confirmed against the ONS file of April 2026',
  },
];

export const PACK_RESOLUTION_METRES = 400;
