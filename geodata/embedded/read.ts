import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { FeatureCollection } from 'geojson';
import { merge } from 'topojson-client';

import type {
  CellShares,
  ContentArea,
  ContentOverlap,
  ContentPostcode,
  ContentSector,
  ReleaseContent,
} from '../../server/database/release-content.ts';
import type { Area, BoundarySet } from '../../server/domain/area.ts';
import { localDate, type Period } from '../../server/domain/calendar.ts';
import { parseLonLat, type LonLat } from '../../server/domain/position.ts';
import { parsePostcode, sectorOf } from '../../server/domain/postcode.ts';
import type { Practice } from '../../server/domain/practice.ts';
import { areaKm2 } from '../overlay/measure.ts';
import type { Shape } from '../../server/domain/shape.ts';
import { readDirectory } from '../directory.ts';
import { OUR_OTHER_NAMES, readOtherNames } from '../other-names.ts';
import { SILENT } from '../progress.ts';
import { fingerprint } from '../read/file.ts';
import type { CellTopology } from './build.ts';
import { PACK_RESOLUTION_METRES, PACK_SETS } from './sets.ts';

export const EMBEDDED_PACK = join(import.meta.dirname, 'pack');
const DIRECTORY = join(import.meta.dirname, 'directory');

const LICENCE = 'OGL-UK-3.0';
const ATTRIBUTION =
  'Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail copyright and database right; contains National Statistics and NHS data licensed under the Open Government Licence v3.0.';

/** How the names of all editions of the pack begin. */
export const EMBEDDED = 'embedded';

