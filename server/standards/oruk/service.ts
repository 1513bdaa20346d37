import { holds, type LocalDate } from '../../domain/calendar.ts';
import type { CoverageTerm } from '../../domain/coverage.ts';
import { loudNotices } from '../../domain/release.ts';
import { type Contact, isStale, type Team } from '../../domain/team.ts';
import type { Questions } from '../../questions/questions.ts';
import { areaNamed } from '../area-named.ts';
import { bankHolidaysInWords, timeOf } from '../hours-in-words.ts';
import { modifiedAt } from '../modified.ts';
import { uuidOf } from '../uuid.ts';
import { WEEKDAYS, weeklySpans } from './schedule.ts';
import { termsOfTeam } from './taxonomy.ts';

/** What an entry is written from besides its team. */
export type Telling = Pick<Questions, 'atlas'> & {
  readonly today: LocalDate;
  /** True of a team that answers for somebody today. */
  readonly answers: (team: Team) => boolean;
  /** Where others reach this server's areas: `https://teams.example.org/geojson/areas`. */
  readonly areas: string;
  /** Of the postcode asked about, for this team. */
  readonly doubts?: (team: Team) => readonly string[];
};

export type Fields = Readonly<Record<string, unknown>>;

export const serviceId = ({ id }: Team): string => uuidOf('team', id);
export const organizationId = ({ organisation }: Team): string =>
  uuidOf('organisation', organisation);
export const atLocationId = ({ id }: Team): string => uuidOf('team at location', id);

/** Fields of a service that stand in a list: none that are lists themselves. */
export function serviceInList(team: Team, telling: Telling): Fields {
  const { day, ages, checkedOn } = team;
  return given({
    id: serviceId(team),
    organization_id: organizationId(team),
    name: team.name,
    description: `${team.does} Not this team: ${team.doesNot}`,
    url: day.url,
    email: day.email,
    status: statusOf(team, telling),
    minimum_age: ages.from,
    maximum_age: ages.to,
    assured_date: checkedOn,
    alert: alertOf(team, telling),
    last_modified: new Date(teamModifiedAt(team, telling)).toISOString(),
    organization: organizationOf(team, telling),
  });
}

/** A service with all that belongs to it. */
export function wholeService(team: Team, telling: Telling): Fields {
  const service_id = serviceId(team);
  return {
    ...serviceInList(team, telling),
    schedules: schedulesOf(team),
    service_areas: team.covers.map((term, at) => ({
      id: uuidOf('service area', team.id, String(at)),
      service_id,
      ...serviceArea(term, telling),
    })),
    service_at_locations: [atLocation(team)],
    contacts: contactsOf(team).map(({ contact, when }) => ({
      id: uuidOf('contact', team.id, when),
      service_id,
      title: contact.label,
      phones: [phoneOf(team, contact, when)],
    })),
    phones: contactsOf(team).map(({ contact, when }) => phoneOf(team, contact, when)),
    attributes: termsOfTeam(team, telling.atlas.needs).map((term) => ({
      id: uuidOf('attribute', team.id, term.id),
      link_id: service_id,
      taxonomy_term_id: term.id,
      link_type: 'service',
      taxonomy_term: term,
    })),
  };
}

export function atLocationInList(team: Team, telling: Telling): Fields {
  return { ...atLocation(team), service: serviceInList(team, telling) };
}

/** The specification asks for the fields of a service here, so its name and status stand beside. */
export function wholeAtLocation(team: Team, telling: Telling): Fields {
  return {
    ...atLocation(team),
    name: team.name,
    status: statusOf(team, telling),
    service: wholeService(team, telling),
  };
}

/** Epoch milliseconds. */
export function teamModifiedAt({ period }: Team, { atlas, today }: Telling): number {
  return modifiedAt(period, { loadedAt: atlas.release.loadedAt, today });
}

function statusOf(team: Team, { answers, today }: Telling): string {
  if (answers(team)) return 'active';
  return team.period.from !== null && today < team.period.from ? 'inactive' : 'defunct';
}

function alertOf(team: Team, { atlas, today, doubts }: Telling): string | null {
  const stale = isStale(team, today)
    ? ['This entry has not been checked for a year: make sure of the number.']
    : [];
  const said = [...(doubts?.(team) ?? []), ...stale, ...loudNotices(atlas.release)];
  return said.length > 0 ? said.join(' ') : null;
}

function organizationOf({ organisation }: Team, { atlas }: Telling): Fields {
  const teams = atlas.teams.filter((team) => team.organisation === organisation);
  const names = [...new Set(teams.map(({ name }) => name))].sort();
  return {
    id: uuidOf('organisation', organisation),
    name: organisation,
    description: `Runs ${names.join(', ')}.`,
  };
}

function schedulesOf(team: Team): Fields[] {
  const { hours } = team;
  return weeklySpans(hours).map(({ span, days }, at) => ({
    id: uuidOf('schedule', team.id, String(at)),
    service_id: serviceId(team),
    freq: 'WEEKLY',
    byday: days.map((day) => WEEKDAYS[day]).join(','),
    opens_at: timeOf(span.opens),
    closes_at: timeOf(span.closes),
    description: [
      'Local time in London.',
      ...(span.closes > 1440 ? ['Closes the next day.'] : []),
      bankHolidaysInWords(hours),
    ].join(' '),
  }));
}

/** One area by the address of its ground; ground common to several in words. */
function serviceArea(term: CoverageTerm, { atlas, today, areas }: Telling): Fields {
  const named = term.map((each) => ({ each, area: areaNamed(each, atlas, today) }));
  const name = named
    .map(({ each, area }) => area?.name ?? `${each.kind} ${each.code}`)
    .join(' within ');
  const [only, ...others] = named;
  if (!only?.area || others.length > 0) return { name };
  const { kind, period } = only.area.set;
  const date = holds(period, today) ? null : period.from;
  const search = new URLSearchParams({ kind, ...(date !== null && { date }) });
  return { name, uri: `${areas}/${encodeURIComponent(only.area.code)}?${search.toString()}` };
}

function atLocation(team: Team): Fields {
  const location_id = uuidOf('location', team.id);
  return {
    id: atLocationId(team),
    service_id: serviceId(team),
    location_id,
    location: {
      id: location_id,
      location_type: 'virtual',
      name: team.day.label,
      description: `Reached by telephone: ${team.hoursText}.`,
    },
  };
}

type When = 'open' | 'closed';

function contactsOf({ day, outOfHours }: Team): { contact: Contact; when: When }[] {
  return [
    { contact: day, when: 'open' as const },
    ...(outOfHours ? [{ contact: outOfHours, when: 'closed' as const }] : []),
  ];
}

function phoneOf(team: Team, { label, phone }: Contact, when: When): Fields {
  return {
    id: uuidOf('phone', team.id, when),
    service_id: serviceId(team),
    number: phone,
    type: 'voice',
    description: `${label}: when the team is ${when}`,
  };
}

/** Without the fields nothing is known of. */
function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
