import { type ReactNode, useEffect } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Status, Trouble } from '../layout/trouble.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { Result } from './result.tsx';
import { useChoices } from './use-choices.ts';

/** The task: where two sets of boundaries agree and part, and for how many people. */
export function CompareBoundaries(): ReactNode {
  const state = useChoices();
  const { settled, isLost, retry } = state;
  useEffect(() => {
    // On its way while the figures are asked for; whoever needs it says so if it does not come.
    import('../map/create-overlap-map.ts').catch(() => undefined);
  }, []);
  return (
    <>
      <PageHeading title="Compare boundaries">Compare boundaries</PageHeading>
      {settled ? (
        <>
          <ChoicesForm {...state} choices={settled.choices} />
          <div role="status">
            {settled.notes.map((note) => (
              <p key={note} className="note">
                {note}
              </p>
            ))}
          </div>
          <Result choices={settled.choices} choose={state.choose} />
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
