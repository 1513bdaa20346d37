import { dirname, isAbsolute, join } from 'node:path';

import { type BoundaryStatus, BOUNDARY_STATUSES } from '../server/domain/area.ts';
import { type LocalDate, meet, type Period, parseLocalDate } from '../server/domain/calendar.ts';
import { readDownloads } from './fetch/download.ts';
import { heldOf, settled } from './fetch/fetched.ts';
import { Fields, readJson } from './fields.ts';
import { InputFault } from './input-fault.ts';
import type { AreaFields } from './read/geojson.ts';
import { END_WAYS, type LifeFields } from './read/life.ts';

/** Which files make up a release. Paths in it are relative to the manifest; here they stand as they open. */
export type Manifest = {
  readonly file: string;
  readonly release: string;
  /** In words, after "covers". */
  readonly coverage: string;
  readonly boundaries: readonly BoundarySource[];
  readonly residents: ResidentsSource | null;
  readonly postcodes: readonly PostcodeSource[];
  readonly practices: readonly PracticeSource[];
  /** A directory folder; null for the demonstration. */
  readonly teams: string | null;
  /** Tables of other names of bodies, besides ours. */
  readonly otherNames: readonly string[];
  readonly attribution: string;
};

export type BoundarySource = {
  readonly kind: string;
  readonly edition: string;
  readonly period: Period;
  readonly status: BoundaryStatus;
  readonly source: string;
  readonly licence: string;
  /** Null takes that of the dissolved set, or the default. */
  readonly resolutionMetres: number | null;
  /** Put right what breaks the rules of polygons, and say so; else such a file is refused. */
  readonly repair: boolean;
  readonly from: DrawnFrom;
};

export type DrawnFrom =
  | {
      readonly way: 'file';
      readonly file: string;
      /** Of a TopoJSON file, the object to read; null where it has but one. */
      readonly object: string | null;
      readonly fields: AreaFields;
      /** Where the file holds several editions: which properties say when an area was there. */
      readonly life: LifeFields | null;
    }
  | Dissolve;

/** Areas made by joining those of another set, as a table says. */
export type Dissolve = {
  readonly way: 'dissolve';
  readonly kind: string;
  readonly edition: string;
  readonly table: string;
  /** The column with the code of the area to be joined. */
  readonly of: string;
  readonly fields: AreaFields;
};

export type ResidentsSource = {
  readonly file: string;
  readonly object: string | null;
  readonly field: string;
  readonly repair: boolean;
};

const POSTCODE_FORMATS = ['onspd', 'nspl', 'codepoint', 'latlong'] as const;
export type PostcodeSource = {
  readonly format: (typeof POSTCODE_FORMATS)[number];
  readonly file: string;
  /** What to read of a zip archive: a name in which `*` may stand for letters. */
  readonly entry: string | null;
  /** The day it speaks of; null to learn it from its newest month. */
  readonly day: LocalDate | null;
  /** Postcode areas to keep (`SO`); null keeps all. */
  readonly areas: readonly string[] | null;
  /** Only postcodes that no file before it has. */
  readonly onlyNew: boolean;
  /** How many rows its publisher says it has; null where nobody says. */
  readonly rows: number | null;
};

const PRACTICE_FORMATS = ['epraccur', 'epcmem'] as const;
export type PracticeSource = {
  readonly format: (typeof PRACTICE_FORMATS)[number];
  readonly file: string;
  /** How many rows its publisher says it has; null where nobody says. */
  readonly rows: number | null;
};

export function readManifest(file: string): Manifest {
  return parseManifest(settled(readJson(file), file, heldOf(file)), file);
}

