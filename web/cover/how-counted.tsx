import type { ReactNode } from 'react';

import type { Sources } from './ask.ts';

export const METHOD =
  'Ground is told apart by the areas in force on the day. On each piece, for each sector of the need and each age, the teams are counted that a referral from there would name: those whose entry names the ground, the need, the sector and the age, and holds that day. ' +
  'Opening hours are not counted: a team that is closed still answers. GP registration is not counted: people are where they live. ' +
  'Residents are usual residents of all ages, shared out by postcodes where a count covers more than one piece; how many are of the ages in question is not known.';

export function HowCounted({ sources }: { readonly sources: Sources }): ReactNode {
  return (
    <section aria-labelledby="how-counted">
      <h2 id="how-counted" className="nhsuk-heading-m">
        How it is counted
      </h2>
      <p>{METHOD}</p>
      <p>
        “No team” means that none is recorded, not that nobody answers. “Not offered” is a record
        that says so. Where no rule is recorded, nothing is known.
      </p>
      <p className="answered-line">
        From release <span className="code-word">{sources.release.id}</span>.
      </p>
    </section>
  );
}
