import type { ReactNode } from 'react';

import type { Cover } from './ask.ts';
import { COVERAGE_WORDS } from './words.ts';

/** The marks of the map in words. The swatches are drawn by the style sheet. */
export function Legend({ cover }: { readonly cover: Cover }): ReactNode {
  const { gap, several, notOffered } = cover;
  return (
    <ul className="legend" aria-label="Legend">
      {gap.grounds > 0 && (
        <li>
          <span className="swatch share-corner cover-gap" />
          {COVERAGE_WORDS.GAP}
        </li>
      )}
      {several.grounds > 0 && (
        <li>
          <span className="swatch share-part cover-several" />
          {COVERAGE_WORDS.SEVERAL}
        </li>
      )}
      {notOffered.grounds > 0 && (
        <li>
          <span className="swatch no-area" />
          {COVERAGE_WORDS.NOT_OFFERED}
        </li>
      )}
      <li>
        <span className="swatch share-all" />
        {COVERAGE_WORDS.ONE}
      </li>
    </ul>
  );
}
