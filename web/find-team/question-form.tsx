import { TextInput } from 'nhsuk-react-components';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Pending } from '../layout/pending.tsx';
import { ErrorList } from './error-list.tsx';
import { MoreFields } from './more-fields.tsx';
import { NeedField } from './need-field.tsx';
import { LONGEST_POSTCODE } from './question.ts';
import { Suggestions } from './suggestions.tsx';
import type { ReferralState } from './use-referral.ts';

export function QuestionForm({ state }: { readonly state: ReferralState }): ReactNode {
  const { typed, faults, suggestions, type, isAsking, wanted } = state;
  const postcode = useRef<HTMLInputElement>(null);
  const cameBack = useRef(state.hasAsked);
  useEffect(() => {
    if (cameBack.current) document.getElementById(wanted)?.focus();
  }, [wanted]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    state.submit();
  };
  const useSuggestion = (meant: string): void => {
    type({ postcode: meant });
    postcode.current?.focus();
  };
  const isFaulty = Object.keys(faults).length > 0;
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
        <TextInput
          id="postcode"
          name="postcode"
          label="Postcode of the person’s home"
          labelProps={{ size: 's' }}
          hint="For example, SO23 8UJ. For no fixed abode, ZZ99 3VZ"
          width={10}
          autoComplete="postal-code"
          spellCheck={false}
          autoCapitalize="characters"
          maxLength={LONGEST_POSTCODE}
          error={faults.postcode ?? ''}
          value={typed.postcode}
          ref={postcode}
          onChange={(event) => {
            type({ postcode: event.target.value });
          }}
        />
        <Suggestions postcodes={suggestions} use={useSuggestion} />
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