export function parseManifest(value: unknown, file: string): Manifest {
  const entry = new Fields(value, file);
  entry.only([
    'release',
    'coverage',
    'boundaries',
    'residents',
    'postcodes',
    'practices',
    'teams',
    'otherNames',
    'attribution',
    'mirrors',
  ]);
  readDownloads(entry, file);
  const path = (name: string): string => (isAbsolute(name) ? name : join(dirname(file), name));
  const release = entry.text('release');
  if (!/^[\w.-]{1,60}$/.test(release))
    throw entry.fault('release', 'letters, digits, hyphens and stops', release);
  return {
    file,
    release,
    coverage: entry.optionalText('coverage') ?? `the areas of ${release}`,
    boundaries: checkedBoundaries(
      entry.list('boundaries').map((each) => readBoundary(each, path)),
      entry,
    ),
    residents: entry.has('residents') ? readResidents(entry.part('residents'), path) : null,
    postcodes: optionalList(entry, 'postcodes').map((each) => readPostcodeSource(each, path)),
    practices: optionalList(entry, 'practices').map((each) => readPracticeSource(each, path)),
    teams: entry.has('teams') ? path(entry.text('teams')) : null,
    otherNames: entry.has('otherNames') ? [path(entry.text('otherNames'))] : [],
    attribution: entry.text('attribution'),
  };
}

/** The same release with every boundary file repaired. */
export function withRepair(manifest: Manifest): Manifest {
  const { boundaries, residents } = manifest;
  return {
    ...manifest,
    boundaries: boundaries.map((source) => ({ ...source, repair: true })),
    residents: residents && { ...residents, repair: true },
  };
}

/** Every file the release is made from, in the order the manifest names them. */
export function filesOf({
  boundaries,
  residents,
  postcodes,
  practices,
  otherNames,
}: Manifest): string[] {
  return [
    ...boundaries.map(({ from }) => (from.way === 'file' ? from.file : from.table)),
    ...(residents ? [residents.file] : []),
    ...postcodes.map(({ file }) => file),
    ...practices.map(({ file }) => file),
    ...otherNames,
  ];
}

type PathOf = (name: string) => string;

function optionalList(entry: Fields, name: string): Fields[] {
  return entry.has(name) ? entry.list(name) : [];
}

const ABOUT = ['kind', 'edition', 'from', 'to', 'status', 'source', 'licence', 'resolutionMetres'];
const NAMES = ['code', 'name', 'gss', 'ods', 'odsAfter'];

function readBoundary(entry: Fields, path: PathOf): BoundarySource {
  const dissolves = entry.has('dissolve');
  entry.only([
    ...ABOUT,
    ...(dissolves ? ['dissolve'] : ['file', 'object', 'download', 'repair', 'life', ...NAMES]),
  ]);
  return {
    kind: readKind(entry),
    edition: entry.text('edition'),
    period: readPeriod(entry),
    status: entry.oneOf('status', BOUNDARY_STATUSES),
    source: entry.text('source'),
    licence: entry.text('licence'),
    resolutionMetres: entry.has('resolutionMetres') ? readMetres(entry) : null,
    repair: readFlag(entry, 'repair'),
    from: dissolves
      ? readDissolve(entry.part('dissolve'), path)
      : {
          way: 'file',
          file: path(entry.text('file')),
          object: entry.optionalText('object'),
          fields: readAreaFields(entry),
          life: entry.has('life') ? readLifeFields(entry.part('life')) : null,
        },
  };
}

/** Team coverage writes `KIND:CODE`. */
function readKind(entry: Fields): string {
  const kind = entry.text('kind');
  if (!/^[a-z][a-z\d-]*$/.test(kind))
    throw entry.fault('kind', 'small letters, digits and hyphens', kind);
  return kind;
}

/** False when left out. */
function readFlag(entry: Fields, name: string): boolean {
  return entry.has(name) && entry.flag(name);
}

function readMetres(entry: Fields): number {
  const metres = entry.number('resolutionMetres');
  if (!(metres > 0)) throw entry.fault('resolutionMetres', 'metres above 0', metres);
  return metres;
}

function readPeriod(entry: Fields): Period {
  const from = entry.has('from') ? entry.day('from') : null;
  const to = entry.has('to') ? entry.day('to') : null;
  if (from !== null && to !== null && from >= to)
    throw entry.fault('to', `a day after ${from}`, to);
  return { from, to };
}

function readDissolve(entry: Fields, path: PathOf): Dissolve {
  entry.only(['kind', 'edition', 'table', 'of', ...NAMES]);
  return {
    way: 'dissolve',
    kind: entry.text('kind'),
    edition: entry.text('edition'),
    table: path(entry.text('table')),
    of: entry.text('of'),
    fields: readAreaFields(entry),
  };
}

