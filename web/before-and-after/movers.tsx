import type { ReactNode } from 'react';

import { countInWords } from '../compare-boundaries/words.ts';
import { Figure } from '../layout/figure.tsx';
import type { Change } from './ask.ts';
import { countOrDash, noneName } from './words.ts';

/** Who moved, in all. Each figure says what it counts. */
export function Movers({ change }: { readonly change: Change }): ReactNode {
  const { otherBody, moved, inNone, teams, after } = change;
  const lost = teams.filter(({ coversAfter }) => !coversAfter).length;
  const isAnnounced = after.status === 'ANNOUNCED';
  return (
    <dl className="scores" aria-label="Who moved">
      <Figure name="Another body" value={countOrDash(otherBody.residents)}>
        residents, at {countInWords(otherBody.postcodes)} postcodes, have another body than before.
      </Figure>
      <Figure name="Movers" value={countOrDash(moved.residents)}>
        residents, at {countInWords(moved.postcodes)} postcodes, went to another area than most of
        their old one.
      </Figure>
      {inNone.postcodes > 0 && (
        <Figure name={noneName(change)} value={countOrDash(inNone.residents)}>
          residents, at {countInWords(inNone.postcodes)} postcodes, live where{' '}
          {isAnnounced ? 'the new area is not settled yet' : 'there is no area afterwards'}.
        </Figure>
      )}
      <Figure name="Teams affected" value={countInWords(teams.length)}>
        {teams.length === 0
          ? 'teams name an area that changed.'
          : `name an area that changed; ${countInWords(lost)} of them are left with no ground.`}
      </Figure>
    </dl>
  );
}
