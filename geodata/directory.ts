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
import {
  isEmail,
  isOfNamedPerson,
  isPhone,
  isPremiumRate,
  isWebAddress,
  unfitText,
} from './free-text.ts';
import { InputFault } from './input-fault.ts';

/** The needs, teams and arrangements of a directory folder. Throws one sentence that names the file and entry. */
export type Directory = {
  readonly needs: readonly Need[];
  readonly teams: readonly Team[];
  readonly arrangements: readonly Arrangement[];
};

/** Says, through `say`, what is allowed and yet unwise. */
export function readDirectory(folder: string, say: (line: string) => void): Directory {
  const needs = readJsonList(`${folder}/needs.json`).map(readNeed);
  const known = new Set(needs.map(({ id }) => id));
  const teams = readJsonList(`${folder}/teams.json`);
  const arrangements = readJsonList(`${folder}/arrangements.json`);
  for (const line of [...teams, ...arrangements].flatMap(namedMailboxes)) say(line);
  return {
    needs,
    teams: teams.map((entry) => readTeam(entry, known)),
    arrangements: arrangements.map(readArrangement),
  };
}

/** The mailbox of a person is lost when they move; the address itself is not repeated. */
function namedMailboxes(entry: Fields): string[] {
  return ['day', 'outOfHours', 'contact']
    .filter((part) => entry.has(part) && entry.part(part).has('email'))
    .map((part) => entry.part(part))
    .filter((contact) => isOfNamedPerson(contact.text('email')))
    .map(
      ({ where }) => `${where}: the email address looks like a person’s; use the mailbox of a desk`,
    );
}

/** Free text, for anybody’s eyes. The message repeats nothing of what it refuses. */
function readProse(entry: Fields, name: string): string {
  const text = entry.text(name);
  const unfit = unfitText(text);
  if (unfit !== undefined)
    throw new InputFault(
      `${entry.where}: wanted at most 2,000 characters in "${name}" and nothing about a person, found ${unfit}`,
    );
  return text;
}

function readNeed(entry: Fields): Need {
  return {
    id: entry.text('id'),
    name: readProse(entry, 'name'),
    description: readProse(entry, 'description'),
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
    because: readProse(entry, 'because'),
    instead: readProse(entry, 'instead'),
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
    name: readProse(entry, 'name'),
    organisation: readProse(entry, 'organisation'),
    sectors: entry.texts('sectors').map((sector) => {
      const known = SECTORS.find((each) => each === sector);
      if (!known) throw entry.fault('sectors', SECTORS.join(', '), sector);
      return known;
    }),
    needs: entry.texts('needs'),
    covers,
    ages: readAges(entry),
    period: readPeriod(entry),
    does: readProse(entry, 'does'),
    doesNot: readProse(entry, 'doesNot'),
    hours,
    hoursText,
    day: readContact(entry.part('day')),
    outOfHours: entry.has('outOfHours') ? readContact(entry.part('outOfHours')) : null,
    sharing: readProse(entry, 'sharing'),
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
    name: readProse(entry, 'name'),
    description: readProse(entry, 'description'),
    covers: readCoverage(entry),
    period: readPeriod(entry),
    contact: entry.has('contact') ? readContact(entry.part('contact')) : null,
    checkedOn: entry.has('checkedOn') ? entry.day('checkedOn') : null,
  };
}

function readContact(entry: Fields): Contact {
  return {
    label: readProse(entry, 'label'),
    phone: readPhone(entry),
    email: entry.has('email') ? entry.such('email', isEmail, 'one email address') : null,
    url: entry.has('url')
      ? entry.such('url', isWebAddress, 'an address that begins with https://')
      : null,
  };
}

function readPhone(entry: Fields): string {
  const phone = entry.such(
    'phone',
    isPhone,
    'one phone number of digits and spaces, an extension in the label',
  );
  if (isPremiumRate(phone)) throw entry.fault('phone', 'a number at no premium rate', phone);
  return phone;
}

function readAges(entry: Fields): AgeBand {
  const ages = entry.part('ages');
  const [from, to] = ['from', 'to'].map((end) => (ages.has(end) ? readAge(ages, end) : null));
  if (from != null && to != null && from > to) throw ages.fault('to', `an age from ${from}`, to);
  return { from: from ?? null, to: to ?? null };
}

function readAge(ages: Fields, end: string): number {
  const age = ages.number(end);
  if (!Number.isInteger(age) || age < 0 || age > OLDEST)
    throw ages.fault(end, `whole years from 0 to ${OLDEST}`, age);
  return age;
}

const OLDEST = 130;

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
