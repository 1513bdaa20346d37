import type { ReactNode } from 'react';

import { Trouble } from '../layout/trouble.tsx';
import { Answer } from './answer.tsx';
import { ChoicePage } from './choice-page.tsx';
import { NoAnswerPage } from './no-answer-page.tsx';
import { QuestionForm } from './question-form.tsx';
import { type ReferralState, type Step, useReferral } from './use-referral.ts';

/** The task: a postcode and a need in; who is responsible and how to reach them now out. */
export function FindTeam(): ReactNode {
  const state = useReferral();
  const { shown, trouble, retry } = state;
  return (
    <>
      {trouble?.kind === 'unreachable' && (
        <Trouble heading="Cannot reach the service" retry={retry}>
          {navigator.onLine
            ? 'What you entered has not been lost: try again in a moment.'
            : 'You seem to be offline. What you entered has not been lost: try again once you are back.'}
        </Trouble>
      )}
      {trouble?.kind === 'refused' && (
        <Trouble heading="The question could not be answered" retry={retry}>
          {trouble.message}
        </Trouble>
      )}
      {shown ? (
        <Outcome key={state.step} shown={shown} state={state} />
      ) : (
        <QuestionForm state={state} />
      )}
    </>
  );
}

type OutcomeProps = { readonly shown: Step; readonly state: ReferralState };

function Outcome({ shown, state }: OutcomeProps): ReactNode {
  const { referral } = shown;
  switch (referral.__typename) {
    case 'Routed':
      return <Answer routed={referral} input={shown.input} state={state} />;
    case 'NeedsChoice':
      return <ChoicePage choice={referral} otherPostcodes={shown.otherPostcodes} state={state} />;
    case 'NotRoutable':
      return (
        <NoAnswerPage noAnswer={referral} otherPostcodes={shown.otherPostcodes} state={state} />
      );
  }
}
