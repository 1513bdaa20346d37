import type { Period } from '../../server/domain/calendar.ts';
import type { Shape } from '../../server/domain/shape.ts';
import { describe, Fields, shown } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { type FeatureFile, readRawFeatures } from './features.ts';
import { type LifeFields, readLife } from './life.ts';
import { mended } from './mend.ts';
import { parseShape } from './shape.ts';
import type { System } from './system.ts';

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
  /** When it was there, where its file says so of each area; else open. */
  readonly life: Period;
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

/** A file of areas. With `repair`, what can be put right in its geometry is. */
export type AreaFile = FeatureFile & { readonly repair: boolean };

export const ALWAYS: Period = { from: null, to: null };

/** What a file holds, and what its positions were in. */
export type FromFile<Item> = { readonly areas: readonly Item[]; readonly system: System };

/** In the order of their codes, so that the order of a file changes nothing. With `lifeFields` one code may have several lives. */
export function readAreas(
  source: AreaFile,
  fields: AreaFields,
  lifeFields: LifeFields | null = null,
): FromFile<ReadArea> {
  const { features, system } = readFeatures(source, fields.code);
  const areas = features.map(({ properties, ...feature }) => ({
    ...readNames(properties, fields),
    ...feature,
    where: properties.where,
    life: lifeFields ? readLife(properties, lifeFields) : ALWAYS,
  }));
  checkGrid(areas, system);
  return { areas: lifeFields ? areas : inOrder(areas), system };
}

/** The numbers of the Irish Grid look like those of the British, and would put Belfast by Liverpool. */
function checkGrid(areas: readonly ReadArea[], { grid, named }: System): void {
  if (grid !== 'british' || named !== null) return;
  const irish = areas.find(({ gss }) => gss?.startsWith('N') === true);
  if (irish)
    throw new InputFault(
      `${irish.where}: wanted WGS84 degrees for Northern Ireland, found metres of a grid the file does not name`,
    );
}

/** A small area and the people counted in it. */
export type SmallArea = {
  readonly residents: number;
  readonly shape: Shape;
  readonly where: string;
};

export function readSmallAreas(
  source: AreaFile,
  field: string,
): FromFile<SmallArea & Pick<ReadArea, 'mended'>> {
  const { features, system } = readFeatures(source, 'code');
  const areas = features.map(({ properties, ...feature }) => {
    const residents = properties.number(field);
    if (!(residents >= 0)) throw properties.fault(field, 'a count of people', residents);
    return { residents, ...feature, where: properties.where };
  });
  return { areas, system };
}

/** What an area is called. */
export type Names = Pick<ReadArea, 'code' | 'gss' | 'ods' | 'name'>;

export function readNames(entry: Fields, fields: AreaFields): Names {
  const code = readCode(entry, entry.fitting(fields.code));
  const named = entry.fitting(fields.name);
  const name = entry.text(named);
  if (name.length > LONGEST_NAME)
    throw entry.fault(named, `a name of ${LONGEST_NAME} characters at most`, name);
  if (hasControls(name)) throw entry.fault(named, 'a name without control characters', name);
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
/** Some files have codes of the ONS in small letters. */
const SMALL_GSS = /^[ewsnk]\d{8}$/;
const LONGEST_NAME = 200;
/** Format controls too: a right-to-left override makes one name look like another. */
const CONTROL = /[\p{Cc}\p{Cf}]/u;

export function hasControls(text: string): boolean {
  return CONTROL.test(text);
}

export function readCode(entry: Fields, field: string): string {
  const code = entry.text(field);
  if (!CODE.test(code)) throw entry.fault(field, 'a code without blanks or colons', code);
  return SMALL_GSS.test(code) ? code.toUpperCase() : code;
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

function readFeatures(
  { repair, ...source }: AreaFile,
  codeField: string,
): { readonly features: readonly Feature[]; readonly system: System } {
  const { features: raw, system } = readRawFeatures(source);
  const features = raw.map(({ type, properties, geometry }, at) => {
    const number = `${source.file}, feature ${at + 1}`;
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
  return { features, system };
}
