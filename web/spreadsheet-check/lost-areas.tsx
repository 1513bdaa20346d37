import type { ReactNode } from 'react';

import type { CheckResult } from './check-rows.ts';
import { counted, lostInWords } from './words.ts';

type LostAreasProps = { readonly result: CheckResult; readonly retry: () => void };

/** The rows that could not be looked up, and the one thing to do about them. */
export function LostAreas({ result: { lost, outcomes }, retry }: LostAreasProps): ReactNode {
  if (lost.length === 0) return null;
  return (
    <div className="trouble" role="alert">
      <h3 className="nhsuk-heading-s">
        {counted(outcomes.NotFetched, 'row')} could not be looked up
      </h3>
      <p>{lostInWords(lost)} What has come is kept.</p>
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
