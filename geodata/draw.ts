import { type Area, type BoundarySet, kindName } from '../server/domain/area.ts';
import type { AreaShape } from '../server/domain/boundary-index.ts';
import type { Shape } from '../server/domain/shape.ts';
import { packedKm2 } from './overlay/measure.ts';
import { editionsOf } from './editions.ts';
import type { Fields } from './fields.ts';
import { InputFault } from './input-fault.ts';
import { type BoundarySource, type Dissolve, isSameSet } from './manifest.ts';
import { packed, type PackedShape, unpacked } from './overlay/packed-shape.ts';
import type { Pool } from './overlay/pool.ts';
import { readCsv } from './read/csv.ts';
import {
  ALWAYS,
  inOrder,
  type Names,
  type ReadArea,
  readAreas,
  readCode,
  readNames,
} from './read/geojson.ts';
import { convertedNotice, systemInWords } from './read/system.ts';
import { repairInWords, repairsNotice, soundAreas } from './sound.ts';

/** Metres: that of the ONS "generalised" (BGC) files, the usual choice. */
const USUAL_RESOLUTION = 20;

/** The sets and areas of a release, numbered from 0; postcodes and residents not yet counted. */
export type Drawing = {
  readonly sets: readonly BoundarySet[];
  /** Set by set, where it came from. */
  readonly sources: readonly BoundarySource[];
  readonly areas: readonly DrawnArea[];
  /** What a reader of the release should know of how the lines were read. */
  readonly notices: readonly string[];
};

/** Its shape is made of its numbers each time it is asked for, since all shapes together are many. */
export type DrawnArea = AreaShape & { readonly packed: PackedShape };

/** Where drawing says that a set is done, and what it did to its areas. */
export type Told = { readonly step: () => void; readonly say: (line: string) => void };

export async function drawBoundaries(
  sources: readonly BoundarySource[],
  pool: Pool,
  { step, say }: Told,
): Promise<Drawing> {
  const drawn: Drawn[] = [];
  for (const source of sources) {
    drawn.push(...(await drawSet(source, drawn, { pool, say })));
    step();
  }
  const sets = drawn.map(({ source, resolutionMetres }, id) =>
    setFrom(source, resolutionMetres, id),
  );
  const areas = drawn.flatMap(({ areas: each }, at) =>
    each.map((area) => ({ set: sets[at], area })),
  );
  return {
    sets,
    sources: drawn.map(({ source }) => source),
    areas: areas.flatMap(({ set, area }, id) => (set ? [asArea(area, set, id)] : [])),
    notices: drawn.flatMap(({ notices }) => notices),
  };
}

type Drawn = {
  readonly source: BoundarySource;
  readonly resolutionMetres: number;
  readonly areas: readonly ReadArea[];
  readonly notices: readonly string[];
};

async function drawSet(
  source: BoundarySource,
  drawn: readonly Drawn[],
  { pool, say }: Pick<Told, 'say'> & { readonly pool: Pool },
): Promise<Drawn[]> {
  const { from, repair } = source;
  if (from.way === 'file') {
    const { file, object, fields, life } = from;
    const read = readAreas({ file, object, repair }, fields, life);
    for (const line of systemInWords(read.system, file)) say(line);
    const { areas, repairs } = await soundAreas(read.areas, source, pool);
    for (const each of repairs) say(repairInWords(each));
    const resolutionMetres = source.resolutionMetres ?? USUAL_RESOLUTION;
    const notices = [
      ...(read.system.grid === 'british' ? [convertedNotice(setName(source))] : []),
      ...(repairs.length > 0 ? [repairsNotice(setName(source), repairs)] : []),
    ];
    const editions = life ? editionsOf(source, areas) : [{ source, areas }];
    return editions.map((edition, at) => ({
      ...edition,
      resolutionMetres,
      notices: at === 0 ? notices : [],
    }));
  }
  const base = drawn.find((each) => isSameSet(each.source, from));
  if (!base) throw new Error(`There is no ${from.kind} ${from.edition} to dissolve`);
  const areas = await dissolve(from, base.areas, pool);
  const resolutionMetres = source.resolutionMetres ?? base.resolutionMetres;
  return [{ source, resolutionMetres, areas, notices: [] }];
}

function setName({ kind, edition }: BoundarySource): string {
  return `the ${kindName(kind)} lines of ${edition}`;
}

/** Areas of the base that the table does not name are left out: a set may cover only part of the ground. */
async function dissolve(
  from: Dissolve,
  base: readonly ReadArea[],
  pool: Pool,
): Promise<ReadArea[]> {
  const byCode = new Map(base.map((area) => [area.code, area]));
  const rows = inOrder(
    readCsv(from.table).map((row) => ({ row, code: readCode(row, from.of), where: row.where })),
  );
  const groups = Map.groupBy(rows, ({ row }) => readCode(row, from.fields.code));
  const areas = [...groups.values()].map(async (members) => {
    const shapes = members.map(({ row, code }) => packed(memberOf(byCode, code, row, from).shape));
    const union = await pool.run({ kind: 'union', shapes });
    const names = sameNames(
      members.map(({ row }) => row),
      from,
    );
    if (!union) throw new InputFault(`${from.table}: wanted ground for ${names.code}, found none`);
    const shape = unpacked(union);
    return { ...names, shape, where: members[0]?.where ?? from.table, mended: [], life: ALWAYS };
  });
  return inOrder(await Promise.all(areas));
}

function memberOf(
  byCode: ReadonlyMap<string, ReadArea>,
  code: string,
  row: Fields,
  from: Dissolve,
): ReadArea {
  const member = byCode.get(code);
  if (!member) throw row.fault(from.of, `an area of ${from.kind} ${from.edition}`, code);
  return member;
}

/** Every row of one new area must call it the same. */
function sameNames(rows: readonly Fields[], { fields }: Dissolve): Names {
  const [first, ...others] = rows.map((row) => ({ row, names: readNames(row, fields) }));
  if (!first) throw new Error('A new area needs at least one row');
  for (const { row, names } of others)
    if (
      names.name !== first.names.name ||
      names.gss !== first.names.gss ||
      names.ods !== first.names.ods
    )
      throw row.fault(
        fields.name,
        `the names that earlier rows give ${names.code}, such as ${first.names.name}`,
        names.name,
      );
  return first.names;
}

function setFrom(
  { kind, edition, period, status, source, licence }: BoundarySource,
  resolutionMetres: number,
  id: number,
): BoundarySet {
  return { id, kind, edition, period, status, source, licence, resolutionMetres };
}

function asArea(
  { code, gss, ods, name, shape }: ReadArea,
  set: BoundarySet,
  id: number,
): DrawnArea {
  const { type } = shape;
  const numbers = packed(shape);
  const area: Area = {
    id,
    set,
    code,
    gss,
    ods,
    name,
    km2: packedKm2(numbers),
    postcodes: 0,
    residents: null,
  };
  return {
    area,
    packed: numbers,
    get shape() {
      return ofType(type, unpacked(numbers));
    },
  };
}

/** As its file has it: a publisher may call one polygon several. */
function ofType(type: Shape['type'], shape: Shape): Shape {
  return type === 'MultiPolygon' && shape.type === 'Polygon'
    ? { type, coordinates: [shape.coordinates] }
    : shape;
}
