import type { ReactNode } from 'react';

import { arrangementInWords } from '../words/arrangements.ts';
import { type Comparison, keyOf, type Overlap } from './ask.ts';
import { type Pointing, usePointedAt } from './pointing.ts';
import { overlapInWords } from './words.ts';

type OverlapFactsProps = {
  readonly comparison: Comparison;
  readonly selected: string | null;
  readonly pointing: Pointing;
};

/** What the mouse or the focus is at, else what is selected: one line for map and table alike, read out when it changes. */
export function OverlapFacts({ comparison, selected, pointing }: OverlapFactsProps): ReactNode {
  const key = usePointedAt(pointing) ?? selected;
  const overlap = comparison.overlaps.find((each) => keyOf(each) === key);
  return (
    <div className={overlap ? 'selected-line' : 'selected-line no-print'} role="status">
      {overlap ? (
        <>
          <p>{overlapInWords(overlap, comparison)}</p>
          <Arranged arrangements={overlap.arrangements} />
        </>
      ) : (
        <p>Point at a piece of the map, or at a row, to read its facts; select it to keep them.</p>
      )}
    </div>
  );
}

function Arranged({ arrangements }: Pick<Overlap, 'arrangements'>): ReactNode {
  if (arrangements.length === 0) return null;
  return (
    <ul className="arranged" aria-label="Partnership arrangements">
      {arrangements.map((arrangement) => (
        <li key={arrangement.id}>{arrangementInWords(arrangement)}</li>
      ))}
    </ul>
  );
}
