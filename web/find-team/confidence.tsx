import type { ReactNode } from 'react';

import type { Confidence as Level } from '../api/generated/graphql.ts';
import { sentence } from '../words/sentences.ts';
import type { Routed } from './ask.ts';
import { doubtsOf, isPracticeUnknown } from './doubts.ts';
import type { ReferralState } from './use-referral.ts';

const WORDS = {
  HIGH: 'Sure of this answer',
  MEDIUM: 'Fairly sure of this answer',
  LOW: 'Not sure of this answer',
} as const satisfies Record<Level, string>;

type ConfidenceProps = {
  readonly routed: Routed;
  readonly change: ReferralState['change'];
};

export function Confidence({ routed, change }: ConfidenceProps): ReactNode {
  const doubts = doubtsOf(routed);
  return (
    <section
      className={`confidence ${routed.confidence.toLowerCase()}`}
      aria-labelledby="confidence"
    >
      <h2 id="confidence" className="nhsuk-heading-s">
        {WORDS[routed.confidence]}
      </h2>
      {doubts.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {doubts.map((doubt) => (
            <li key={doubt}>{sentence(doubt)}</li>
          ))}
        </ul>
      )}
      {isPracticeUnknown(routed) && (
        <button
          type="button"
          className="link-button no-print"
          onClick={() => {
            change({}, 'practice');
          }}
        >
          Add the GP practice
        </button>
      )}
    </section>
  );
}
