import { type ReactNode, type SubmitEvent, useEffect, useEffectEvent, useRef } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Pending } from '../layout/pending.tsx';
import { ErrorList } from './error-list.tsx';
import { MoreFields } from './more-fields.tsx';
import { NeedField } from './need-field.tsx';
import type { ReferralState } from './use-referral.ts';
import { WhereField } from './where-field.tsx';

export function QuestionForm({ state }: { readonly state: ReferralState }): ReactNode {
  const { typed, faults, type, isAsking, wanted } = state;
  const isFaulty = Object.keys(faults).length > 0;
  const cameBack = useRef(state.hasAsked);
  const focusWanted = useEffectEvent(() => {
    // With faults the list of them takes the focus.
    if (cameBack.current && !isFaulty) document.getElementById(wanted)?.focus();
  });
  useEffect(() => {
    focusWanted();
  }, [wanted]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    state.submit();
  };
  return (
    <div className="question">
      <ErrorList faults={faults} />
      <PageHeading title={isFaulty ? 'Error: Find the team' : 'Find the team'} size="xl">
        Find the team
      </PageHeading>
      <p className="nhsuk-lede-text">
        Who is responsible for a person, and the number that answers now.
      </p>
      <form noValidate onSubmit={submit} autoComplete="off">
        <WhereField state={state} />
        <NeedField
          chosen={typed.need}
          error={faults.need ?? ''}
          choose={(need) => {
            type({ need });
          }}
        />
        <MoreFields typed={typed} faults={faults} wanted={wanted} type={type} />
        <button type="submit" className="nhsuk-button" aria-disabled={isAsking}>
          Find the team
        </button>
        <Pending isAsking={isAsking} words="Finding the team" />
      </form>
      <p className="urgent-line">
        If someone is in danger now, ring <a href="tel:999">999</a>. For urgent medical advice ring{' '}
        <a href="tel:111">111</a>.
      </p>
    </div>
  );
}
