import { type Area, type Kind, kindName } from '../../domain/area.ts';
import { addDays, type LocalDate, type Period } from '../../domain/calendar.ts';
import type { Team } from '../../domain/team.ts';
import type { Questions } from '../../questions/questions.ts';
import { modifiedAt } from '../modified.ts';
import { uuidOf } from '../uuid.ts';

/** What resources are written from. */
export type Telling = Pick<Questions, 'atlas' | 'shapeOf'> & {
  readonly today: LocalDate;
  /** `https://teams.example.org/fhir`. */
  readonly base: string;
  /** True of a team that answers for somebody today. */
  readonly answers: (team: Team) => boolean;
  readonly inForce: (area: Area) => boolean;
};

export type Fields = Readonly<Record<string, unknown>>;
export type Coding = { readonly system: string; readonly code: string };

/** Names of our own that no publisher keeps a list of: the same on every server. */
export const SYSTEMS = {
  need: `urn:uuid:${uuidOf('code system', 'need')}`,
  sector: `urn:uuid:${uuidOf('code system', 'sector')}`,
  kind: `urn:uuid:${uuidOf('code system', 'kind')}`,
  arrangement: `urn:uuid:${uuidOf('code system', 'arrangement')}`,
} as const;

/** Of UK Core. */
const ODS = 'https://fhir.nhs.uk/Id/ods-organization-code';
/** Where the ONS keeps its codes as linked data. */
const GSS = 'http://statistics.data.gov.uk/id/statistical-geography';

export function identifiersOf({ ods, gss }: Pick<Area, 'ods' | 'gss'>): Coding[] {
  return [
    ...(ods === null ? [] : [{ system: ODS, code: ods }]),
    ...(gss === null ? [] : [{ system: GSS, code: gss }]),
  ];
}

export function writeIdentifiers(codings: readonly Coding[]): Fields {
  const identifier = codings.map(({ system, code }) => ({ system, value: code }));
  return identifier.length > 0 ? { identifier } : {};
}

/** A kind of ground as a CodeableConcept. */
export function writeKind(kind: Kind): Fields {
  return { coding: [{ system: SYSTEMS.kind, code: kind }], text: kindName(kind) };
}

/** FHIR counts the last day in; ours is the first day after. */
export function writePeriod({ from, to }: Period): Fields {
  return {
    ...(from !== null && { start: from }),
    ...(to !== null && { end: addDays(to, -1) }),
  };
}

/** Epoch milliseconds. */
export function lastUpdated(period: Period, { atlas, today }: Telling): number {
  return modifiedAt(period, { loadedAt: atlas.release.loadedAt, today });
}

export function metaOf(period: Period, telling: Telling): Fields {
  return { lastUpdated: new Date(lastUpdated(period, telling)).toISOString() };
}
