import type { ReactNode } from 'react';

import type { ReferralInput } from '../api/generated/graphql.ts';
import { PageHeading } from '../layout/page-heading.tsx';
import { Status } from '../layout/trouble.tsx';
import { dayInWords, momentInWords } from '../words/dates.ts';
import { Arrangements } from './arrangements.tsx';
import type { Routed } from './ask.ts';
import { Confidence } from './confidence.tsx';
import { OldAnswer } from './old-answer.tsx';
import { PlaceMap } from './place-map.tsx';
import { placeInWords } from './place-words.ts';
import { Responsible } from './responsible.tsx';
import { TeamCard } from './team-card.tsx';
import type { ReferralState } from './use-referral.ts';
import { Why } from './why.tsx';
import { ChangeLink } from './change-link.tsx';

type AnswerProps = {
  readonly routed: Routed;
  readonly input: ReferralInput;
  readonly state: ReferralState;
};

/** Words first: who, their number, how sure; then the small map. */
export function Answer({ routed, input, state }: AnswerProps): ReactNode {
  const { need, place, teams, at } = routed;
  return (
    <article className="answer">
      <AgainLinks state={state} />
      <PageHeading
        title={`${need.name}: who to ring`}
        takesFocus
        caption={placeInWords(place, input.answers ?? [])}
      >
        {need.name}
      </PageHeading>
      {input.asAt && (
        <p className="nhsuk-inset-text not-today">
          This is the answer for <strong>{dayInWords(input.asAt)}</strong>, not for today.
        </p>
      )}
      <OldAnswer at={at} isAsking={state.isAsking} askAgain={state.askAgain} />
      <Status>{state.isAsking && <p>Asking again …</p>}</Status>
      <div className="answer-columns">
        <div className="answer-teams">
          {teams.map((offer) => (
            <TeamCard key={offer.team.id} offer={offer} at={at} />
          ))}
        </div>
        <div className="answer-beside">
          <Responsible responsible={routed.responsible} />
          <Confidence routed={routed} change={state.change} />
          <PlaceMap place={place} asAt={input.asAt ?? null} />
        </div>
      </div>
      <Arrangements arrangements={routed.arrangements} />
      <Why routed={routed} />
      <p className="answered-line">
        Answered on {momentInWords(at)} from release{' '}
        <span className="code-word">{routed.release.id}</span>.
      </p>
      <AgainButtons state={state} />
    </article>
  );
}

function AgainLinks({ state }: { readonly state: ReferralState }): ReactNode {
  return (
    <p className="again-links no-print">
      <ChangeLink state={state} />
    </p>
  );
}

function AgainButtons({ state }: { readonly state: ReferralState }): ReactNode {
  return (
    <div className="nhsuk-button-group no-print">
      <button type="button" className="nhsuk-button" onClick={state.startAgain}>
        Search again
      </button>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        onClick={() => {
          window.print();
        }}
      >
        Print this page
      </button>
    </div>
  );
}
