import type { ReactNode } from 'react';

import type { BoundaryStatus } from '../api/generated/graphql.ts';
import { dayInWords } from '../words/dates.ts';
import { capital, kindNames } from '../words/kinds.ts';
import type { BoundarySet } from './ask.ts';

const STATUS_WORDS = {
  OFFICIAL: 'official',
  RECONSTRUCTED: 'reconstructed',
  ANNOUNCED: 'announced',
  PROPOSED: 'proposed',
} as const satisfies Record<BoundaryStatus, string>;

export function BoundarySets({ sets }: { readonly sets: readonly BoundarySet[] }): ReactNode {
  return (
    <section aria-labelledby="sets">
      <h2 id="sets" className="nhsuk-heading-m">
        Boundary sets
      </h2>
      <ul className="sets">
        {sets.map((set) => (
          <li key={`${set.kind} ${set.edition}`}>
            <h3 className="nhsuk-heading-xs">
              {set.areaCount} {kindNames(set.kind, set.areaCount)}, {inForce(set)}
            </h3>
            <p>
              {capital(STATUS_WORDS[set.status])}, edition {set.edition}, drawn to about{' '}
              {set.resolutionMetres} m. {set.source} ({set.licence}).
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inForce({ from, to }: BoundarySet): string {
  if (!to) return from ? `since ${dayInWords(from)}` : 'without dates';
  return `${from ? `from ${dayInWords(from)} ` : ''}to ${dayInWords(dayBefore(to))}`;
}

/** `to` is the first day no longer in force; a reader wants the last one that is. */
function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
