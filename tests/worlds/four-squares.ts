import type { ReleaseContent } from '../../server/database/release-content.ts';
import type { Area, BoundarySet } from '../../server/domain/area.ts';
import { type LocalDate, localDate } from '../../server/domain/calendar.ts';
import type { Need, Sector, SectorRule } from '../../server/domain/need.ts';
import { ALWAYS_OPEN, parseOpeningHours } from '../../server/domain/opening-hours.ts';
import { type LonLat, parseLonLat } from '../../server/domain/position.ts';
import { type Postcode, parsePostcode } from '../../server/domain/postcode.ts';
import type { Practice } from '../../server/domain/practice.ts';
import type { Shape } from '../../server/domain/shape.ts';
import type { Team } from '../../server/domain/team.ts';
import { box } from './box.ts';

/**
 * A drawn world: one county of four squares, each 1,000 people and 10 postcodes. Districts split it into
 * west and east; PCTs, until April 2013, into north and south; one ICB covers it since.
 *
 *     NW | NE      district W | E
 *     ---+---      pct      N / S
 *     SW | SE      upper-tier C, icb B: all of it
 */
export const WEST = -1.0;
export const MIDDLE = -0.98;
export const EAST = -0.96;
export const SOUTH = 51.0;
export const CENTRE = 51.01;
export const NORTH = 51.02;

function set(id: number, kind: string, from: string, to: string | null): BoundarySet {
  const period = { from: localDate(from), to: to === null ? null : localDate(to) };
  const about = {
    edition: 'drawn',
    status: 'OFFICIAL',
    source: 'Drawn by hand',
    licence: 'MIT',
  } as const;
  return { id, kind, period, ...about, resolutionMetres: 20 };
}

export const districts = set(0, 'district', '2002-04-01', null);
export const upperTiers = set(1, 'upper-tier', '2002-04-01', null);
export const pcts = set(2, 'pct', '2002-04-01', '2013-04-01');
export const icbs = set(3, 'icb', '2022-07-01', null);
export const sets = [districts, upperTiers, pcts, icbs];

function area(id: number, of: BoundarySet, code: string, name: string, squares: number): Area {
  const health = of === pcts || of === icbs;
  return {
    id,
    set: of,
    code,
    gss: health ? null : code,
    ods: health ? code : null,
    name,
    km2: squares * 1.55,
    postcodes: squares * 10,
    residents: squares * 1000,
  };
}

export const west = area(0, districts, 'W', 'West District', 2);
export const east = area(1, districts, 'E', 'East District', 2);
export const county = area(2, upperTiers, 'C', 'The County', 4);
export const north = area(3, pcts, 'N', 'North PCT', 2);
export const south = area(4, pcts, 'S', 'South PCT', 2);
export const board = area(5, icbs, 'B', 'Board ICB', 4);
export const areas = [west, east, county, north, south, board];

export const northWest = [west, county, north, board];
export const northEast = [east, county, north, board];
export const southWest = [west, county, south, board];
export const southEast = [east, county, south, board];
export const cells = [northWest, northEast, southWest, southEast];

export const shapes: readonly Shape[] = [
  box(WEST, SOUTH, MIDDLE, NORTH),
  box(MIDDLE, SOUTH, EAST, NORTH),
  box(WEST, SOUTH, EAST, NORTH),
  box(WEST, CENTRE, EAST, NORTH),
  box(WEST, SOUTH, EAST, CENTRE),
  box(WEST, SOUTH, EAST, NORTH),
];

function need(
  id: string,
  name: string,
  rules: readonly Pick<SectorRule, 'sector' | 'rule'>[],
  more: Partial<Need> = {},
): Need {
  const ages = { from: null, to: null };
  const sectors = rules.map((each) => ({
    ...each,
    source: `The ${each.rule} rule`,
    link: null,
    period: { from: null, to: null },
  }));
  return {
    id,
    name,
    description: `${name}.`,
    urgent: false,
    sectors,
    ages,
    notOffered: [],
    ...more,
  };
}