function readAreaFields(entry: Fields): AreaFields {
  return {
    code: entry.text('code'),
    name: entry.text('name'),
    gss: entry.optionalText('gss'),
    ods: entry.optionalText('ods'),
    odsAfter: entry.optionalText('odsAfter'),
  };
}

function readLifeFields(entry: Fields): LifeFields {
  entry.only(['start', 'end', 'ends', 'yearBegins']);
  const yearBegins = entry.optionalText('yearBegins');
  if (yearBegins !== null && !parseLocalDate(`2001-${yearBegins}`))
    throw entry.fault('yearBegins', 'a day of the year as MM-DD', yearBegins);
  return {
    start: entry.text('start'),
    end: entry.text('end'),
    ends: entry.oneOf('ends', END_WAYS),
    yearBegins,
  };
}

function readResidents(entry: Fields, path: PathOf): ResidentsSource {
  entry.only(['file', 'object', 'field', 'method', 'download', 'repair']);
  entry.oneOf('method', ['area share of each small area']);
  return {
    file: path(entry.text('file')),
    object: entry.optionalText('object'),
    field: entry.text('field'),
    repair: readFlag(entry, 'repair'),
  };
}

function readPostcodeSource(entry: Fields, path: PathOf): PostcodeSource {
  entry.only(['format', 'file', 'entry', 'date', 'areas', 'onlyNew', 'rows', 'download']);
  const areas = entry.has('areas') ? entry.texts('areas') : null;
  const odd = areas?.find((area) => !/^[A-Z]{1,2}$/.test(area));
  if (odd !== undefined) throw entry.fault('areas', 'postcode areas such as "SO"', odd);
  return {
    format: entry.oneOf('format', POSTCODE_FORMATS),
    file: path(entry.text('file')),
    entry: entry.optionalText('entry'),
    day: entry.has('date') ? entry.day('date') : null,
    areas,
    onlyNew: readFlag(entry, 'onlyNew'),
    rows: readRows(entry),
  };
}

function readPracticeSource(entry: Fields, path: PathOf): PracticeSource {
  entry.only(['format', 'file', 'rows', 'download']);
  return {
    format: entry.oneOf('format', PRACTICE_FORMATS),
    file: path(entry.text('file')),
    rows: readRows(entry),
  };
}

function readRows(entry: Fields): number | null {
  if (!entry.has('rows')) return null;
  const rows = entry.number('rows');
  if (!Number.isSafeInteger(rows) || rows < 1)
    throw entry.fault('rows', 'a whole number above 0', rows);
  return rows;
}

/** On no day are two sets of one kind in force, or which of them answers would be chance. */
function checkedBoundaries(
  boundaries: readonly BoundarySource[],
  entry: Fields,
): readonly BoundarySource[] {
  if (boundaries.length === 0) throw entry.fault('boundaries', 'at least one boundary set', []);
  boundaries.forEach((one, at) => {
    const earlier = boundaries.slice(0, at);
    if (earlier.some((other) => isSameSet(one, other)))
      throw new InputFault(
        `${entry.where}: wanted each boundary set once, found ${one.kind} ${one.edition} again`,
      );
    const rival = earlier.find((other) => mayRival(one, other) && meet(one.period, other.period));
    if (rival)
      throw new InputFault(
        `${entry.where}: wanted one ${one.kind} set in force on each day, found that editions ${rival.edition} and ${one.edition} overlap in time`,
      );
    if (one.from.way === 'dissolve') checkBase(one.from, earlier, entry.where);
  });
  return boundaries;
}

type SetName = { readonly kind: string; readonly edition: string };

export function isSameSet(one: SetName, other: SetName): boolean {
  return one.kind === other.kind && one.edition === other.edition;
}

/** A proposed set is never in force. */
function mayRival(one: BoundarySource, other: BoundarySource): boolean {
  return one.kind === other.kind && one.status !== 'PROPOSED' && other.status !== 'PROPOSED';
}

function checkBase(from: Dissolve, earlier: readonly BoundarySource[], where: string): void {
  if (earlier.some((base) => isSameSet(base, from))) return;
  throw new InputFault(
    `${where}: wanted the set to dissolve earlier in "boundaries", found no ${from.kind} ${from.edition} there`,
  );
}
