import type { ReactNode } from 'react';

import type { NotRoutableReason } from '../api/generated/graphql.ts';
import { PageHeading } from '../layout/page-heading.tsx';
import { Linked } from '../words/linked.tsx';
import { sentence } from '../words/sentences.ts';
import type { NoAnswer } from './ask.ts';
import { Suggestions } from './suggestions.tsx';
import type { ReferralState } from './use-referral.ts';
import { Candidates, WholePostcode } from './whole-postcode.tsx';

type NoAnswerPageProps = {
  readonly noAnswer: NoAnswer;
  readonly suggestions: readonly string[];
  readonly state: ReferralState;
};

/** A true answer, if not the one hoped for: none of these calls itself an error. */
const HEADINGS = {
  MALFORMED: 'Enter the postcode again',
  PARTIAL: 'Enter the whole postcode',
  UNKNOWN: 'This postcode is not in the list',
  NO_POSITION: 'This postcode has no place on the map',
  NON_GEOGRAPHIC: 'This postcode is not of a home',
  FORCES: 'This is a forces postcode',
  CROWN_DEPENDENCY: 'This is outside the UK and its NHS',
  OVERSEAS: 'This is a code for overseas',
  PSEUDO: 'This is a code, not a place',
  OUT_OF_COVERAGE: 'This is outside the area covered',
  NO_EDITION: 'Nothing is known for that day',
  NO_TEAM_RECORDED: 'No team is recorded here',
  NO_RULE_RECORDED: 'No rule is recorded for that day',
  NOT_OFFERED_HERE: 'This is not offered here',
  AGE_OUT_OF_RANGE: 'This need is for another age',
} as const satisfies Record<NotRoutableReason, string>;

export function NoAnswerPage({ noAnswer, suggestions, state }: NoAnswerPageProps): ReactNode {
  const { reason, message, next } = noAnswer;
  return (
    <div className="question">
      <PageHeading title={HEADINGS[reason]} takesFocus>
        {HEADINGS[reason]}
      </PageHeading>
      <p className="nhsuk-lede-text">{sentence(message)}</p>
      <Suggestions
        postcodes={suggestions}
        use={(postcode) => {
          state.change({ postcode });
        }}
      />
      {reason === 'PARTIAL' && <WholePostcode state={state} />}
      <Candidates candidates={noAnswer.candidates} />
      <dl className="next-steps">
        {next.map(({ label, detail }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Linked text={sentence(detail)} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="nhsuk-button-group">
        <button
          type="button"
          className={reason === 'PARTIAL' ? 'nhsuk-button nhsuk-button--secondary' : 'nhsuk-button'}
          onClick={() => {
            state.change();
          }}
        >
          Change what you entered
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          onClick={state.startAgain}
        >
          Search again
        </button>
      </div>
    </div>
  );
}
