import type { Coverage, GapCause } from '../api/generated/graphql.ts';
import { countInWords } from '../compare-boundaries/words.ts';
import { agesInWords } from '../words/ages.ts';
import { dayInWords } from '../words/dates.ts';
import { COUNCIL_KINDS, HEALTH_KINDS } from '../words/kinds.ts';
import { sectorsInWords } from '../words/sectors.ts';
import { inList } from '../words/sentences.ts';
import type { Counts, Cover, Piece } from './ask.ts';

export const COVERAGE_WORDS = {
  GAP: 'no team',
  SEVERAL: 'two teams or more',
  NOT_OFFERED: 'not offered here',
  ONE: 'one team',
} as const satisfies Record<Coverage, string>;

/** `12,300 people in 3 places`; by postcodes where nobody counted some of them. */
export function peopleInWords({ grounds, postcodes, residents }: Counts): string {
  const places = `${countInWords(grounds)} ${grounds === 1 ? 'place' : 'places'}`;
  return typeof residents === 'number'
    ? `${countInWords(residents)} people in ${places}`
    : `${countInWords(postcodes)} postcodes in ${places}`;
}

/** The finding, read out at each change. */
export function coverInWords(
  { need, isRuled, gap, several, notOffered, one }: Cover,
  day: string,
): string {
  const on = dayInWords(day);
  if (!isRuled)
    return `No rule is recorded that says who answered for ${need.name} on ${on}. That does not mean that nobody did.`;
  const found = [
    ...(gap.grounds > 0 ? [`${peopleInWords(gap)} have no team for ${need.name}`] : []),
    ...(several.grounds > 0
      ? [`${peopleInWords(several)} have two teams or more for the same ages`]
      : []),
    ...(notOffered.grounds > 0
      ? [`to ${peopleInWords(notOffered)} it is not offered, by record`]
      : []),
  ];
  if (found.length === 0)
    return `On ${on}, everybody has one team for ${need.name}: ${peopleInWords(one)}.`;
  return `On ${on}, ${inList(found)}.`;
}

type NamedArea = { readonly kind: string; readonly name: string };

const ORDER = [...COUNCIL_KINDS.toReversed(), ...HEALTH_KINDS.toReversed()];

/** The areas of a place, each name once: `Winchester, Hampshire, Mid-Hampshire PCT`; and what it is in none of. */
export function placeInWords(areas: readonly NamedArea[]): string {
  const rank = ({ kind }: NamedArea): number => ORDER.indexOf(kind);
  const names = areas.toSorted((a, b) => rank(a) - rank(b)).map(({ name }) => name);
  const has = (kinds: readonly string[]): boolean => areas.some(({ kind }) => kinds.includes(kind));
  return [
    ...new Set(names),
    ...(has(COUNCIL_KINDS) ? [] : ['in no council area known']),
    ...(has(HEALTH_KINDS) ? [] : ['in no NHS area known']),
  ].join(', ');
}

type NamedTeam = { readonly name: string; readonly organisation: string };

export function teamsInWords(teams: readonly NamedTeam[]): string {
  return inList(teams.map(({ name, organisation }) => `${name} of ${organisation}`));
}

/** Why a row of the table is in it. */
export function whyInWords({ coverage, ages, teams, gap, notOffered }: Piece): string {
  if (notOffered) return notOffered.because;
  if (gap) return CAUSES[gap.cause](gap.teams);
  return coverage === 'SEVERAL'
    ? `${teamsInWords(teams)} answer for people ${agedInWords(ages)}.`
    : '';
}

type GapTeams = NonNullable<Piece['gap']>['teams'];

const CAUSES = {
  OTHER_AGES: (teams) =>
    `Teams here are for other ages: ${inList(teams.map(({ name, ages }) => `${name}, for ${agesInWords(ages)}`))}.`,
  LINES_MOVED: (teams) =>
    `The lines have moved: ${inList(teams.map(({ name }) => name))} ${teams.length === 1 ? 'names' : 'name'} areas that are not in force on this day.`,
  NOT_YET: (teams) =>
    `${inList(teams.map(({ name }) => name))} ${teams.length === 1 ? 'begins' : 'begin'} later.`,
  ENDED: (teams) =>
    `${inList(teams.map(({ name }) => name))} ${teams.length === 1 ? 'has' : 'have'} ended.`,
  ELSEWHERE: () => 'Teams answer elsewhere; none of them names this place.',
  NOBODY: () => 'No team answers this anywhere on this day.',
} as const satisfies Record<GapCause, (teams: GapTeams) => string>;

export function agedInWords(ages: Piece['ages']): string {
  const words = agesInWords(ages);
  return words === 'any age' ? 'of any age' : `aged ${words}`;
}

/** What is so at a place, in a line: `no team for health, 65 to 74; two teams or more for social care, any age`. */
export function piecesInWords(pieces: readonly Piece[]): string {
  return pieces
    .map(
      ({ coverage, sector, ages }) =>
        `${COVERAGE_WORDS[coverage]} for ${sectorsInWords([sector]).toLowerCase()}, ${agesInWords(ages)}`,
    )
    .join('; ');
}
