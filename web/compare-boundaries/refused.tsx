import type { ReactNode } from 'react';

import type { Choices } from './address.ts';

type RefusedProps = {
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
  readonly children: string;
};

/** No fault: this release cannot weigh these by that. Postcodes are counted everywhere. */
export function Refused({ choices, choose, children }: RefusedProps): ReactNode {
  return (
    <div className="note" role="alert">
      <p>{children}</p>
      {choices.weight === 'RESIDENTS' && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            choose({ weight: 'POSTCODES' });
          }}
        >
          Weigh by postcodes instead
        </button>
      )}
    </div>
  );
}
