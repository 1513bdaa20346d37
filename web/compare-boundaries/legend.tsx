import type { ReactNode } from 'react';

import { capital, shortKind } from '../words/kinds.ts';
import type { Comparison } from './ask.ts';
import { type Shade, shadeLead } from './shade.ts';

/** The marks of the map in words. The swatches are drawn by the style sheet. */
const STEPS = [
  { mark: 'all', words: 'all of it' },
  { mark: 'most', words: 'half or more' },
  { mark: 'part', words: 'a tenth to a half' },
  { mark: 'corner', words: 'under a tenth' },
] as const;

type LegendProps = { readonly comparison: Comparison; readonly shade: Shade };

export function Legend({ comparison, shade }: LegendProps): ReactNode {
  const lead = shadeLead(shade, comparison);
  return (
    <ul className="legend no-print" aria-label="Legend">
      <li>
        <span className="swatch line-left" />
        {capital(shortKind(comparison.left))} line
      </li>
      <li>
        <span className="swatch line-right" />
        {shortKind(comparison.right)} line
      </li>
      {lead !== null && (
        <>
          <li className="legend-lead">{lead}</li>
          {STEPS.map(({ mark, words }) => (
            <li key={mark}>
              <span className={`swatch share-${mark}`} />
              {words}
            </li>
          ))}
        </>
      )}
    </ul>
  );
}
