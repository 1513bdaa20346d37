import type { Area } from '../../domain/area.ts';
import type { CoverageTerm } from '../../domain/coverage.ts';
import type { Sector } from '../../domain/need.ts';
import { loudNotices } from '../../domain/release.ts';
import { type Contact, isStale, type Team } from '../../domain/team.ts';
import { areaNamed } from '../area-named.ts';
import { bankHolidaysInWords } from '../hours-in-words.ts';
import { uuidOf } from '../uuid.ts';
import { writeHours } from './available-time.ts';
import { namedId } from './bodies.ts';
import { locationId } from './location.ts';
import { resource } from './resource.ts';
import { type Fields, metaOf, SYSTEMS, type Telling } from './telling.ts';
import { byActive, byName } from './usual-parameters.ts';

/** Teams. */
export const HEALTHCARE_SERVICE = resource<Team>({
  type: 'HealthcareService',
  all: ({ atlas }) => atlas.teams,
  idOf: ({ id }) => uuidOf('team', id),
  lifeOf: ({ period }) => period,
  write,
  parameters: [
    byName(({ name }) => [name]),
    byActive('true while it answers for ground in force.', (team, { answers }) => answers(team)),
    {
      name: 'organization',
      type: 'reference',
      documentation: 'The organisation that runs it.',
      of: ({ organisation }) => [`Organization/${namedId(organisation)}`],
    },
    {
      name: 'coverage-area',
      type: 'reference',
      documentation: 'An area all of which it covers.',
      of: (team, telling) =>
        wholeAreas(team, telling).map((area) => `Location/${locationId(area)}`),
    },
    {
      name: 'service-category',
      type: 'token',
      documentation: 'HEALTH, SOCIAL_CARE or HOUSING.',
      of: ({ sectors }) => sectors.map((code) => ({ system: SYSTEMS.sector, code })),
    },
    {
      name: 'service-type',
      type: 'token',
      documentation: 'A need it answers: carers, mental-health ...',
      of: ({ needs }) => needs.map((code) => ({ system: SYSTEMS.need, code })),
    },
  ],
});

function write(team: Team, telling: Telling): Fields {
  const { hours, organisation } = team;
  const alerts = alertsOf(team, telling);
  return {
    resourceType: 'HealthcareService',
    id: uuidOf('team', team.id),
    meta: metaOf(team.period, telling),
    active: telling.answers(team),
    providedBy: { reference: `Organization/${namedId(organisation)}`, display: organisation },
    category: team.sectors.map((sector) => ({
      coding: [{ system: SYSTEMS.sector, code: sector }],
      text: SECTOR_NAMES[sector],
    })),
    type: telling.atlas.needs
      .filter(({ id }) => team.needs.includes(id))
      .map(({ id, name }) => ({ coding: [{ system: SYSTEMS.need, code: id }], text: name })),
    name: team.name,
    comment: `${team.does} Not this team: ${team.doesNot}`,
    ...(alerts !== '' && { extraDetails: alerts }),
    telecom: [
      ...telecomOf(team.day, 'when the team is open', 1),
      ...(team.outOfHours ? telecomOf(team.outOfHours, 'when the team is closed', 2) : []),
    ],
    coverageArea: team.covers.map((term) => coverageArea(term, telling)),
    ...eligibilityOf(team),
    referralMethod: [{ coding: [BY_TELEPHONE] }],
    ...writeHours(hours, telling.today),
    availabilityExceptions: `Times are local, in London. ${bankHolidaysInWords(hours)}`,
  };
}

const SECTOR_NAMES: Readonly<Record<Sector, string>> = {
  HEALTH: 'Health',
  SOCIAL_CARE: 'Social care',
  HOUSING: 'Housing',
};

const BY_TELEPHONE = {
  system: 'http://terminology.hl7.org/CodeSystem/service-referral-method',
  code: 'phone',
  display: 'Phone',
};

function alertsOf(team: Team, { atlas, today }: Telling): string {
  return [
    ...(isStale(team, today)
      ? ['This entry has not been checked for a year: make sure of the number.']
      : []),
    `Checked on ${team.checkedOn}.`,
    ...loudNotices(atlas.release),
  ].join(' ');
}

const COMMENT = 'http://hl7.org/fhir/StructureDefinition/contactpoint-comment';

function telecomOf({ label, phone, email, url }: Contact, when: string, rank: number): Fields[] {
  const extension = [{ url: COMMENT, valueString: `${label}: ${when}` }];
  const ways = [
    { system: 'phone', value: phone },
    { system: 'email', value: email },
    { system: 'url', value: url },
  ];
  return ways
    .filter(({ value }) => value !== null)
    .map((way) => ({ extension, ...way, use: 'work', rank }));
}

/** Ground common to several areas is less than each of them, so it is named and not pointed to. */
function coverageArea(term: CoverageTerm, { atlas, today }: Telling): Fields {
  const named = term.map((each) => ({ each, area: areaNamed(each, atlas, today) }));
  const display = named
    .map(({ each, area }) => area?.name ?? `${each.kind} ${each.code}`)
    .join(' within ');
  const [only, ...others] = named;
  return only?.area && others.length === 0
    ? { reference: `Location/${locationId(only.area)}`, display }
    : { display };
}

function wholeAreas({ covers }: Team, { atlas, today }: Telling): Area[] {
  return covers
    .flatMap(([only, ...others]) => (only && others.length === 0 ? [only] : []))
    .map((each) => areaNamed(each, atlas, today))
    .filter((area) => area !== undefined);
}

function eligibilityOf({ ages: { from, to } }: Team): Fields {
  if (from === null && to === null) return {};
  const since = from === null ? '' : ` from ${from}`;
  const until = to === null ? '' : ` up to ${to}`;
  return { eligibility: [{ code: { text: `Ages${since}${until}` } }] };
}
