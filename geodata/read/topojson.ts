import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';

import { describe } from '../fields.ts';
import { InputFault } from '../input-fault.ts';

/** Of an unread file: only `type` is known. */
type Unread = Readonly<Record<string, unknown>>;

export function isTopology(value: unknown): value is Unread {
  return (value as { type?: unknown } | null)?.type === 'Topology';
}

/** The features of one object of a TopoJSON file. Throws one sentence for arcs that are not there. */
export function topologyFeatures(
  topology: Unread,
  object: string | null,
  file: string,
): readonly unknown[] {
  const geometries = geometriesOf(topology, object, file);
  checkArcs(topology, file);
  checkTransform(topology, file);
  return geometries.map((geometry, at) =>
    featureOf(topology, (geometry ?? {}) as Unread, `${file}, feature ${at + 1}`),
  );
}

/** How deep the numbers of its arcs lie. */
const LEVELS: Readonly<Record<string, number>> = { Polygon: 2, MultiPolygon: 3 };

/** What is no polygon is left without its ground, for `parseShape` to refuse by its type. */
function featureOf(topology: Unread, geometry: Unread, where: string): unknown {
  const { type, arcs, properties } = geometry;
  const levels = typeof type === 'string' ? LEVELS[type] : undefined;
  if (levels === undefined) return { type: 'Feature', properties, geometry: { type } };
  const count = (topology['arcs'] as unknown[]).length;
  const stray = strayArc(arcs, count, levels);
  if (stray !== undefined)
    throw new InputFault(
      `${where}: wanted lists of the file's ${count} arcs, found ${describe(stray.found)}`,
    );
  return feature(topology as unknown as Topology, geometry as unknown as GeometryObject);
}

function geometriesOf(topology: Unread, object: string | null, file: string): readonly unknown[] {
  const objects = (topology['objects'] ?? {}) as Unread;
  const names = Object.keys(objects);
  const name = object ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined)
    throw new InputFault(
      `${file}: wanted "object" to say which of ${names.join(', ') || 'no objects'} to read, found nothing`,
    );
  if (!Object.hasOwn(objects, name))
    throw new InputFault(
      `${file}: wanted the object ${name}, found ${names.join(', ') || 'no objects'}`,
    );
  const geometries = (objects[name] as Unread | null)?.['geometries'];
  if (!Array.isArray(geometries) || geometries.length === 0)
    throw new InputFault(`${file}: wanted features in ${name}, found ${describe(geometries)}`);
  return geometries as readonly unknown[];
}

function checkArcs({ arcs }: Unread, file: string): void {
  if (!Array.isArray(arcs))
    throw new InputFault(`${file}: wanted a list of arcs, found ${describe(arcs)}`);
  arcs.forEach((arc: unknown, at) => {
    if (!Array.isArray(arc) || arc.length === 0 || !arc.every(isPosition))
      throw new InputFault(
        `${file}, arc ${at}: wanted positions of two numbers, found ${describe(arc)}`,
      );
  });
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && value.every(Number.isFinite);
}

function checkTransform({ transform }: Unread, file: string): void {
  if (transform === undefined) return;
  const { scale, translate } = (transform ?? {}) as Unread;
  if (!isPosition(scale) || !isPosition(translate))
    throw new InputFault(
      `${file}: wanted scale and translate of two numbers, found ${describe(transform)}`,
    );
}

/** The first that names no arc of the file, or is no list where one should be; ~n names arc n turned round. */
function strayArc(value: unknown, count: number, levels: number): { found: unknown } | undefined {
  if (levels > 0) {
    if (!Array.isArray(value)) return { found: value };
    for (const each of value as unknown[]) {
      const stray = strayArc(each, count, levels - 1);
      if (stray) return stray;
    }
    return undefined;
  }
  const number = Number.isInteger(value) ? (value as number) : Number.NaN;
  const at = number < 0 ? ~number : number;
  return at >= 0 && at < count ? undefined : { found: value };
}
