import { type Arrangement, ARRANGEMENT_TYPES } from '../server/domain/arrangement.ts';
import { COUNTRIES, type Country } from '../server/domain/bank-holidays.ts';
import type { Period } from '../server/domain/calendar.ts';
import {
  type AgeBand,
  type Need,
  type NotOffered,
  RULE_OF,
  RULES,
  type SectorRule,
  SECTORS,
} from '../server/domain/need.ts';
import type { CoverageTerm } from '../server/domain/coverage.ts';
import { parseOpeningHours } from '../server/domain/opening-hours.ts';
import type { Contact, Team } from '../server/domain/team.ts';
import { type Fields, readJsonList } from './fields.ts';

/** The needs, teams and arrangements of a directory folder. Throws one sentence that names the file and entry. */
export type Directory = {
  readonly needs: readonly Need[];
  readonly teams: readonly Team[];
  readonly arrangements: readonly Arrangement[];
};

export function readDirectory(folder: string): Directory {
  const needs = readJsonList(`${folder}/needs.json`).map(readNeed);
  const known = new Set(needs.map(({ id }) => id));
  return {
    needs,
    teams: readJsonList(`${folder}/teams.json`).map((entry) => readTeam(entry, known)),
    arrangements: readJsonList(`${folder}/arrangements.json`).map(readArrangement),
  };
}

function readNeed(entry: Fields): Need {
  return {
    id: entry.text('id'),
    name: entry.text('name'),
    description: entry.text('description'),
    urgent: entry.flag('urgent'),
    sectors: entry.list('sectors').map(readSectorRule),
    ages: readAges(entry),
    notOffered: entry.has('notOffered') ? entry.list('notOffered').map(readNotOffered) : [],
  };
}

function readSectorRule(entry: Fields): SectorRule {
  const rule = entry.oneOf('rule', RULES);
  return {
    sector: entry.oneOf('sector', SECTORS),
    rule,
    source: entry.optionalText('source') ?? RULE_OF[rule].source,
    link: entry.optionalText('link'),
    period: readPeriod(entry),
  };
}

function readNotOffered(entry: Fields): NotOffered {
  return {
    covers: readCoverage(entry),
    period: readPeriod(entry),
    because: entry.text('because'),
    instead: entry.text('instead'),
  };
}

function readTeam(entry: Fields, needs: ReadonlySet<string>): Team {
  const hoursText = entry.text('hours');
  const covers = readCoverage(entry);
  const hours = parseOpeningHours(hoursText, readCountry(entry, covers));
  if (!hours) throw entry.fault('hours', 'opening hours such as "mon-fri 09:00-17:00"', hoursText);
  const unknown = entry.texts('needs').find((need) => !needs.has(need));
  if (unknown !== undefined) throw entry.fault('needs', 'needs of needs.json', unknown);
  return {
    id: entry.text('id'),
    name: entry.text('name'),
    organisation: entry.text('organisation'),
    sectors: entry.texts('sectors').map((sector) => {
      const known = SECTORS.find((each) => each === sector);
      if (!known) throw entry.fault('sectors', SECTORS.join(', '), sector);
      return known;
    }),
    needs: entry.texts('needs'),
    covers,
    ages: readAges(entry),
    period: readPeriod(entry),
    does: entry.text('does'),
    doesNot: entry.text('doesNot'),
    hours,
    hoursText,
    day: readContact(entry.part('day')),
    outOfHours: entry.has('outOfHours') ? readContact(entry.part('outOfHours')) : null,
    sharing: entry.text('sharing'),
    checkedOn: entry.day('checkedOn'),
  };
}

/** Whose bank holidays it keeps: as it says, else by the first letter of the GSS codes it covers. */
function readCountry(entry: Fields, covers: readonly CoverageTerm[]): Country {
  if (entry.has('country')) return entry.oneOf('country', COUNTRIES);
  const letters = new Set(covers.flat().map(({ code }) => /^([SNW])\d{8}$/.exec(code)?.[1]));
  const [letter] = letters;
  const only = letters.size === 1 ? letter : undefined;
  return only === undefined ? 'england' : (COUNTRY_OF.get(only) ?? 'england');
}

const COUNTRY_OF: ReadonlyMap<string, Country> = new Map([
  ['S', 'scotland'],
  ['N', 'northern-ireland'],
  ['W', 'wales'],
]);

function readArrangement(entry: Fields): Arrangement {
  return {
    id: entry.text('id'),
    type: entry.oneOf('type', ARRANGEMENT_TYPES),
    name: entry.text('name'),
    description: entry.text('description'),
    covers: readCoverage(entry),
    period: readPeriod(entry),
    contact: entry.has('contact') ? readContact(entry.part('contact')) : null,
    checkedOn: entry.has('checkedOn') ? entry.day('checkedOn') : null,
  };
}

function readContact(entry: Fields): Contact {
  return {
    label: entry.text('label'),
    phone: entry.text('phone'),
    email: entry.has('email') ? entry.text('email') : null,
    url: entry.has('url') ? entry.text('url') : null,
  };
}

function readAges(entry: Fields): AgeBand {
  const ages = entry.part('ages');
  return {
    from: ages.has('from') ? ages.number('from') : null,
    to: ages.has('to') ? ages.number('to') : null,
  };
}

function readPeriod(entry: Fields): Period {
  const from = entry.has('from') ? entry.day('from') : null;
  const to = entry.has('to') ? entry.day('to') : null;
  if (from !== null && to !== null && from >= to)
    throw entry.fault('to', `a day after ${from}`, to);
  return { from, to };
}

/** `district:E07000093 & pct:5LY`: ground in both. */
function readCoverage(entry: Fields): CoverageTerm[] {
  return entry.texts('covers').map((term) =>
    term.split(' & ').map((ref) => {
      const [kind = '', code = '', ...rest] = ref.split(':');
      if (!kind || !code || rest.length > 0)
        throw entry.fault('covers', 'KIND:CODE, joined by " & "', term);
      return { kind, code };
    }),
  );
}
