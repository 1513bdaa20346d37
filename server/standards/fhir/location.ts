import { type Area, kindName } from '../../domain/area.ts';
import { wound } from '../../domain/winding.ts';
import { uuidOf } from '../uuid.ts';
import { bodyId } from './bodies.ts';
import { resource } from './resource.ts';
import {
  type Fields,
  identifiersOf,
  metaOf,
  SYSTEMS,
  type Telling,
  writeIdentifiers,
} from './telling.ts';

/** Of one edition: a redrawn area is another place. */
export function locationId({ set, code }: Area): string {
  return uuidOf('area', set.kind, code, set.period.from ?? set.edition);
}

/** Areas: the ground of bodies, edition by edition. */
export const LOCATION = resource<Area>({
  type: 'Location',
  all: ({ atlas }) => atlas.areas,
  idOf: locationId,
  lifeOf: ({ set }) => set.period,
  write,
  parameters: [
    {
      name: 'name',
      type: 'string',
      documentation: 'Begins with; :contains and :exact too.',
      of: ({ name }) => [name],
    },
    {
      name: 'identifier',
      type: 'token',
      documentation: 'ODS or GSS code, with or without its system.',
      of: identifiersOf,
    },
    {
      name: 'organization',
      type: 'reference',
      documentation: 'The body whose ground it is.',
      of: (area) => [`Organization/${bodyId(area)}`],
    },
    {
      name: 'status',
      type: 'token',
      documentation: 'active while in force, inactive before and after.',
      of: (area, telling) => [{ code: statusOf(area, telling) }],
    },
    {
      name: 'type',
      type: 'token',
      documentation: 'The kind of ground: district, pct ...',
      of: ({ set }) => [{ system: SYSTEMS.kind, code: set.kind }],
    },
  ],
});

const BOUNDARY = 'http://hl7.org/fhir/StructureDefinition/location-boundary-geojson';
const JURISDICTION = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/location-physical-type',
      code: 'jdn',
      display: 'Jurisdiction',
    },
  ],
};

async function write(area: Area, telling: Telling, alone: boolean): Promise<Fields> {
  const { set, name } = area;
  return {
    resourceType: 'Location',
    id: locationId(area),
    meta: metaOf(set.period, telling),
    extension: [{ url: BOUNDARY, valueAttachment: await boundaryOf(area, telling, alone) }],
    ...writeIdentifiers(identifiersOf(area)),
    status: statusOf(area, telling),
    name,
    description: inWords(area),
    mode: 'instance',
    type: [{ coding: [{ system: SYSTEMS.kind, code: set.kind }], text: kindName(set.kind) }],
    physicalType: JURISDICTION,
    managingOrganization: { reference: `Organization/${bodyId(area)}`, display: name },
  };
}

function statusOf(area: Area, { inForce }: Telling): string {
  return inForce(area) ? 'active' : 'inactive';
}

function inWords({ set }: Area): string {
  const { from, to } = set.period;
  const since = from === null ? '' : ` from ${from}`;
  const until = to === null ? '' : ` until the day before ${to}`;
  return `${kindName(set.kind)}, edition ${set.edition}, ${set.status.toLowerCase()},${since}${until} (${set.source}, ${set.licence}).`;
}

/** The line itself when asked for alone; in a list, where it is. */
async function boundaryOf(area: Area, telling: Telling, alone: boolean): Promise<Fields> {
  const attachment = { contentType: 'application/geo+json', title: area.name };
  const shape = alone ? await telling.shapeOf(area) : undefined;
  if (shape) {
    const data = Buffer.from(JSON.stringify(wound(shape)));
    return { ...attachment, data: data.toString('base64'), size: data.length };
  }
  const { kind, period } = area.set;
  const search = new URLSearchParams({ kind, ...(period.from !== null && { date: period.from }) });
  const areas = telling.base.replace(/\/[^/]*$/, '/geojson/areas');
  return { ...attachment, url: `${areas}/${encodeURIComponent(area.code)}?${search.toString()}` };
}
