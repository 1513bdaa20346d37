import type { ReactNode } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Status, Trouble } from '../layout/trouble.tsx';
import { ChoicesForm } from './choices-form.tsx';
import './cover.css';
import { Overview } from './overview.tsx';
import { Result } from './result.tsx';
import { useChoices } from './use-choices.ts';

/** The task: for whom no team answers, and for whom two do. */
export function GapsAndDoubleCover(): ReactNode {
  const state = useChoices();
  const { settled, isLost, retry, addressOf } = state;
  return (
    <>
      <PageHeading title="Gaps and double cover">Gaps and double cover</PageHeading>
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
          {settled.choices.need === null ? (
            <Overview asAt={settled.choices.asAt} addressOf={addressOf} />
          ) : (
            <Result need={settled.choices.need} asAt={settled.choices.asAt} />
          )}
        </>
      ) : isLost ? (
        <Trouble heading="Cannot reach the service" retry={retry}>
          Your choices stand in the address and are not lost: try again.
        </Trouble>
      ) : (
        <Status>
          <p>Loading the needs …</p>
        </Status>
      )}
    </>
  );
}
