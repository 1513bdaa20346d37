import {
  allBodies,
  type Body,
  bodyId,
  isActive,
  kindsOf,
  lifeOf,
  nameOf,
  parentOf,
  presentArea,
} from './bodies.ts';
import { kindName } from '../../domain/area.ts';
import { resource } from './resource.ts';
import {
  type Fields,
  identifiersOf,
  metaOf,
  SYSTEMS,
  type Telling,
  writeIdentifiers,
} from './telling.ts';

/** Councils, NHS bodies and the organisations that run teams. */
export const ORGANIZATION = resource<Body>({
  type: 'Organization',
  all: allBodies,
  idOf: ({ id }) => id,
  lifeOf,
  write,
  parameters: [
    {
      name: 'name',
      type: 'string',
      documentation: 'Begins with; :contains and :exact too.',
      of: (body, telling) => [nameOf(body, telling)],
    },
    {
      name: 'identifier',
      type: 'token',
      documentation: 'ODS or GSS code, with or without its system.',
      of: (body) => (body.kind === 'body' ? body.areas.flatMap(identifiersOf) : []),
    },
    {
      name: 'active',
      type: 'token',
      documentation: 'true while it has ground in force, or runs a team that answers.',
      of: (body, telling) => [{ code: String(isActive(body, telling)) }],
    },
    {
      name: 'type',
      type: 'token',
      documentation: 'The kind of its ground: district, pct ...',
      of: (body) => kindsOf(body).map((code) => ({ system: SYSTEMS.kind, code })),
    },
  ],
});

function write(body: Body, telling: Telling): Fields {
  const parent = parentOf(body, telling);
  return {
    resourceType: 'Organization',
    id: body.id,
    meta: metaOf(lifeOf(body), telling),
    ...(body.kind === 'body' && writeIdentifiers(identifiersOf(presentArea(body.areas, telling)))),
    active: isActive(body, telling),
    ...(body.kind === 'body' && {
      type: kindsOf(body).map((kind) => ({
        coding: [{ system: SYSTEMS.kind, code: kind }],
        text: kindName(kind),
      })),
    }),
    name: nameOf(body, telling),
    ...(parent && {
      partOf: { reference: `Organization/${bodyId(parent)}`, display: parent.name },
    }),
  };
}
