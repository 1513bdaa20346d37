import type { ReactNode } from 'react';

import type { Relation } from '../api/generated/graphql.ts';
import { dayInWords } from '../words/dates.ts';
import { shortKinds } from '../words/kinds.ts';
import type { Comparison } from './ask.ts';
import { countInWords } from './words.ts';

type SummaryProps = { readonly comparison: Comparison };

/** The whole finding in two sentences. */
export function Summary({ comparison }: SummaryProps): ReactNode {
  const { asAt, left, right, leftCount, rightCount, overlaps } = comparison;
  const of = (...relations: readonly Relation[]): number =>
    overlaps.filter(({ relation }) => relations.includes(relation)).length;
  const [same, nested, crossing] = [of('COTERMINOUS'), of('WITHIN', 'CONTAINS'), of('CROSSES')];
  return (
    <p className="summary" role="status">
      On {dayInWords(asAt)}, <strong>{countInWords(leftCount)}</strong>{' '}
      {shortKinds(left, leftCount)} and <strong>{countInWords(rightCount)}</strong>{' '}
      {shortKinds(right, rightCount)} made <strong>{countInWords(overlaps.length)}</strong>{' '}
      {overlaps.length === 1 ? 'overlap' : 'overlaps'}:{' '}
      {same > 0 && `${countInWords(same)} the same on both sides, `}
      {countInWords(nested)} with one inside the other, {countInWords(crossing)} where the lines
      cross.
    </p>
  );
}
