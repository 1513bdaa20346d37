import type { ReactNode } from 'react';

import { shortKind } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';
import type { Comparison } from './ask.ts';
import { countInWords, km2InWords, percentInWords } from './words.ts';

/** A share below this is rounding. */
const NOTHING = 1e-9;

/** What the figures leave out, said even when it is nothing. */
export function Caveats({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { remainders, slivers, left, right } = comparison;
  const uncovered = remainders.filter(({ share }) => share > NOTHING);
  const most = uncovered.toSorted((a, b) => b.share - a.share).slice(0, 5);
  return (
    <section aria-labelledby="caveats">
      <h2 id="caveats" className="nhsuk-heading-m">
        What is left out
      </h2>
      <p>
        {most.length === 0
          ? `Nothing remains: every ${shortKind(left)} is covered by the other set, and every ${shortKind(right)} too.`
          : `Not covered by the other set: ${inList(
              most.map(({ area, share }) => `${percentInWords(share)}% of ${area.name}`),
            )}${uncovered.length > most.length ? `, and parts of ${countInWords(uncovered.length - most.length)} more` : ''}.`}
      </p>
      <p>
        {slivers.count === 0
          ? 'No slivers were set apart.'
          : `${countInWords(slivers.count)} slivers, ${km2InWords(slivers.km2)} km² in all, were set apart: they come only from two files drawing one line differently.`}
      </p>
    </section>
  );
}
