import type { ReactNode } from 'react';

import { useReply } from '../api/use-reply.ts';
import type { Choices } from '../compare-boundaries/address.ts';
import { COMPARE } from '../compare-boundaries/ask.ts';
import { ChoicesForm } from '../compare-boundaries/choices-form.tsx';
import { Refused } from '../compare-boundaries/refused.tsx';
import { useChoices } from '../compare-boundaries/use-choices.ts';
import { PageHeading } from '../layout/page-heading.tsx';
import { Status, Trouble } from '../layout/trouble.tsx';
import { Board } from './board.tsx';
import { groundOf } from './ground.ts';
import './what-if.css';

/** The task: redraw one set of boundaries and see at once what it would do. */
export function WhatIf(): ReactNode {
  const state = useChoices();
  const { settled, isLost, retry, choose } = state;
  return (
    <>
      <PageHeading title="What if the lines moved?">What if the lines moved?</PageHeading>
      <p className="reading">
        Merge areas, split them or move a line, and see at once who would move, which teams it
        concerns and how far the two sets would agree. A proposal is stored nowhere but on this page
        and in the files you keep: the service works out its figures and forgets it, and no referral
        ever sees it.
      </p>
      {settled ? (
        <>
          <ChoicesForm
            {...state}
            choices={settled.choices}
            labels={{ left: 'Redraw', right: 'held against' }}
          />
          <div role="status">
            {settled.notes.map((note) => (
              <p key={note} className="note">
                {note}
              </p>
            ))}
          </div>
          <Drawing choices={settled.choices} choose={choose} />
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

type DrawingProps = {
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
};

/** The ground to draw on. The last one stays, dimmed, while the next is on its way. */
function Drawing({ choices, choose }: DrawingProps): ReactNode {
  const { reply, last, retry } = useReply(COMPARE, choices);
  if (reply.kind === 'unreachable')
    return (
      <Trouble heading="Cannot reach the service" retry={retry}>
        Your proposal is still here: try again.
      </Trouble>
    );
  if (reply.kind === 'refused')
    return (
      <Refused choices={choices} choose={choose}>
        {reply.message}
      </Refused>
    );
  const isWaiting = reply.kind === 'waiting';
  return (
    <>
      <Status>
        {isWaiting && <p className={last ? 'nhsuk-u-visually-hidden' : ''}>Comparing …</p>}
      </Status>
      {last && (
        <div className={isWaiting ? 'result waiting' : 'result'} aria-busy={isWaiting}>
          <Board
            ground={groundOf(last.data.coterminosity, {
              left: last.data.coterminosity.left,
              right: last.data.coterminosity.right,
              asAt: last.data.coterminosity.asAt,
              within: last.variables.within ?? null,
            })}
            choose={choose}
          />
        </div>
      )}
    </>
  );
}
