import type { ReactNode } from 'react';

import type { Piece } from './ask.ts';

/** What a planner can do about each sort of row, the sorts there are. */
export function WhatToDo({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  const steps = STEPS.filter(({ fits }) => pieces.some(fits));
  const instead = [...new Set(pieces.flatMap(({ notOffered }) => notOffered?.instead ?? []))];
  if (steps.length + instead.length === 0) return null;
  return (
    <section aria-labelledby="what-to-do">
      <h2 id="what-to-do" className="nhsuk-heading-m">
        What to do
      </h2>
      <ul className="to-do">
        {steps.map(({ name, words }) => (
          <li key={name}>
            <strong>{name}.</strong> {words}
          </li>
        ))}
        {instead.length > 0 && (
          <li>
            <strong>Not offered here.</strong> No gap: a referral says so, and what to do instead:{' '}
            {instead.join(' ')}
          </li>
        )}
      </ul>
    </section>
  );
}

type Step = {
  readonly name: string;
  readonly words: string;
  readonly fits: (piece: Piece) => boolean;
};

const STEPS: readonly Step[] = [
  {
    name: 'No team',
    words:
      'A referral from there names nobody, and gives the switchboard of the responsible body. Ask that body who answers, and enter the team in the directory this release is loaded from. If nobody is to answer, record that it is not offered, why, and what to do instead.',
    fits: ({ coverage }) => coverage === 'GAP',
  },
  {
    name: 'Ages left out',
    words:
      'Agree with the responsible body which team takes them, and correct the ages of its entry.',
    fits: ({ gap }) => gap?.cause === 'OTHER_AGES',
  },
  {
    name: 'The lines have moved',
    words: 'Name the areas of this day in the entries of the teams the row names.',
    fits: ({ gap }) => gap?.cause === 'LINES_MOVED',
  },
  {
    name: 'Two teams or more',
    words:
      'A referral shows them all, by name, and says that they tie: the referrer has to choose. Agree which answers for whom, and narrow the ground or the ages of an entry. Where both truly answer, leave both.',
    fits: ({ coverage }) => coverage === 'SEVERAL',
  },
];
