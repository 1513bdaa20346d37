import type { Shape } from '../../server/domain/shape.ts';
import { describe, Fields, readJson, shown } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { mended } from './mend.ts';
import { parseShape } from './shape.ts';

/** An area as its file has it. */
export type ReadArea = {
  readonly code: string;
  readonly gss: string | null;
  readonly ods: string | null;
  readonly name: string;
  readonly shape: Shape;
  /** File, feature number and code, for messages. */
  readonly where: string;
  /** What was put right in reading it, in words. */
  readonly mended: readonly string[];
};

/** Which property or column holds each, `*` standing for any letters; null where none does. */
export type AreaFields = {
  readonly code: string;
  readonly name: string;
  readonly gss: string | null;
  readonly ods: string | null;
  /** The ODS code is what follows this text in the name: the ONS calls sub-ICBs "NHS Dorset ICB - 11J". */
  readonly odsAfter?: string | null;
};

/** A file of features. With `repair`, what can be put right in its geometry is. */
export type FeatureFile = { readonly file: string; readonly repair: boolean };

/** In the order of their codes, so that the order of a file changes nothing. */
export function readAreas(source: FeatureFile, fields: AreaFields): ReadArea[] {
  const areas = readFeatures(source, fields.code).map(({ properties, ...feature }) => ({
    ...readNames(properties, fields),
    ...feature,
    where: properties.where,
  }));
  return inOrder(areas);
}

/** A small area and the people counted in it. */
export type SmallArea = {
  readonly residents: number;
  readonly shape: Shape;
  readonly where: string;
};

export function readSmallAreas(
  source: FeatureFile,
  field: string,
): (SmallArea & Pick<ReadArea, 'mended'>)[] {
  return readFeatures(source, 'code').map(({ properties, ...feature }) => {
    const residents = properties.number(field);
    if (!(residents >= 0)) throw properties.fault(field, 'a count of people', residents);
    return { residents, ...feature, where: properties.where };
  });
}

/** What an area is called. */
export type Names = Pick<ReadArea, 'code' | 'gss' | 'ods' | 'name'>;

export function readNames(entry: Fields, fields: AreaFields): Names {
  const code = readCode(entry, entry.fitting(fields.code));
  const named = entry.fitting(fields.name);
  const name = entry.text(named);
  if (CONTROL.test(name)) throw entry.fault(named, 'a name without control characters', name);
  const other = (pattern: string | null): string | null => {
    const field = pattern === null ? null : entry.fitting(pattern);
    return field === null || entry.optionalText(field) === null ? null : readCode(entry, field);
  };
  const ods = other(fields.ods) ?? odsAtEnd(name, fields.odsAfter);
  return { code, name, gss: other(fields.gss) ?? gssOf(code), ods };
}

function odsAtEnd(name: string, after: string | null | undefined): string | null {
  if (after == null || !name.includes(after)) return null;
  const end = name.slice(name.lastIndexOf(after) + after.length);
  return /^[A-Z\d]{3,6}$/.test(end) ? end : null;
}

/** A code of the ONS says so by its look: a letter for the country and eight digits. */
function gssOf(code: string): string | null {
  return /^[EWSNK]\d{8}$/.test(code) ? code : null;
}

/** Team coverage writes `KIND:CODE & KIND:CODE`, so a code holds neither blanks nor colons. */
const CODE = /^[^\s:\p{Cc}\p{Cf}]{1,40}$/u;
/** Format controls too: a right-to-left override makes one name look like another. */
const CONTROL = /[\p{Cc}\p{Cf}]/u;

export function readCode(entry: Fields, field: string): string {
  const code = entry.text(field);
  if (!CODE.test(code)) throw entry.fault(field, 'a code without blanks or colons', code);
  return code;
}

/** By code. Refuses two areas of one code. */
export function inOrder<Named extends { readonly code: string; readonly where: string }>(
  areas: readonly Named[],
): Named[] {
  const ordered = areas.toSorted((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
  ordered.forEach((area, at) => {
    if (area.code === ordered[at - 1]?.code)
      throw new InputFault(`${area.where}: wanted each code once, found ${area.code} again`);
  });
  return ordered;
}

type Feature = {
  readonly properties: Fields;
  readonly shape: Shape;
  readonly mended: readonly string[];
};

type Json = Readonly<Record<string, unknown>>;

function readFeatures({ file, repair }: FeatureFile, codeField: string): Feature[] {
  return readCollection(file).map((feature, at) => {
    const { type, properties, geometry } = (feature ?? {}) as Json;
    const number = `${file}, feature ${at + 1}`;
    if (type !== 'Feature')
      throw new InputFault(`${number}: wanted a Feature, found ${describe(type)}`);
    const code = (properties as Json | null | undefined)?.[codeField];
    const where =
      typeof code === 'string' && code !== '' ? `${number} (${shown(code.slice(0, 40))})` : number;
    const drawn = repair ? mended(geometry) : { geometry, faults: [] };
    return {
      properties: new Fields(properties, where),
      shape: parseShape(drawn.geometry, where),
      mended: drawn.faults,
    };
  });
}

function readCollection(file: string): readonly unknown[] {
  const value = readJson(file);
  const { type, features, crs } = (value ?? {}) as Json;
  if (type !== 'FeatureCollection')
    throw new InputFault(
      `${file}: wanted a GeoJSON FeatureCollection, found ${type === undefined ? describe(value) : `type ${describe(type)}`}`,
    );
  if (!Array.isArray(features) || features.length === 0)
    throw new InputFault(`${file}: wanted features, found ${describe(features)}`);
  checkSystem(crs, file);
  return features as readonly unknown[];
}

/** Old files name their coordinate system; the standard of today has but one (RFC 7946, section 4). */
function checkSystem(crs: unknown, file: string): void {
  if (crs === undefined || crs === null || /CRS84|EPSG:+4326/.test(JSON.stringify(crs))) return;
  throw new InputFault(
    `${file}: wanted WGS84 degrees, found a file in ${describe((crs as { properties?: { name?: unknown } }).properties?.name)}`,
  );
}