/** Named after the bytes of the pack and of what reads it, so that a new edition is told from an old one unread. */
export function embeddedPackId(): string {
  const files = readdirSync(import.meta.dirname, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return `${EMBEDDED}-${fingerprint(files.sort())}`;
}

/** The pack that answers with nothing downloaded: Hampshire, Portsmouth, Southampton and the Isle of Wight. */
export function readEmbeddedPack(): ReleaseContent {
  const topology = JSON.parse(
    readFileSync(join(EMBEDDED_PACK, 'cells.topojson'), 'utf8'),
  ) as CellTopology;
  const cells = topology.objects.cells.geometries.map(({ properties = {} }): PackCell => ({
    residents: Number(properties['residentsMid2017']),
    postcodes: Number(properties['postcodes2025']),
  }));
  const areas = PACK_SETS.flatMap((_set, id) => readAreas(id)).map(withId(cells));
  const grounds = cells.map((_cell, cell) =>
    areas.filter(({ members }) => members.includes(cell)).map(({ area }) => area),
  );
  const sectors = readSectors(grounds);
  const content: Omit<ReleaseContent, 'release'> = {
    sets: [...new Set(areas.map(({ area }) => area.set))],
    areas: areas.map(({ area, shape }) => ({ area, shape })),
    overlaps: overlapsOf(areas, cells, topology),
    cells: grounds.map((ground, id) => ({
      id,
      areas: ground.map((area) => area.id),
      postcodes: cells[id]?.postcodes ?? 0,
    })),
    postcodes: practicePostcodes(sectors, grounds),
    sectors,
    practices: readPractices(areas),
    ...readDirectory(DIRECTORY, SILENT.say),
  };
  return {
    ...content,
    release: {
      id: embeddedPackId(),
      sources: [
        {
          name: 'Embedded pack, drawn by this project from ONS, OS, NHS ODS and Royal Mail open data',
          licence: LICENCE,
          attribution: ATTRIBUTION,
        },
      ],
      notices: [
        'Boundaries are generalised to about 400 metres, for drawing only; postcodes are placed by lists, not by these lines.',
        'PCT lines before October 2006 are reconstructed from GP practice membership; ICB lines of April 2026 are yet to be confirmed.',
        'The councils of April 2028 are announced, not made; ground of East Hampshire, New Forest, Test Valley and Winchester that is yet to be shared out is left out of them.',
        'Contacts are a demonstration: invented numbers from ranges kept for drama. Do not ring them.',
      ],
      coverage: {
        name: 'Hampshire, Portsmouth, Southampton and the Isle of Wight',
        listsUnits: false,
        postcodeAreas: null,
      },
      otherNames: readOtherNames(OUR_OTHER_NAMES),
    },
  };
}

type PackCell = { readonly residents: number; readonly postcodes: number };
type PackArea = ContentArea & { readonly members: readonly number[] };

type Properties = {
  readonly code: string;
  readonly gss: string | null;
  readonly ods: string | null;
  readonly name: string;
  readonly residents: number;
  readonly cells: readonly string[];
};

function readAreas(
  id: number,
): { readonly set: BoundarySet; readonly properties: Properties; readonly shape: Shape }[] {
  const about = PACK_SETS[id];
  if (!about) return [];
  const set: BoundarySet = {
    id,
    kind: about.kind,
    edition: about.edition,
    period: { from: localDate(about.from), to: about.to === null ? null : localDate(about.to) },
    status: about.status,
    source: about.source,
    licence: LICENCE,
    resolutionMetres: PACK_RESOLUTION_METRES,
  };
  const collection = JSON.parse(
    readFileSync(join(EMBEDDED_PACK, about.file), 'utf8'),
  ) as FeatureCollection<Shape, Properties>;
  return collection.features.map(({ properties, geometry }) => ({
    set,
    properties,
    shape: geometry,
  }));
}

function withId(cells: readonly PackCell[]) {
  return (
    { set, properties, shape }: ReturnType<typeof readAreas>[number],
    id: number,
  ): PackArea => {
    const { code, gss, ods, name, residents } = properties;
    const members = properties.cells.map(cellIndex);
    const postcodes = sum(members, (cell) => cells[cell]?.postcodes);
    const area: Area = { id, set, code, gss, ods, name, km2: areaKm2(shape), postcodes, residents };
    return { area, shape, members };
  };
}

/** Cells are facts: an overlap is the sum of the cells that lie in both areas. */
function overlapsOf(
  areas: readonly PackArea[],
  cells: readonly PackCell[],
  topology: CellTopology,
): ContentOverlap[] {
  return areas.flatMap((left) =>
    areas
      .filter((right) => left.area.set.id < right.area.set.id)
      .flatMap((right) => {
        const shared = left.members.filter((cell) => right.members.includes(cell));
        if (shared.length === 0) return [];
        const geometries = shared
          .map((cell) => topology.objects.cells.geometries[cell])
          .filter((each) => each !== undefined);
        const shape = merge(topology, geometries);
        return [
          {
            left: left.area.id,
            right: right.area.id,
            km2: areaKm2(shape),
            postcodes: sum(shared, (cell) => cells[cell]?.postcodes),
            residents: sum(shared, (cell) => cells[cell]?.residents),
            sliver: false,
            shape,
          },
        ];
      }),
  );
}

type Row = Readonly<Record<string, string>>;

/** Ground outside the pack is cell -1. */
const OUTSIDE = -1;

/**
 * Districts with no border by land on ground outside the pack: Fareham, Eastleigh, Gosport, Winchester,
 * Portsmouth, Southampton and the Isle of Wight. The postcodes outside them stand on quays: the line is drawn short of them.
 */
const WITHIN_THE_PACK: readonly string[] = [
  'E07000086',
  'E07000087',
  'E07000088',
  'E07000094',
  'E06000044',
  'E06000045',
  'E06000046',
];

function readSectors(grounds: readonly (readonly Area[])[]): ContentSector[] {
  const isWithin = (cell: number): boolean =>
    grounds[cell]?.some(
      ({ set, code }) => set.kind === 'district' && WITHIN_THE_PACK.includes(code),
    ) ?? false;
  return readCsv('postcode-sectors.csv').map((row) => {
    const postcodes = Number(row['postcodes']);
    const cells = (row['cells'] ?? '').split(' ').map((entry) => {
      const [cell = '', count = ''] = entry.split(':');
      return [cell === 'outside' ? OUTSIDE : cellIndex(cell), Number(count) / postcodes] as const;
    });
    const inside = cells.filter(([cell]) => cell !== OUTSIDE);
    const isQuay = inside.length > 0 && inside.every(([cell]) => isWithin(cell));
    return {
      sector: row['sector'] ?? '',
      position: positionOf(row),
      cells: isQuay ? scaled(inside) : cells,
      postcodes,
    };
  });
}

/** GP practices are the only unit postcodes the pack lists: their district is known, the rest follows their sector. */
function practicePostcodes(
  sectors: readonly ContentSector[],
  grounds: readonly (readonly Area[])[],
): ContentPostcode[] {
  const bySector = new Map(sectors.map((sector) => [sector.sector, sector]));
  const rows = new Map(readCsv('gp-practices-2004.csv').map((row) => [row['postcode'] ?? '', row]));
  return [...rows.values()].flatMap((row) => {
    const postcode = parsePostcode(row['postcode'] ?? '');
    const sector = postcode && bySector.get(sectorOf(postcode));
    if (!postcode || !sector) return [];
    const inDistrict = sector.cells.filter(([cell]) =>
      grounds[cell]?.some((area) => area.set.kind === 'district' && area.code === row['district']),
    );
    if (inDistrict.length === 0) return [];
    return [
      {
        postcode,
        position: positionOf(row),
        cells: scaled(inDistrict),
        metresToLine: [],
        ended: null,
      },
    ];
  });
}

function scaled(cells: CellShares): CellShares {
  const total = cells.reduce((all, [, share]) => all + share, 0);
  return cells.map(([cell, share]) => [cell, share / total] as const);
}

/** Membership on one day of an edition stands for the edition: the figures give no other dates. */
const SNAPSHOTS: readonly (readonly [column: string, period: Period])[] = [
  ['pct_at_2004_03_31', { from: localDate('2002-04-01'), to: localDate('2006-10-01') }],
  ['pct_at_2010_03_31', { from: localDate('2006-10-01'), to: localDate('2013-04-01') }],
  ['ccg_at_2014_03_31', { from: localDate('2013-04-01'), to: localDate('2021-04-01') }],
];

function readPractices(areas: readonly PackArea[]): Practice[] {
  return readCsv('gp-practices-2004.csv').map((row) => {
    const memberships = SNAPSHOTS.flatMap(([column, period]) => {
      const body = row[column];
      return body ? [{ body, period }] : [];
    });
    const last = areas.find(
      ({ area }) => area.set.kind === 'ccg' && area.code === row['ccg_at_2014_03_31'],
    );
    return {
      code: row['practice'] ?? '',
      name: row['name'] ?? '',
      postcode: parsePostcode(row['postcode'] ?? '') ?? null,
      open: { from: null, to: null },
      memberships: [...memberships, ...(last ? successions(last, areas) : [])],
    };
  });
}

/** Since 2013 bodies here merged or moved whole, and their practices with them: one successor in each later set. */
function successions(body: PackArea, areas: readonly PackArea[]): Practice['memberships'] {
  const start = body.area.set.period.to ?? '';
  return areas
    .filter(({ area }) => area.ods !== null && (area.set.period.from ?? '') >= start)
    .filter(({ members }) => body.members.every((cell) => members.includes(cell)))
    .map(({ area }) => ({ body: area.code, period: area.set.period }));
}

function positionOf(row: Row): LonLat {
  const position = parseLonLat(Number(row['lon']), Number(row['lat']));
  if (!position) throw new Error('The embedded pack holds a row without a position');
  return position;
}

function readCsv(file: string): Row[] {
  return parse(readFileSync(join(EMBEDDED_PACK, file), 'utf8'), { columns: true });
}

/** `H01` is the first cell. */
function cellIndex(id: string): number {
  return Number(id.slice(1)) - 1;
}

function sum(cells: readonly number[], of: (cell: number) => number | undefined): number {
  return cells.reduce((total, cell) => total + (of(cell) ?? 0), 0);
}
