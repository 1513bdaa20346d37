import type { Weight } from '../api/generated/graphql.ts';
import { countInWords, km2InWords, percentInWords } from '../compare-boundaries/words.ts';
import { shortKind, shortKinds } from '../words/kinds.ts';
import type { Outcome, ScoresOfSet } from './ask.ts';
import type { Ground } from './ground.ts';

type Counts = Outcome['moved'];

/** By people where they are counted, else by postcodes. */
export function countsInWords({
  residents,
  postcodes,
}: Pick<Counts, 'residents' | 'postcodes'>): string {
  if (typeof residents === 'number')
    return `${countInWords(residents)} ${residents === 1 ? 'resident' : 'residents'}`;
  return `the residents of ${countInWords(postcodes)} ${postcodes === 1 ? 'postcode' : 'postcodes'} (nobody counted them)`;
}

export function sizeInWords({ residents, postcodes, km2 }: Counts): string {
  const people = typeof residents === 'number' ? `${countInWords(residents)} residents, ` : '';
  return `${people}${countInWords(postcodes)} postcodes, ${km2InWords(km2)} km²`;
}

export function sumOfMovers({ movers }: Outcome): Counts {
  return movers.reduce<Counts>(
    (sum, { counts }) => ({
      km2: sum.km2 + counts.km2,
      postcodes: sum.postcodes + counts.postcodes,
      residents:
        typeof sum.residents === 'number' && typeof counts.residents === 'number'
          ? sum.residents + counts.residents
          : null,
    }),
    { km2: 0, postcodes: 0, residents: 0 },
  );
}

/** The whole finding, read out at each change. */
export function outcomeInWords(
  outcome: Outcome,
  { comparison }: Ground,
  hasChanges: boolean,
): string {
  const { before, after, movers, affected } = outcome;
  const one = shortKind(comparison.left);
  const now = `${countInWords(before.leftCount)} ${shortKinds(comparison.left, before.leftCount)} and ${countInWords(before.rightCount)} ${shortKinds(comparison.right, before.rightCount)} score ${score(before.vMeasure)} (V-measure)`;
  if (!hasChanges) return `Nothing is changed yet: ${now}.`;
  const who =
    movers.length === 0
      ? `Nobody would be in another ${one}`
      : `${countsInWords(sumOfMovers(outcome))} would be in another ${one}, ${partedInWords(outcome)}`;
  const teams =
    affected.length === 1 ? 'One team is concerned' : `${affected.length} teams are concerned`;
  const number =
    after.leftCount === before.leftCount
      ? ''
      : `, with ${countInWords(after.leftCount)} ${shortKinds(comparison.left, after.leftCount)} instead of ${countInWords(before.leftCount)}`;
  return `${who}. ${teams}. V-measure ${score(before.vMeasure)} now, ${score(after.vMeasure)} as proposed${number}.`;
}

function partedInWords({ moved, movers }: Outcome): string {
  if (moved.km2 === 0) return 'none of them parted from the rest of their old one';
  if (movers.every(({ fate }) => fate === 'MOVED'))
    return 'all of them parted from the rest of their old one';
  return `${countsInWords(moved)} of them parted from the rest of their old one`;
}

export function score(value: number): string {
  return value.toFixed(2);
}

export type ScoreRow = {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly meaning: string;
};

/** Below this two scores are the same to a reader. */
const SAME = 0.005;

/** Higher is nearer to agreement in all five. */
export function scoreRows(
  { before, after }: Outcome,
  { comparison }: Ground,
  weight: Weight,
): ScoreRow[] {
  const left = shortKind(comparison.left);
  const right = shortKind(comparison.right);
  const what = { RESIDENTS: 'residents', POSTCODES: 'postcodes', AREA: 'ground' }[weight];
  const row = (
    name: string,
    of: (scores: ScoresOfSet) => number,
    { show, meaning }: { readonly show: (value: number) => string; readonly meaning: string },
  ): ScoreRow => ({
    name,
    before: show(of(before)),
    after: show(of(after)),
    change: changeInWords(of(after) - of(before)),
    meaning,
  });
  const share = (value: number): string => `${percentInWords(value)}%`;
  return [
    row('V-measure', ({ vMeasure }) => vMeasure, {
      show: score,
      meaning: 'The next two in one; 1 would mean that the sets agree everywhere.',
    }),
    row('Homogeneity', ({ homogeneity }) => homogeneity, {
      show: score,
      meaning: `1 would mean that each ${right} lies in one ${left}.`,
    }),
    row('Completeness', ({ completeness }) => completeness, {
      show: score,
      meaning: `1 would mean that each ${left} lies in one ${right}.`,
    }),
    row(`In the main ${right}`, ({ leftInRight }) => leftInRight, {
      show: share,
      meaning: `Of the ${what}, in the main ${right} of their ${left}.`,
    }),
    row(`In the main ${left}`, ({ rightInLeft }) => rightInLeft, {
      show: share,
      meaning: `Of the ${what}, in the main ${left} of their ${right}.`,
    }),
  ];
}

function changeInWords(change: number): string {
  if (Math.abs(change) < SAME) return 'the same';
  return change > 0 ? 'nearer' : 'further apart';
}

export const CHANGE_WORDS = {
  UNCHANGED: 'unchanged',
  RENAMED: 'another name',
  REDRAWN: 'other ground',
  MERGED: 'merged',
  SPLIT: 'split',
  ENDED: 'ended',
} as const satisfies Record<Outcome['areas'][number]['change'], string>;
