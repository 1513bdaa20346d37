import type { ClipboardEvent, ReactNode } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Pending } from '../layout/pending.tsx';
import { dayInWords } from '../words/dates.ts';
import { AnsweredLine } from './answered-line.tsx';
import { answeredInText } from './answer-in-text.ts';
import { AnswerButtons } from './answer-buttons.tsx';
import { Arrangements } from './arrangements.tsx';
import type { Routed } from './ask.ts';
import { ChangeLink } from './change-link.tsx';
import { Confidence } from './confidence.tsx';
import { OldAnswer } from './old-answer.tsx';
import { PlaceMap } from './place-map.tsx';
import { placeInWords } from './place-words.ts';
import { Responsible } from './responsible.tsx';
import { TeamCard } from './team-card.tsx';
import type { ReferralState, Step } from './use-referral.ts';
import { Why } from './why.tsx';

type AnswerProps = {
  readonly routed: Routed;
  readonly shown: Step;
  readonly state: ReferralState;
};

/** Words first: where, who, their number, how sure; then the small map. */
export function Answer({ routed, shown, state }: AnswerProps): ReactNode {
  const { need, place, teams, responsible } = routed;
  const { input, before } = shown;
  return (
    <article
      className="answer"
      onCopy={(event) => {
        sayWhen(event, routed);
      }}
    >
      <PageHeading
        title={`${need.name}: who to ring`}
        takesFocus
        caption={placeInWords(place, input.answers ?? [])}
      >
        {need.name}
      </PageHeading>
      <p className="print-only">
        <AnsweredLine routed={routed} />
      </p>
      <p className="again-links no-print">
        Wrong place? <ChangeLink state={state} />
      </p>
      {input.asAt && (
        <p className="nhsuk-inset-text not-today">
          This is the answer for <strong>{dayInWords(input.asAt)}</strong>, not for today.
        </p>
      )}
      <OldAnswer
        routed={routed}
        before={before}
        isAsking={state.isAsking}
        askAgain={state.askAgain}
      />
      <Pending isAsking={state.isAsking} words="Asking again" />
      {routed.bankHoliday && (
        <p className="bank-holiday">
          <strong>Bank holiday today:</strong> {routed.bankHoliday}. Hours differ.
        </p>
      )}
      <div className="answer-columns">
        <div className="answer-teams">
          {teams.map((offer) => (
            <TeamCard key={offer.team.id} offer={offer} routed={routed} />
          ))}
        </div>
        <div className="answer-beside">
          <Responsible responsible={responsible} />
          <Confidence routed={routed} input={input} change={state.change} />
          <PlaceMap place={place} input={input} />
        </div>
      </div>
      <Arrangements arrangements={routed.arrangements} />
      <Why routed={routed} />
      <p className="answered-line">
        <AnsweredLine routed={routed} />
      </p>
      <AnswerButtons routed={routed} input={input} startAgain={state.startAgain} />
    </article>
  );
}

/** A passage copied by hand carries its time and release; a number alone stays a number alone. */
function sayWhen(event: ClipboardEvent, routed: Routed): void {
  const copied = window.getSelection()?.toString() ?? '';
  if (!copied.trim().includes('\n')) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', `${copied.trim()}\n\n${answeredInText(routed)}`);
}
