import { TextInput } from 'nhsuk-react-components';
import { type ReactNode, type SubmitEvent, useState } from 'react';

import { Pending } from '../layout/pending.tsx';
import { inList } from '../words/sentences.ts';
import { capital, shortKind, shortKinds } from '../words/kinds.ts';
import type { NoAnswer } from './ask.ts';
import { LONGEST_POSTCODE } from './question.ts';
import type { ReferralState } from './use-referral.ts';

/** Part of a postcode is asked to be completed where it stands: nothing is typed twice. */
export function WholePostcode({ state }: { readonly state: ReferralState }): ReactNode {
  const [postcode, setPostcode] = useState(`${state.typed.postcode.trim().toUpperCase()} `);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    state.submit({ postcode });
  };
  return (
    <form noValidate onSubmit={submit} autoComplete="off">
      <TextInput
        id="whole-postcode"
        name="postcode"
        label="Whole postcode"
        labelProps={{ size: 's' }}
        hint="Add the second half. For example, SO23 8UJ"
        width={10}
        autoComplete="postal-code"
        spellCheck={false}
        autoCapitalize="characters"
        maxLength={LONGEST_POSTCODE}
        value={postcode}
        onChange={(event) => {
          setPostcode(event.target.value);
        }}
      />
      <button type="submit" className="nhsuk-button" aria-disabled={state.isAsking}>
        Continue
      </button>
      <Pending isAsking={state.isAsking} words="Finding the team" />
    </form>
  );
}

/** Where the homes of part of a postcode lie. Never a team: any of these may be the one. */
export function Candidates({ candidates }: Pick<NoAnswer, 'candidates'>): ReactNode {
  if (candidates.length === 0) return null;
  const kinds = [...new Set(candidates.map(({ area }) => area.kind))];
  return (
    <section className="candidates" aria-labelledby="candidates">
      <h2 id="candidates" className="nhsuk-heading-s">
        Homes that begin like this are in
      </h2>
      <dl>
        {kinds.map((kind) => {
          const names = candidates
            .filter(({ area }) => area.kind === kind)
            .map(({ area }) => area.name);
          return (
            <div key={kind}>
              <dt>{capital(names.length === 1 ? shortKind(kind) : shortKinds(kind))}</dt>
              <dd>{inList(names)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
