import type { ReactNode } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Status, Trouble } from '../layout/trouble.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { Result } from './result.tsx';
import { useChoices } from './use-choices.ts';

/** The task: what a reorganisation did or will do, to whom. */
export function BeforeAndAfter(): ReactNode {
  const state = useChoices();
  const { settled, isLost, retry } = state;
  return (
    <>
      <PageHeading title="Before and after">Before and after</PageHeading>
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
          <Result choices={settled.choices} />
        </>
      ) : isLost ? (
        <Trouble heading="Cannot reach the service" retry={retry}>
          Your choices stand in the address and are not lost: try again.
        </Trouble>
      ) : (
        <Status>
          <p>Loading the reorganisations …</p>
        </Status>
      )}
    </>
  );
}
