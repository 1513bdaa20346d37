import type { ReactNode } from 'react';

import { Notes, OnceSettled } from '../layout/once-settled.tsx';
import { PageHeading } from '../layout/page-heading.tsx';
import { HistoryForm } from './history-form.tsx';
import { HistoryResult } from './history-result.tsx';
import { useHistoryChoices } from './use-history-choices.ts';

/** The task: how far two sets of boundaries have agreed since 2002, and what each reorganisation did to that. */
export function ScoresOverTime(): ReactNode {
  const state = useHistoryChoices();
  return (
    <>
      <PageHeading title="Scores over time">Scores over time</PageHeading>
      <OnceSettled state={state} loading="Loading the boundary sets …">
        {(settled) => (
          <>
            <HistoryForm {...state} choices={settled.choices} />
            <Notes notes={settled.notes} />
            <HistoryResult choices={settled.choices} days={settled.days} today={state.today} />
          </>
        )}
      </OnceSettled>
    </>
  );
}
