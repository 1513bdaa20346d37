import { type ReactNode, useEffect } from 'react';

import { Notes, OnceSettled } from '../layout/once-settled.tsx';
import { PageHeading } from '../layout/page-heading.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { Result } from './result.tsx';
import { useChoices } from './use-choices.ts';

/** The task: where two sets of boundaries agree and part, and for how many people. */
export function CompareBoundaries(): ReactNode {
  const state = useChoices();
  useEffect(() => {
    // On its way while the figures are asked for; whoever needs it says so if it does not come.
    import('../map/create-overlap-map.ts').catch(() => undefined);
  }, []);
  return (
    <>
      <PageHeading title="Compare boundaries">Compare boundaries</PageHeading>
      <OnceSettled state={state} loading="Loading the boundary sets …">
        {(settled) => (
          <>
            <ChoicesForm {...state} choices={settled.choices} />
            <Notes notes={settled.notes} />
            <Result choices={settled.choices} choose={state.choose} />
          </>
        )}
      </OnceSettled>
    </>
  );
}
