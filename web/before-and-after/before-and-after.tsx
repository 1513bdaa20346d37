import type { ReactNode } from 'react';

import { Notes, OnceSettled } from '../layout/once-settled.tsx';
import { PageHeading } from '../layout/page-heading.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { Result } from './result.tsx';
import { useChoices } from './use-choices.ts';

/** The task: what a reorganisation did or will do, to whom. */
export function BeforeAndAfter(): ReactNode {
  const state = useChoices();
  return (
    <>
      <PageHeading title="Before and after">Before and after</PageHeading>
      <OnceSettled state={state} loading="Loading the reorganisations …">
        {(settled) => (
          <>
            <ChoicesForm {...state} choices={settled.choices} />
            <Notes notes={settled.notes} />
            <Result choices={settled.choices} />
          </>
        )}
      </OnceSettled>
    </>
  );
}
