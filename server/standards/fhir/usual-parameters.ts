import type { SearchParameter, Values } from './search.ts';
import { type Coding, SYSTEMS, type Telling } from './telling.ts';

export function byName<Thing>(of: Values<Thing, string>): SearchParameter<Thing> {
  return {
    name: 'name',
    type: 'string',
    documentation: 'Begins with; :contains and :exact too.',
    of,
  };
}

export function byIdentifier<Thing>(of: (thing: Thing) => Coding[]): SearchParameter<Thing> {
  return {
    name: 'identifier',
    type: 'token',
    documentation: 'ODS or GSS code, with or without its system.',
    of,
  };
}

export function byKind<Thing>(kindsOf: (thing: Thing) => string[]): SearchParameter<Thing> {
  return {
    name: 'type',
    type: 'token',
    documentation: 'The kind of ground: district, pct ...',
    of: (thing) => kindsOf(thing).map((code) => ({ system: SYSTEMS.kind, code })),
  };
}

export function byActive<Thing>(
  documentation: string,
  isActive: (thing: Thing, telling: Telling) => boolean,
): SearchParameter<Thing> {
  return {
    name: 'active',
    type: 'token',
    documentation,
    of: (thing, telling) => [{ code: String(isActive(thing, telling)) }],
  };
}
