import type { ReactNode } from 'react';

import { shortKinds } from '../words/kinds.ts';
import type { Change } from './ask.ts';
import { noneWord } from './words.ts';

/** The marks of the map in words. The swatches are drawn by the style sheet. */
export function ChangeLegend({ change }: { readonly change: Change }): ReactNode {
  const has = (fate: string): boolean => change.pieces.some((each) => each.fate === fate);
  return (
    <ul className="legend" aria-label="Legend">
      <li>
        <span className="swatch line-left" />
        {shortKinds(change.kind)} before
      </li>
      <li>
        <span className="swatch line-right" />
        {shortKinds(change.toKind)} after
      </li>
      <li className="legend-lead">What changed:</li>
      {has('SAME_BODY') && (
        <li>
          <span className="swatch share-all" />
          same body
        </li>
      )}
      {has('OTHER_BODY') && (
        <li>
          <span className="swatch share-most" />
          new body
        </li>
      )}
      {has('MOVED') && (
        <li>
          <span className="swatch share-corner" />
          moved
        </li>
      )}
      {change.inNone.postcodes > 0 && (
        <li>
          <span className="swatch no-area" />
          {noneWord(change)}
        </li>
      )}
    </ul>
  );
}
