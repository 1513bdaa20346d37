import type { ReactNode } from 'react';

import { countInWords, km2InWords } from '../compare-boundaries/words.ts';
import type { Change } from './ask.ts';

/** What a mover is, and how people are counted. */
export function HowCounted({ change }: { readonly change: Change }): ReactNode {
  const { slivers, release } = change;
  return (
    <section aria-labelledby="how-counted">
      <h2 id="how-counted" className="nhsuk-heading-m">
        How it is counted
      </h2>
      <p>
        A mover is a resident whose ground went to another area than the heir of its old one: the
        area of the same body or, where that body is gone, the area that took most of the people.
        Areas are of one body when they share a code.
      </p>
      <p>
        Residents are one count, the newest of this release, held against both sets of lines: nobody
        is followed from home to home, and people who moved house are not in it. Each piece of
        ground has the residents of the small areas in it, shared out by ground where a line cuts
        through one. Postcodes are counted whole, by their point.
      </p>
      <p>
        {slivers.count === 0
          ? 'No slivers were set apart.'
          : `${countInWords(slivers.count)} slivers, ${km2InWords(slivers.km2)} km² in all, were set apart: they come only from two files drawing one line differently.`}
      </p>
      <p className="answered-line">
        From release <span className="code-word">{release.id}</span>.
      </p>
    </section>
  );
}
