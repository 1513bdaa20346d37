import { placePostcodes } from '../../geodata/place.ts';
import { noRows, type PostcodeRow } from '../../geodata/read/postcode-list.ts';
import { summarise } from '../../geodata/summarise.ts';
import type { ReleaseContent } from '../../server/database/release-content.ts';
import type { Area, BoundarySet, BoundaryStatus } from '../../server/domain/area.ts';
import { type LocalDate, localDate } from '../../server/domain/calendar.ts';
import { areaKm2 } from '../../geodata/overlay/measure.ts';
import type { Shape } from '../../server/domain/shape.ts';
import { mentalHealth, teams, unit } from './four-squares.ts';
import { type Ring, square } from './manifest-folder.ts';

/**
 * A directory that is published anew each quarter. Four districts, each 14 by 11 km, as its codes say;
 * PCTs until 2013, north and south; one ICB.
 *
 *     D1 | D2     N
 *     ---+---
 *     D3 | D4     S
 */
export type Quarter = {
  readonly day: LocalDate;
  readonly rows: readonly PostcodeRow[];
  readonly sets: readonly DrawnSet[];
  readonly postcodeAreas: readonly string[] | null;
  readonly listsUnits: boolean;
} & Pick<ReleaseContent, 'practices' | 'needs' | 'teams'>;

export type DrawnSet = {
  readonly kind: string;
  readonly edition: string;
  readonly from: string;
  readonly to: string | null;
  readonly status?: BoundaryStatus;
  readonly areas: readonly DrawnArea[];
};

export type DrawnArea = { readonly code: string; readonly name: string; readonly ring: Ring };

const [WEST, MIDDLE, EAST] = [-1.4, -1.2, -1.0];
const [SOUTH, CENTRE, NORTH] = [51.0, 51.1, 51.2];

const drawn = (code: string, ring: Ring): DrawnArea => ({ code, name: `Place ${code}`, ring });

export const fourDistricts: DrawnSet = {
  kind: 'district',
  edition: '2011',
  from: '2002-04-01',
  to: null,
  areas: [
    drawn('E07000001', square(WEST, CENTRE, MIDDLE, NORTH)),
    drawn('E07000002', square(MIDDLE, CENTRE, EAST, NORTH)),
    drawn('E07000003', square(WEST, SOUTH, MIDDLE, CENTRE)),
    drawn('E07000004', square(MIDDLE, SOUTH, EAST, CENTRE)),
  ],
};

const pcts: DrawnSet = {
  kind: 'pct',
  edition: '2006',
  from: '2006-10-01',
  to: '2013-04-01',
  areas: [
    drawn('E16000001', square(WEST, CENTRE, EAST, NORTH)),
    drawn('E16000002', square(WEST, SOUTH, EAST, CENTRE)),
  ],
};

const icbs: DrawnSet = {
  kind: 'icb',
  edition: '2022',
  from: '2022-07-01',
  to: null,
  areas: [drawn('E54000001', square(WEST, SOUTH, EAST, NORTH))],
};

/** What the directory says of a position: true by the lines above. */
export function said(lon: number, lat: number): NonNullable<PostcodeRow['said']> {
  const [north, west] = [lat >= CENTRE, lon < MIDDLE];
  const district = north ? (west ? 1 : 2) : west ? 3 : 4;
  return {
    district: `E0700000${district}`,
    pct: north ? 'E16000001' : 'E16000002',
    icb: 'E54000001',
  };
}

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
const IN_SECTOR = LETTERS.length ** 2;

/** `SO10 0AA`, `SO10 0AB` and so on, 400 a sector. */
function nthPostcode(n: number): string {
  const sector = Math.floor(n / IN_SECTOR);
  const [first, second] = [Math.floor(n / LETTERS.length) % LETTERS.length, n % LETTERS.length];
  return `SO${10 + Math.floor(sector / 10)} ${sector % 10}${LETTERS[first] ?? ''}${LETTERS[second] ?? ''}`;
}

/** Spread evenly and without pattern over the ground, 100 m or more from its edge. */
export function nthRow(n: number): PostcodeRow {
  const lon = WEST + 0.002 + ((n * 0.618_033_989) % 1) * (EAST - WEST - 0.004);
  const lat = SOUTH + 0.002 + ((n * 0.754_877_666) % 1) * (NORTH - SOUTH - 0.004);
  return {
    postcode: unit(nthPostcode(n)),
    lon,
    lat,
    ended: null,
    quality: 1,
    said: said(lon, lat),
  };
}

const COUNT = 3000;

export const firstQuarter: Quarter = {
  day: localDate('2026-08-31'),
  rows: Array.from({ length: COUNT }, (_, n) => nthRow(n)),
  sets: [fourDistricts, pcts, icbs],
  postcodeAreas: null,
  listsUnits: true,
  practices: Array.from({ length: 100 }, (_, n) => ({
    code: `J82${100 + n}`,
    name: `Practice ${n}`,
    postcode: null,
    open: { from: null, to: null },
    memberships: [],
  })),
  needs: [mentalHealth],
  teams,
};

/** The release made of a quarter, without its overlaps. */
export async function quarterContent(quarter: Quarter, id: string): Promise<ReleaseContent> {
  const sets = quarter.sets.map(boundarySet);
  const areas = quarter.sets
    .flatMap((set, at) => set.areas.map((area) => ({ area, set: sets[at] })))
    .map(({ area: { code, name, ring }, set }, id) => {
      if (!set) throw new Error('There is a set for each');
      const shape: Shape = { type: 'Polygon', coordinates: [ring.map((at) => [...at])] };
      const counts = { km2: areaKm2(shape), postcodes: 0, residents: null };
      const area: Area = { id, set, code, gss: code, ods: null, name, ...counts };
      return { area, shape };
    });
  const rows = noRows();
  rows.speakOf(quarter.day);
  for (const row of quarter.rows) rows.add(row);
  const list = rows.list();
  const { cellsAt, ...placing } = await placePostcodes(list, sets, areas, () => undefined);
  return {
    release: {
      id,
      sources: [],
      notices: [],
      coverage: {
        name: 'four districts',
        listsUnits: quarter.listsUnits,
        postcodeAreas: quarter.postcodeAreas,
      },
    },
    summary: summarise({
      list,
      sets,
      areas: areas.map(({ area }) => area),
      cells: placing.cells,
      cellsAt,
    }),
    sets,
    areas,
    overlaps: [],
    ...placing,
    practices: quarter.practices,
    needs: quarter.needs,
    teams: quarter.teams,
    arrangements: [],
  };
}

function boundarySet({ kind, edition, from, to, status }: DrawnSet, id: number): BoundarySet {
  return {
    id,
    kind,
    edition,
    period: { from: localDate(from), to: to === null ? null : localDate(to) },
    status: status ?? 'OFFICIAL',
    source: 'Drawn by hand',
    licence: 'MIT',
    resolutionMetres: 20,
  };
}
