import type { ReactNode } from 'react';

import { shortKind } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';
import type { Outcome } from './ask.ts';
import type { Ground } from './ground.ts';
import { CHANGE_WORDS, countsInWords } from './words.ts';

type BecameProps = { readonly outcome: Outcome; readonly ground: Ground };

export function Became({ outcome: { areas }, ground }: BecameProps): ReactNode {
  const changed = areas.filter(({ change }) => change !== 'UNCHANGED');
  const rest = areas.length - changed.length;
  const kind = shortKind(ground.comparison.left);
  return (
    <section aria-labelledby="became">
      <h2 id="became" className="nhsuk-heading-m">
        What becomes of each {kind}
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {changed.map(({ area, change, successors }) => (
          <li key={area.code}>
            <strong>{area.name}</strong>, {CHANGE_WORDS[change]}:{' '}
            {inList(successors.map(({ area: to, took }) => `${countsInWords(took)} in ${to.name}`))}
            .
          </li>
        ))}
        {rest > 0 && <li>The other {rest} stay as they are.</li>}
      </ul>
    </section>
  );
}
