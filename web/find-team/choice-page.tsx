import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Pending } from '../layout/pending.tsx';
import { Linked } from '../words/linked.tsx';
import type { Choice } from './ask.ts';
import { ChoiceOptions } from './choice-options.tsx';
import { helpWith } from './choice-help.ts';
import { Suggestions } from './suggestions.tsx';
import { UrgentContacts } from './urgent-contacts.tsx';
import type { ReferralState } from './use-referral.ts';
import { ChangeLink } from './change-link.tsx';

type ChoicePageProps = {
  readonly choice: Choice;
  readonly state: ReferralState;
};

const NOTHING_CHOSEN = 'Choose one of these answers';
const FIRST_OPTION = 'option-1';

/** The one question that settles it. */
export function ChoicePage({ choice, state }: ChoicePageProps): ReactNode {
  const [chosen, setChosen] = useState('');
  const [isMissing, setMissing] = useState(0);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (chosen === '') setMissing((times) => times + 1);
    else state.answer({ question: choice.key, answer: chosen });
  };
  const isUrgent = choice.urgent.some(({ contactNow }) => contactNow);
  const error = isMissing > 0 && chosen === '' ? NOTHING_CHOSEN : '';
  return (
    <div className="question">
      <p className="again-links">
        <ChangeLink state={state} />
      </p>
      {error !== '' && <NothingChosen key={isMissing} />}
      <UrgentContacts urgent={choice.urgent} />
      <form noValidate onSubmit={submit}>
        <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
          <fieldset
            className="nhsuk-fieldset"
            aria-describedby={error ? 'choice-message choice-error' : 'choice-message'}
          >
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
              <PageHeading
                title={error ? `Error: ${choice.question}` : choice.question}
                takesFocus={!isUrgent}
                {...(state.step > 1 && { caption: 'One more question' })}
              >
                {choice.question}
              </PageHeading>
            </legend>
            <div id="choice-message" className="nhsuk-hint">
              <p>{choice.message}</p>
              <p>
                <Linked text={helpWith(choice)} />
              </p>
            </div>
            {error && (
              <span id="choice-error" className="nhsuk-error-message">
                <span className="nhsuk-u-visually-hidden">Error: </span>
                {error}
              </span>
            )}
            <ChoiceOptions options={choice.options} chosen={chosen} choose={setChosen} />
          </fieldset>
        </div>
        <Suggestions
          postcodes={choice.nearby}
          lead="Or use a postcode in use nearby, the nearest first. Check it with the person."
          use={(postcode) => {
            state.change({ postcode });
          }}
        />
        <button type="submit" className="nhsuk-button" aria-disabled={state.isAsking}>
          Continue
        </button>
        <Pending isAsking={state.isAsking} words="Finding the team" />
      </form>
    </div>
  );
}

function NothingChosen(): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            <li>
              <a
                href={`#${FIRST_OPTION}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(FIRST_OPTION)?.focus();
                }}
              >
                {NOTHING_CHOSEN}
              </a>
            </li>
          </ul>
        </div>
      </div>
    </div>
  );
}
