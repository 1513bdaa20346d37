import type { LocalDate } from '../../domain/calendar.ts';
import { type BoundarySet, setsInForce } from '../../domain/area.ts';
import { type Place, placeConfidence } from '../../domain/place.ts';
import { shareCovered, type Team } from '../../domain/team.ts';
import { AskingFault } from '../../questions/asking-fault.ts';
import type { Questions } from '../../questions/questions.ts';
import { timeOf } from '../hours-in-words.ts';
import { type Parameters, wholeOf } from '../parameters.ts';
import { NotThere } from '../standard.ts';
import { WEEKDAYS } from './schedule.ts';
import { organizationId, teamModifiedAt, type Telling } from './service.ts';
import { termsOfTeam } from './taxonomy.ts';

export const FILTERS = [
  'search',
  'text',
  'taxonomy_term_id',
  'taxonomy_id',
  'organization_id',
  'minimum_age',
  'maximum_age',
  'start_time',
  'end_time',
  'day',
  'modified_after',
  'postcode',
  'proximity',
];

type Test = (team: Team) => boolean;

/** True of a team for which every filter that is given holds. */
export function filterOf(parameters: Parameters, telling: Telling): Test {
  const tests = [
    byWords(parameters, telling),
    byTerm(parameters, telling),
    byAge(parameters),
    byHours(parameters),
    byChange(parameters, telling),
  ];
  return (team) => tests.every((test) => test(team));
}

/** Every team is looked at for each of them. */
const MOST_WORDS = 50;

/** Every word somewhere in what is said of the team. `text` is what version 1 called it. */
function byWords(parameters: Parameters, { atlas }: Telling): Test {
  const words = plain(`${parameters.get('search') ?? ''} ${parameters.get('text') ?? ''}`)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  if (words.length > MOST_WORDS)
    throw new AskingFault(
      `Wanted at most ${MOST_WORDS} words to search for, found ${words.length}.`,
    );
  return (team) => {
    const terms = termsOfTeam(team, atlas.needs).map(({ name }) => name);
    const said = plain([team.name, team.organisation, team.does, ...terms].join(' '));
    return words.every((word) => said.includes(word));
  };
}

/** Without capitals, accents and curled apostrophes. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

function byTerm(parameters: Parameters, { atlas }: Telling): Test {
  const [term, taxonomy, organization] = [
    parameters.get('taxonomy_term_id')?.toLowerCase(),
    parameters.get('taxonomy_id')?.toLowerCase(),
    parameters.get('organization_id')?.toLowerCase(),
  ];
  return (team) => {
    const terms = termsOfTeam(team, atlas.needs);
    return (
      (term === undefined || terms.some(({ id }) => id === term)) &&
      (taxonomy === undefined || terms.some((each) => each.taxonomy_id === taxonomy)) &&
      (organization === undefined || organizationId(team) === organization)
    );
  };
}

/** As the specification words it: services whose own least age is at least, and most age at most, what is asked. */
function byAge(parameters: Parameters): Test {
  const least = wholeOf(parameters, 'minimum_age', { from: 0, to: 150 });
  const most = wholeOf(parameters, 'maximum_age', { from: 0, to: 150 });
  return ({ ages }) =>
    (least === undefined || (ages.from ?? 0) >= least) &&
    (most === undefined || (ages.to ?? Infinity) <= most);
}

/** One span of the week must fit the day and both times. */
function byHours(parameters: Parameters): Test {
  const day = parameters.get('day')?.toUpperCase();
  const on = WEEKDAYS.findIndex((each) => each === day);
  if (day !== undefined && on < 0)
    throw new AskingFault(`Wanted day to be one of ${WEEKDAYS.join(', ')}.`);
  const [from, to] = [timeAsked(parameters, 'start_time'), timeAsked(parameters, 'end_time')];
  if (day === undefined && from === undefined && to === undefined) return () => true;
  return ({ hours }) =>
    hours.week.some(
      (spans, at) =>
        (day === undefined || at === on) &&
        spans.some(
          ({ opens, closes }) =>
            (from === undefined || timeOf(opens) >= from) &&
            (to === undefined || timeOf(closes) <= to),
        ),
    );
}

function timeAsked(parameters: Parameters, name: string): string | undefined {
  const text = parameters.get(name);
  if (text === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)) return text;
  throw new AskingFault(`Wanted ${name} as HH:MM, local time in London.`);
}

function byChange(parameters: Parameters, telling: Telling): Test {
  const text = parameters.get('modified_after')?.replace(' ', '+'); // a + of an address is a space
  if (text === undefined) return () => true;
  const after = Date.parse(text);
  if (
    !/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(text) ||
    !after
  )
    throw new AskingFault(
      'Wanted modified_after as a day or a moment with its offset, such as 2026-04-01T00:00:00Z.',
    );
  return (team) => teamModifiedAt(team, telling) >= after;
}

/** Which teams serve some home of a postcode today, and what to know of each. */
export type Serving = {
  readonly serves: Test;
  readonly doubts: (team: Team) => readonly string[];
};

/** Undefined where no postcode is asked about. A postcode nobody can place is refused: no team would read as none serving it. */
export async function servingOf(
  parameters: Parameters,
  { atlas, place: locate }: Pick<Questions, 'atlas' | 'place'>,
  today: LocalDate,
): Promise<Serving | undefined> {
  if (parameters.has('proximity'))
    throw new AskingFault(
      'Leave out proximity: these teams are reached by telephone, so none is nearer than another. postcode alone finds those that serve it.',
    );
  const postcode = parameters.get('postcode');
  if (postcode === undefined) return undefined;
  const outcome = await locate({ postcode }, today);
  if (outcome.kind === 'not-located') {
    const { reason, message } = outcome;
    throw reason === 'MALFORMED' || reason === 'PARTIAL'
      ? new AskingFault(message)
      : new NotThere(message);
  }
  const { place } = outcome;
  const sets = setsInForce(atlas.sets, today);
  return {
    serves: (team) => shareCovered(team, place.parts, sets) > 0,
    doubts: (team) => doubtsOf(team, place, sets),
  };
}

/** Only of lines that matter to the team. */
function doubtsOf(team: Team, place: Place, sets: readonly BoundarySet[]): string[] {
  const kinds = team.covers.flat().map(({ kind }) => kind);
  const { warnings } = placeConfidence(
    place,
    sets.filter(({ kind }) => kinds.includes(kind)),
  );
  const partly = shareCovered(team, place.parts, sets) < NEARLY_ALL ? [ONLY_SOME] : [];
  return [
    ...partly,
    ...warnings.filter(({ code }) => code !== 'STRADDLES').map(({ message }) => message),
  ];
}

/** Shares are added up in floating point. */
const NEARLY_ALL = 1 - 1e-9;
const ONLY_SOME =
  'This team serves only some homes of this postcode: ask which council and GP practice the person has.';
