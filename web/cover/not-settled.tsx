import type { ReactNode } from 'react';

import { dayInWords } from '../words/dates.ts';
import { shortKinds } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';
import type { Sources } from './ask.ts';

/** Said first: gaps on lines to come are work to be done, not people without a team today. */
export function NotSettled({ sources }: { readonly sources: Sources }): ReactNode {
  const announced = sources.boundarySets.filter(({ status }) => status === 'ANNOUNCED');
  const [first] = announced;
  if (!first) return null;
  return (
    <p className="note announced">
      <strong className="nhsuk-tag nhsuk-tag--orange">Announced</strong> The{' '}
      {inList(announced.map(({ kind }) => shortKinds(kind)))}
      {first.from ? ` of ${dayInWords(first.from)}` : ''} are announced, not in force: what is
      missing here has to be entered before that day, and the lines may still change.
    </p>
  );
}
