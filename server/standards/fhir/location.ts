import { type Area, kindName } from '../../domain/area.ts';
import { wound } from '../../domain/winding.ts';
import { uuidOf } from '../uuid.ts';
import { bodyId } from './bodies.ts';
import { resource } from './resource.ts';
import {
  type Fields,
  identifiersOf,
  metaOf,
  type Telling,
  writeIdentifiers,
  writeKind,
} from './telling.ts';
import { byIdentifier, byKind, byName } from './usual-parameters.ts';

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
    byName(({ name }) => [name]),
    byIdentifier(identifiersOf),
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
    byKind(({ set }) => [set.kind]),
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
    type: [writeKind(set.kind)],
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
