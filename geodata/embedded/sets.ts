import type { BoundaryStatus } from '../../server/domain/area.ts';

/** A column of the cells that says, for each cell, which area of one boundary set it lies in. */
export type PackSet = {
  readonly column: string;
  /** What areas of that column become, by code; those not named here are left out. */
  readonly regrouped?: Readonly<Record<string, { readonly code: string; readonly name: string }>>;
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

const NORTH = { code: 'north-hampshire', name: 'North Hampshire' };
const SOUTH_EAST = { code: 'south-east-hampshire', name: 'South East Hampshire' };
const SOUTH_WEST = { code: 'south-west-hampshire', name: 'South West Hampshire' };

/**
 * The unitary councils chosen on 25 March 2026 for April 2028 (Option 1A), by today's districts. East Hampshire,
 * New Forest, Test Valley and Winchester become Mid Hampshire but for some eleven parishes not known here: which
 * of their ground goes where is not settled, so they are left out. No codes are published yet.
 */
const COUNCILS_2028: PackSet['regrouped'] = {
  E07000084: NORTH,
  E07000089: NORTH,
  E07000092: NORTH,
  E07000087: SOUTH_EAST,
  E07000088: SOUTH_EAST,
  E07000090: SOUTH_EAST,
  E06000044: SOUTH_EAST,
  E07000086: SOUTH_WEST,
  E06000045: SOUTH_WEST,
  E06000046: { code: 'E06000046', name: 'Isle of Wight' },
};
const ANNOUNCED_COUNCILS = {
  column: 'district',
  regrouped: COUNCILS_2028,
  edition: '2028',
  from: '2028-04-01',
  to: null,
  status: 'ANNOUNCED',
  source:
    'Councils chosen by the Secretary of State on 25 March 2026, under judicial review; four districts whose ground is to be split are left out',
} as const;

/** The boundary sets of the embedded pack. Dates: domain facts of the ONS and the NHS ODS. */
export const PACK_SETS: readonly PackSet[] = [
  {
    column: 'district',
    file: 'district.geojson',
    kind: 'district',
    edition: '2011',
    from: '2002-04-01',
    to: '2028-04-01',
    status: 'OFFICIAL',
    source: COUNCILS,
  },
  {
    column: 'upperTier',
    file: 'upper-tier.geojson',
    kind: 'upper-tier',
    edition: '2011',
    from: '2002-04-01',
    to: '2028-04-01',
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
  { ...ANNOUNCED_COUNCILS, file: 'district-2028.geojson', kind: 'district' },
  { ...ANNOUNCED_COUNCILS, file: 'upper-tier-2028.geojson', kind: 'upper-tier' },
];

export const PACK_RESOLUTION_METRES = 400;
