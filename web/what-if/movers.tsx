import type { ReactNode } from 'react';

import { shortKind } from '../words/kinds.ts';
import type { Outcome } from './ask.ts';
import type { Ground } from './ground.ts';
import { pieceKey } from './work.ts';
import { sizeInWords, sumOfMovers } from './words.ts';

type MoversProps = {
  readonly outcome: Outcome;
  readonly ground: Ground;
  /** Points out a piece, by its key, on the map. */
  readonly show: (piece: string) => void;
};

export function Movers({ outcome, ground, show }: MoversProps): ReactNode {
  const { movers } = outcome;
  const { left } = ground.comparison;
  return (
    <section aria-labelledby="movers">
      <h2 id="movers" className="nhsuk-heading-m">
        Who would move
      </h2>
      {movers.length === 0 ? (
        <p>Nobody: every piece stays with the {shortKind(left)} it is in.</p>
      ) : (
        <>
          <p>In all {sizeInWords(sumOfMovers(outcome))}.</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {movers.map(({ from, to, right: partner, counts, fate }) => (
              <li key={`${from.code} ${partner.code}`}>
                <strong>
                  {from.name} to {to.name}
                </strong>
                , the part in {partner.name}: {sizeInWords(counts)}.{' '}
                {fate === 'OTHER_BODY'
                  ? 'It goes with the main part of '
                  : 'It is parted from the main part of '}
                {from.name}.{' '}
                <button
                  type="button"
                  className="link-button"
                  aria-label={`Show on the map: ${from.name} in ${partner.name}`}
                  onClick={() => {
                    show(pieceKey({ left: from.code, right: partner.code }));
                  }}
                >
                  Show on the map
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
