import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import type { Feature, FeatureCollection } from 'geojson';
import { merge } from 'topojson-client';
import type {
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology,
} from 'topojson-specification';

import type { Shape } from '../../server/domain/shape.ts';
import { PACK_SETS, type PackSet } from './sets.ts';

/**
 * Builds the embedded pack from a folder of figures into small files, the same bytes every time. The
 * figures are generalised and hold no more than the pack says of itself.
 */
export function buildPack(figures: string, pack: string): string[] {
  mkdirSync(pack, { recursive: true });
  const topology = JSON.parse(
    readFileSync(join(figures, 'hampshire-cells.topojson'), 'utf8'),
  ) as CellTopology;
  const cells = readCsv(join(figures, 'hampshire-cells.csv')).map((row, at) =>
    cellOf(row, at, topology),
  );
  const names = namesOf(figures);
  const written = PACK_SETS.map((set) =>
    write(pack, set.file, collectionOf(set, cells, topology, names)),
  );
  return [
    ...written,
    write(pack, 'cells.topojson', topology),
    writeText(pack, 'other-names.csv', otherNamesIn(names)),
    copy(figures, 'postcode-sectors.csv', pack),
    copy(figures, 'gp-practices-2004.csv', pack),
  ];
}

type Row = Readonly<Record<string, string>>;
type CellGeometry = TopoPolygon<Row> | TopoMultiPolygon<Row>;
export type CellTopology = Topology<{
  cells: { type: 'GeometryCollection'; geometries: CellGeometry[] };
}>;

type Cell = { readonly id: string; readonly row: Row; readonly geometry: CellGeometry };

/** The table and the topology list the same cells in the same order. */
function cellOf(row: Row, at: number, topology: CellTopology): Cell {
  const geometry = topology.objects.cells.geometries[at];
  const drawn = geometry?.properties;
  if (!geometry || PACK_SETS.some(({ column }) => drawn?.[column] !== row[column]))
    throw new Error(
      `hampshire-cells: row ${at + 1} of the table is not the cell drawn ${at + 1}th`,
    );
  return { id: row['cell'] ?? '', row, geometry };
}

function collectionOf(
  set: PackSet,
  cells: readonly Cell[],
  topology: CellTopology,
  names: Names,
): FeatureCollection<Shape> {
  const coded = cells.flatMap((cell) => {
    const code = cell.row[set.column] ?? '';
    const regrouped = set.regrouped ? set.regrouped[code]?.code : code;
    return regrouped === undefined ? [] : [{ ...cell, code: regrouped }];
  });
  const features = [...Map.groupBy(coded, ({ code }) => code)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, members]): Feature<Shape> => ({
      type: 'Feature',
      properties: {
        code,
        ...codesOf(set, code, names),
        residents: sum(members, 'residentsMid2017'),
        cells: members.map(({ id }) => id),
      },
      geometry: merge(
        topology,
        members.map(({ geometry }) => geometry),
      ),
    }));
  return { type: 'FeatureCollection', features };
}

type Names = { readonly districts: readonly Row[]; readonly bodies: readonly Row[] };

function namesOf(figures: string): Names {
  return {
    districts: readCsv(join(figures, 'hampshire-districts.csv')),
    bodies: readCsv(join(figures, 'hampshire-health-bodies.csv')),
  };
}

/** Names that the figures give for two bodies at once, or with a note. */
const SETTLED_NAMES: Readonly<Record<string, string>> = {
  'upper-tier E10000014': 'Hampshire',
  'pct 5G6': 'Blackwater Valley and Hart PCT',
  'ccg 10R': 'NHS Portsmouth CCG',
  'ccg D9Y0V': 'NHS Hampshire, Southampton and Isle of Wight CCG',
  'ccg D4U1Y': 'NHS Frimley CCG',
  'sub-icb 10R': 'NHS Hampshire and Isle of Wight ICB - 10R',
  'sub-icb D9Y0V': 'NHS Hampshire and Isle of Wight ICB - D9Y0V',
  'sub-icb D4U1Y': 'NHS Frimley ICB - D4U1Y',
};

/** GSS code of the ICB edition of 2022; that of 2026 is not yet confirmed, so not printed. */
const ICB_2022_GSS: Readonly<Record<string, string>> = { QRL: 'E54000042', QNQ: 'E54000034' };

const GSS = /^E\d{8}$/;

function codesOf(
  { kind, edition, regrouped }: PackSet,
  code: string,
  { districts, bodies }: Names,
): { gss: string | null; ods: string | null; name: string } {
  const named = Object.values(regrouped ?? {}).find((area) => area.code === code);
  if (named) return { gss: GSS.test(code) ? code : null, ods: null, name: named.name };
  const settled = SETTLED_NAMES[`${kind} ${code}`];
  if (kind === 'district' || kind === 'upper-tier') {
    const district = districts.find((row) => row['gss_code'] === code);
    return {
      gss: code,
      ods: null,
      name: required(settled ?? district?.['name'], `${kind} ${code}`),
    };
  }
  const body = bodies.find((row) => row['ods_code'] === code);
  const name = required(settled ?? body?.['name'], `${kind} ${code}`);
  return { gss: gssOf(kind, edition, code, body), ods: code, name };
}

/** PCTs before October 2006 never had GSS codes: E16 covers only their successors. */
function gssOf(kind: string, edition: string, code: string, body: Row | undefined): string | null {
  if (edition === '2002' || edition === '2026') return null;
  const listed = body?.['ons_code'];
  return (kind === 'icb' ? ICB_2022_GSS[code] : listed === '' ? undefined : listed) ?? null;
}

const SNAC = 'ONS SNAC code until 2011';

/** A district of two tiers had the code of its county and two letters: 24UP lies in 24. */
const COUNTY_LETTERS = 2;

/** The codes councils had before GSS codes, and the one short name everybody uses. */
function otherNamesIn({ districts }: Names): string {
  const snac = districts.map((row) => [row['gss_code'], row['old_ons_code'], 'old-code', SNAC]);
  const counties = new Map(
    districts
      .filter((row) => row['county_gss'] !== '')
      .map((row) => [row['county_gss'], row['old_ons_code']?.slice(0, COUNTY_LETTERS)]),
  );
  const rows = [
    ...snac,
    ...[...counties].map(([gss, code]) => [gss, code, 'old-code', SNAC]),
    ['E10000014', 'Hants', 'short-name', 'Usual abbreviation of the county'],
  ];
  const lines = rows.map((row) => row.join(','));
  return ['of,name,sort,source', ...lines.sort(), ''].join('\n');
}

function required(name: string | undefined, of: string): string {
  if (name === undefined) throw new Error(`The figures have no name for ${of}`);
  return name;
}

function sum(cells: readonly Cell[], column: string): number {
  return cells.reduce((total, { row }) => total + Number(row[column]), 0);
}

function readCsv(file: string): Row[] {
  return parse(readFileSync(file, 'utf8'), { columns: true });
}

function write(pack: string, file: string, value: object): string {
  writeFileSync(join(pack, file), `${JSON.stringify(value)}\n`);
  return file;
}

function writeText(pack: string, file: string, text: string): string {
  writeFileSync(join(pack, file), text);
  return file;
}

function copy(from: string, file: string, to: string): string {
  writeFileSync(join(to, file), readFileSync(join(from, file)));
  return file;
}
