import type { ReactNode } from 'react';

import { Notes, OnceSettled } from '../layout/once-settled.tsx';
import { PageHeading } from '../layout/page-heading.tsx';
import { ChoicesForm } from './choices-form.tsx';
import './cover.css';
import { Overview } from './overview.tsx';
import { Result } from './result.tsx';
import { useChoices } from './use-choices.ts';

/** The task: for whom no team answers, and for whom two do. */
export function GapsAndDoubleCover(): ReactNode {
  const state = useChoices();
  const { addressOf } = state;
  return (
    <>
      <PageHeading title="Gaps and double cover">Gaps and double cover</PageHeading>
      <OnceSettled state={state} loading="Loading the needs …">
        {(settled) => (
          <>
            <ChoicesForm {...state} choices={settled.choices} />
            <Notes notes={settled.notes} />
            {settled.choices.need === null ? (
              <Overview asAt={settled.choices.asAt} addressOf={addressOf} />
            ) : (
              <Result need={settled.choices.need} asAt={settled.choices.asAt} />
            )}
          </>
        )}
      </OnceSettled>
    </>
  );
}
