import type { ReactNode } from 'react';

import { countInWords } from './words.ts';
import { shortKinds } from '../words/kinds.ts';
import type { Comparison } from './ask.ts';
import type { ComparedArea } from './matrix.ts';

type OnlyTheseProps = {
  /** Of the area chosen alone. */
  readonly comparison: Comparison;
  readonly chosen: ComparedArea;
  readonly showAll: () => void;
};

/** Says that not all is shown, and undoes it. */
export function OnlyThese({ comparison, chosen, showAll }: OnlyTheseProps): ReactNode {
  const { overlaps, left, right } = comparison;
  const isLeft = overlaps.some((overlap) => overlap.left.code === chosen.code);
  const partners = shortKinds(isLeft ? right : left, overlaps.length);
  return (
    <p className="note only-these">
      Map and table show only {chosen.name} and the {countInWords(overlaps.length)} {partners} it
      meets. The scores are of all areas.{' '}
      <button type="button" className="link-button no-print" onClick={showAll}>
        Show all areas
      </button>
    </p>
  );
}

type NoneOfTheseProps = { readonly area: string; readonly showAll: () => void };

/** The address names an area that is none of those compared, perhaps of another day. */
export function NoneOfThese({ area, showAll }: NoneOfTheseProps): ReactNode {
  return (
    <p className="note only-these">
      The area chosen, {area}, is none of those compared here: all are shown.{' '}
      <button type="button" className="link-button no-print" onClick={showAll}>
        Leave it out
      </button>
    </p>
  );
}
