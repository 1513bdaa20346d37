import type { ReactNode } from 'react';

import { shortKind } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';
import type { Comparison } from './ask.ts';
import { uncovered } from './remainders.ts';
import { countInWords, km2InWords, percentInWords } from './words.ts';

/** What the figures leave out, said even when it is nothing. */
export function Caveats({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { slivers, left, right } = comparison;
  const parts = uncovered(comparison);
  const most = parts.toSorted((a, b) => b.share - a.share).slice(0, 5);
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
            )}${parts.length > most.length ? `, and parts of ${countInWords(parts.length - most.length)} more` : ''}.`}
      </p>
      <p>
        {slivers.count === 0
          ? 'No slivers were set apart.'
          : `${countInWords(slivers.count)} slivers, ${km2InWords(slivers.km2)} km² in all, were set apart: they come only from two files drawing one line differently.`}
      </p>
    </section>
  );
}
