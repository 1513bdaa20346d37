import type { ReactNode } from 'react';

import type { ReferralInput } from '../api/generated/graphql.ts';
import { sentence } from '../words/sentences.ts';
import type { Routed } from './ask.ts';
import { CONFIDENCE_WORDS } from './confidence-words.ts';
import { doubtsOf, wantsPractice } from './doubts.ts';
import type { ReferralState } from './use-referral.ts';

type ConfidenceProps = {
  readonly routed: Routed;
  readonly input: ReferralInput;
  readonly change: ReferralState['change'];
};

export function Confidence({ routed, input, change }: ConfidenceProps): ReactNode {
  const doubts = doubtsOf(routed);
  return (
    <section
      className={`confidence ${routed.confidence.toLowerCase()}`}
      aria-labelledby="confidence"
    >
      <h2 id="confidence" className="nhsuk-heading-s">
        {CONFIDENCE_WORDS[routed.confidence]}
      </h2>
      {doubts.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {doubts.map((doubt) => (
            <li key={doubt}>{sentence(doubt)}</li>
          ))}
        </ul>
      )}
      {wantsPractice(routed, input) && (
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
