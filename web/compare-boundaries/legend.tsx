import type { ReactNode } from 'react';

import { capital, shortKind } from '../words/kinds.ts';
import type { Comparison } from './ask.ts';

/** The marks of the map in words. The swatches are drawn by the style sheet. */
const STEPS = [
  { mark: 'all', words: 'all of it' },
  { mark: 'most', words: 'half or more' },
  { mark: 'part', words: 'a tenth to a half' },
  { mark: 'corner', words: 'under a tenth' },
] as const;

export function Legend({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const left = shortKind(comparison.left);
  return (
    <ul className="legend" aria-label="Legend">
      <li>
        <span className="swatch line-left" />
        {capital(left)} line
      </li>
      <li>
        <span className="swatch line-right" />
        {shortKind(comparison.right)} line
      </li>
      <li className="legend-lead">Share of the {left} in the overlap:</li>
      {STEPS.map(({ mark, words }) => (
        <li key={mark}>
          <span className={`swatch share-${mark}`} />
          {words}
        </li>
      ))}
    </ul>
  );
}
