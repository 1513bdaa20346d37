import type { ReactNode } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Status, Trouble } from '../layout/trouble.tsx';
import { HistoryForm } from './history-form.tsx';
import { HistoryResult } from './history-result.tsx';
import { useHistoryChoices } from './use-history-choices.ts';

/** The task: how far two sets of boundaries have agreed since 2002, and what each reorganisation did to that. */
export function ScoresOverTime(): ReactNode {
  const state = useHistoryChoices();
  const { settled, isLost, retry } = state;
  return (
    <>
      <PageHeading title="Scores over time">Scores over time</PageHeading>
      {settled ? (
        <>
          <HistoryForm {...state} choices={settled.choices} />
          <HistoryResult {...settled} today={state.today} />
        </>
      ) : isLost ? (
        <Trouble heading="Cannot reach the service" retry={retry}>
          Your choices stand in the address and are not lost: try again.
        </Trouble>
      ) : (
        <Status>
          <p>Loading the boundary sets …</p>
        </Status>
      )}
    </>
  );
}
