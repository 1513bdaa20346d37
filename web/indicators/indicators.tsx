import type { ReactNode } from 'react';

import { useReply } from '../api/use-reply.ts';
import type { Choices } from '../compare-boundaries/address.ts';
import { COMPARE } from '../compare-boundaries/ask.ts';
import { ChoicesForm } from '../compare-boundaries/choices-form.tsx';
import { Refused } from '../compare-boundaries/refused.tsx';
import { useChoices } from '../compare-boundaries/use-choices.ts';
import { Notes, OnceSettled } from '../layout/once-settled.tsx';
import { PageHeading } from '../layout/page-heading.tsx';
import { Status, Trouble } from '../layout/trouble.tsx';
import { KNOWN_AREAS } from './ask.ts';
import { Counts } from './counts.tsx';
import './indicators.css';

/** The task: counts made by one set of areas, told by another. */
export function Indicators(): ReactNode {
  const state = useChoices();
  const { choose } = state;
  return (
    <>
      <PageHeading title="Counts by other areas">Counts by other areas</PageHeading>
      <p className="reading">
        Delayed discharges are counted by health area, looked-after children by council. Give the
        counts of one and see them by the other, every case kept, with how sure that is.
      </p>
      <OnceSettled state={state} loading="Loading the boundary sets …">
        {(settled) => (
          <>
            <ChoicesForm
              {...state}
              choices={settled.choices}
              labels={{ left: 'Counted by', right: 'shown by' }}
            />
            <Notes notes={settled.notes} />
            <Ground choices={settled.choices} choose={choose} />
          </>
        )}
      </OnceSettled>
    </>
  );
}

type GroundProps = {
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
};

/** The areas and how they share their ground; what was typed stays whatever comes back. */
function Ground({ choices, choose }: GroundProps): ReactNode {
  const compared = useReply(COMPARE, choices);
  const known = useReply(KNOWN_AREAS, { kind: choices.left, asAt: choices.asAt });
  const replies = [compared.reply, known.reply];
  const isWaiting = replies.some(({ kind }) => kind === 'waiting');
  const refusal = replies.find((reply) => reply.kind === 'refused');
  const comparison = compared.last?.data.coterminosity;
  const areas = known.last?.data.areas;
  return (
    <>
      <Status>{isWaiting && <p className="nhsuk-u-visually-hidden">Comparing …</p>}</Status>
      {replies.some(({ kind }) => kind === 'unreachable') && (
        <Trouble
          heading="Cannot reach the service"
          retry={() => {
            compared.retry();
            known.retry();
          }}
        >
          What you entered is kept: try again.
        </Trouble>
      )}
      {refusal && (
        <Refused choices={choices} choose={choose}>
          {refusal.message}
        </Refused>
      )}
      {comparison && areas && (
        <Counts
          comparison={comparison}
          within={choices.within}
          areas={areas}
          isCurrent={!isWaiting && !refusal}
        />
      )}
    </>
  );
}
