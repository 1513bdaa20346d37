import type { AnswerInput } from '../api/generated/graphql.ts';
import { bodyName } from '../words/bodies.ts';
import { inList } from '../words/sentences.ts';
import type { Routed } from './ask.ts';
import { pointInText } from './point.ts';

type Place = Routed['place'];
type AreaAtPlace = Place['areas'][number];

/**
 * What was understood: `SO23 8UJ, in Winchester, Hampshire`. A place that straddles names every district, but for
 * those an answer has ruled out.
 */
export function placeInWords(place: Place, answers: readonly AnswerInput[]): string {
  const left = areasLeft(place, answers);
  const where = [namesOf(left, 'district'), namesOf(left, 'upper-tier')].filter(
    (name, index, names) => name !== '' && names.indexOf(name) === index,
  );
  return [
    place.postcode ?? `The point ${pointInText(place.position)}`,
    where.length > 0 ? `in ${where.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function areasLeft({ areas }: Place, answers: readonly AnswerInput[]): AreaAtPlace[] {
  const answered = new Map(answers.map(({ question, answer }) => [question, answer]));
  return areas.filter(({ area }) => (answered.get(area.kind) ?? area.code) === area.code);
}

function namesOf(areas: readonly AreaAtPlace[], kind: string): string {
  return inList(areas.filter(({ area }) => area.kind === kind).map(({ area }) => area.name));
}

/** Its councils by their full names, for a screen reader's description of the map. */
export function councilsInWords({ areas }: Place): string {
  const councils = areas.filter(({ area }) => area.kind === 'district');
  return inList(councils.map(({ area }) => bodyName(area)));
}
