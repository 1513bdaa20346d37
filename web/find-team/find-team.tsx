import type { ReactNode } from 'react';

import { Answer } from './answer.tsx';
import { AskingTrouble } from './asking-trouble.tsx';
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
      {trouble && <AskingTrouble trouble={trouble} retry={retry} />}
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
      return <Answer routed={referral} shown={shown} state={state} />;
    case 'NeedsChoice':
      return <ChoicePage choice={referral} state={state} />;
    case 'NotRoutable':
      return <NoAnswerPage noAnswer={referral} suggestions={shown.suggestions} state={state} />;
  }
}
