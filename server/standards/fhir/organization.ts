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
import { resource } from './resource.ts';
import {
  type Fields,
  identifiersOf,
  metaOf,
  type Telling,
  writeIdentifiers,
  writeKind,
} from './telling.ts';
import { byActive, byIdentifier, byKind, byName } from './usual-parameters.ts';

/** Councils, NHS bodies and the organisations that run teams. */
export const ORGANIZATION = resource<Body>({
  type: 'Organization',
  all: allBodies,
  idOf: ({ id }) => id,
  lifeOf,
  write,
  parameters: [
    byName((body, telling) => [nameOf(body, telling)]),
    byIdentifier((body) => (body.kind === 'body' ? body.areas.flatMap(identifiersOf) : [])),
    byActive('true while it has ground in force, or runs a team that answers.', isActive),
    byKind(kindsOf),
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
      type: kindsOf(body).map(writeKind),
    }),
    name: nameOf(body, telling),
    ...(parent && {
      partOf: { reference: `Organization/${bodyId(parent)}`, display: parent.name },
    }),
  };
}