export const mentalHealth = need('mental-health', 'Mental health', [
  { sector: 'HEALTH', rule: 'gp-registration' },
  { sector: 'SOCIAL_CARE', rule: 'ordinary-residence' },
]);
export const carers = need('carers', 'Carers', [
  { sector: 'SOCIAL_CARE', rule: 'ordinary-residence' },
]);
export const homelessness = need('homelessness', 'Homelessness', [
  { sector: 'HOUSING', rule: 'home-district' },
]);
export const safeguarding = need(
  'adult-safeguarding',
  'Adult safeguarding',
  [{ sector: 'SOCIAL_CARE', rule: 'where-present' }],
  { urgent: true, ages: { from: 18, to: null } },
);
export const localCare = need(
  'local-care',
  'Local care',
  [{ sector: 'SOCIAL_CARE', rule: 'ordinary-residence' }],
  { urgent: true },
);
export const unserved = need('unserved', 'Unserved', [
  { sector: 'HEALTH', rule: 'gp-registration' },
]);
/** Offered in the west only while the PCTs were there. */
export const nightSitting = need(
  'night-sitting',
  'Night sitting',
  [{ sector: 'SOCIAL_CARE', rule: 'ordinary-residence' }],
  {
    notOffered: [
      {
        covers: [[{ kind: 'district', code: 'W' }]],
        period: { from: localDate('2013-04-01'), to: null },
        because: 'It ended with the PCTs.',
        instead: 'Ring the county.',
      },
    ],
  },
);
/** No rule says who answered for it after 2009. */
export const endedNeed: Need = {
  ...carers,
  id: 'ended-need',
  name: 'Ended need',
  sectors: carers.sectors.map((each) => ({
    ...each,
    period: { from: null, to: localDate('2010-01-01') },
  })),
};
/** Young and old have teams of their own; in the west two share those of 80 and over. */
export const therapy = need('therapy', 'Therapy', [
  { sector: 'SOCIAL_CARE', rule: 'ordinary-residence' },
]);
export const lookedAfter = need('looked-after', 'Looked-after children', [
  { sector: 'SOCIAL_CARE', rule: 'looked-after-by' },
]);
export const placedHealth = need('placed-health', 'Health of looked-after children', [
  { sector: 'HEALTH', rule: 'placed-from' },
]);
export const careHome = need('care-home', 'Continuing healthcare', [
  { sector: 'HEALTH', rule: 'placed-by-nhs' },
]);
export const afterCare = need('after-care', 'After-care under section 117', [
  { sector: 'HEALTH', rule: 'detained-from' },
  { sector: 'SOCIAL_CARE', rule: 'resident-when-detained' },
]);
export const healthVisiting = need('health-visiting', 'Health visiting', [
  { sector: 'HEALTH', rule: 'public-health' },
]);
/** Only one of its two sectors has a team. */
export const halfServed = need('half-served', 'Half served', [
  { sector: 'HEALTH', rule: 'gp-registration' },
  { sector: 'SOCIAL_CARE', rule: 'ordinary-residence' },
]);
export const needs = [
  lookedAfter,
  placedHealth,
  careHome,
  afterCare,
  healthVisiting,
  halfServed,
  nightSitting,
  endedNeed,
  therapy,
  mentalHealth,
  carers,
  homelessness,
  safeguarding,
  localCare,
  unserved,
];

const OFFICE_HOURS = 'mon-fri 09:00-17:00';

function team(
  id: string,
  sectors: readonly Sector[],
  needIds: readonly string[],
  covers: string,
  more: Partial<Team> = {},
): Team {
  const [kind = '', code = ''] = covers.split(':');
  const hours = parseOpeningHours(OFFICE_HOURS) ?? ALWAYS_OPEN;
  const contact = (label: string, phone: string): Team['day'] => ({
    label,
    phone,
    email: null,
    url: null,
  });
  return {
    id,
    name: id,
    organisation: 'Drawn',
    sectors,
    needs: needIds,
    covers: [[{ kind, code }]],
    ages: { from: null, to: null },
    period: { from: null, to: null },
    does: 'Answers.',
    doesNot: 'Nothing else.',
    hours,
    hoursText: OFFICE_HOURS,
    day: contact('Desk', '01632 960000'),
    outOfHours: contact('Night desk', '01632 960001'),
    sharing: 'Nothing.',
    checkedOn: localDate('2026-01-01'),
    ...more,
  };
}

export const teams = [
  team('north-mental-health', ['HEALTH'], ['mental-health'], 'pct:N'),
  team('south-mental-health', ['HEALTH'], ['mental-health'], 'pct:S'),
  team('board-mental-health', ['HEALTH'], ['mental-health'], 'icb:B'),
  team(
    'county-social-care',
    ['SOCIAL_CARE'],
    ['mental-health', 'carers', 'adult-safeguarding'],
    'upper-tier:C',
  ),
  team('west-housing', ['HOUSING'], ['homelessness'], 'district:W', { outOfHours: null }),
  team('east-housing', ['HOUSING'], ['homelessness'], 'district:E'),
  team('west-local-care', ['SOCIAL_CARE'], ['local-care'], 'district:W'),
  team('east-local-care', ['SOCIAL_CARE'], ['local-care'], 'district:E'),
  team(
    'health-visitors',
    ['HEALTH'],
    ['health-visiting', 'placed-health', 'care-home', 'after-care'],
    'upper-tier:C',
  ),
  team(
    'county-other-care',
    ['SOCIAL_CARE'],
    ['night-sitting', 'looked-after', 'half-served', 'after-care'],
    'upper-tier:C',
  ),
  team('young-therapy', ['SOCIAL_CARE'], ['therapy'], 'upper-tier:C', {
    ages: { from: null, to: 17 },
    checkedOn: localDate('2020-01-01'),
  }),
  team('old-therapy', ['SOCIAL_CARE'], ['therapy'], 'upper-tier:C', {
    ages: { from: 18, to: null },
  }),
  team('oldest-therapy', ['SOCIAL_CARE'], ['therapy'], 'district:W', {
    ages: { from: 80, to: null },
  }),
];

