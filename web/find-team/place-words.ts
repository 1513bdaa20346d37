import type { AnswerInput } from '../api/generated/graphql.ts';
import { bodyName } from '../words/bodies.ts';
import { inList } from '../words/sentences.ts';
import type { Routed } from './ask.ts';

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
    place.postcode ?? pointInWords(place.position),
    where.length > 0 ? `in ${where.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** `The point 51.0629, -1.3166`: about ten metres fine. */
function pointInWords({ lat, lon }: Place['position']): string {
  return `The point ${lat.toFixed(4)}, ${lon.toFixed(4)}`;
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