/** A practice in the south whose patients live anywhere. */
export const practice: Practice = {
  code: 'J82001',
  name: 'Drawn Surgery',
  postcode: unit('SO99 1AA'),
  open: { from: localDate('1990-01-01'), to: localDate('2015-04-01') },
  memberships: [{ body: 'S', period: pcts.period }],
};

export function point(lon: number, lat: number): LonLat {
  const position = parseLonLat(lon, lat);
  if (!position) throw new Error(`${lon}, ${lat} is not on the globe`);
  return position;
}

export function unit(text: string): Postcode {
  const postcode = parsePostcode(text);
  if (!postcode) throw new Error(`${text} is no unit postcode`);
  return postcode;
}

type Entry = Readonly<{
  postcode: string;
  cells: readonly (readonly [number, number])[];
  position?: LonLat | null;
  metres?: readonly (readonly [number, number])[];
  ended?: LocalDate;
  quality?: number;
  largeUser?: boolean;
}>;

/** Cells: 0 NW, 1 NE, 2 SW, 3 SE. */
const entries: readonly Entry[] = [
  { postcode: 'SO99 1AA', cells: [[0, 1]] },
  {
    postcode: 'SO99 1AB',
    cells: [
      [0, 0.75],
      [2, 0.25],
    ],
    metres: [[2, 12]],
  },
  {
    postcode: 'SO99 1AD',
    cells: [
      [0, 0.5],
      [1, 0.5],
    ],
    metres: [[0, 0]],
  },
  { postcode: 'SO99 1AE', cells: [], position: null },
  { postcode: 'SO99 1AF', cells: [[3, 1]], ended: localDate('2010-01-01') },
  { postcode: 'SO99 1AG', cells: [] },
  { postcode: 'SO99 1AH', cells: [[0, 1]], metres: [[0, 40]] },
  // In the water just off the drawn ground.
  { postcode: 'SO99 1AL', cells: [], metres: [[0, 9]] },
  // Of which a directory says more: roughly placed, guessed, of one organisation, in another district.
  { postcode: 'SO99 1AP', cells: [[0, 1]], quality: 4 },
  { postcode: 'SO99 1AQ', cells: [[0, 1]], quality: 6 },
  { postcode: 'SO99 1AR', cells: [[0, 1]], largeUser: true },
  { postcode: 'SO99 1AS', cells: [[0, 1]] },
];

export const fourSquares: ReleaseContent = {
  release: {
    id: 'four-squares',
    sources: [{ name: 'Drawn by hand', licence: 'MIT', attribution: 'Nobody' }],
    notices: ['A drawn world'],
    coverage: { name: 'the four squares', listsUnits: true, postcodeAreas: ['SO'] },
  },
  sets,
  areas: areas.map((each, at) => ({ area: each, shape: shapes[at] ?? box(0, 0, 1, 1) })),
  overlaps: areas.flatMap((left) =>
    areas.flatMap((right) => {
      const shared = cells.filter(
        (ground) => ground.includes(left) && ground.includes(right),
      ).length;
      if (left.set.id >= right.set.id || shared === 0) return [];
      const weights = { km2: shared * 1.55, postcodes: shared * 10, residents: shared * 1000 };
      return [{ left: left.id, right: right.id, ...weights, sliver: false, shape: null }];
    }),
  ),
  cells: cells.map((ground, id) => ({ id, areas: ground.map((each) => each.id), postcodes: 10 })),
  postcodes: entries.map(
    ({ postcode, cells: shares, position, metres, ended, quality, largeUser }) => ({
      postcode: unit(postcode),
      position: position === undefined ? point(-0.99, 51.015) : position,
      cells: shares,
      metresToLine: metres ?? [],
      ended: ended ?? null,
      quality: quality ?? null,
      largeUser: largeUser ?? false,
    }),
  ),
  disagreements: [{ postcode: unit('SO99 1AS'), set: 0, placed: 'W', said: 'E' }],
  sectors: [{ sector: 'SO99 1', position: point(-0.98, 51.01), cells: [[0, 1]], postcodes: 7 }],
  practices: [practice],
  needs,
  teams,
  arrangements: [
    {
      id: 'manager-north',
      type: 'partnership-manager',
      name: 'Partnership manager, north',
      description: 'Works for both.',
      covers: [[{ kind: 'pct', code: 'N' }]],
      period: pcts.period,
      contact: null,
      checkedOn: localDate('2003-06-01'),
    },
  ],
};
