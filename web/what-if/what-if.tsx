import type { ReactNode } from 'react';

import { useReply } from '../api/use-reply.ts';
import type { Choices } from '../compare-boundaries/address.ts';
import { COMPARE } from '../compare-boundaries/ask.ts';
import { ChoicesForm } from '../compare-boundaries/choices-form.tsx';
import { Refused } from '../compare-boundaries/refused.tsx';
import { useChoices } from '../compare-boundaries/use-choices.ts';
import { Latest } from '../layout/latest.tsx';
import { Notes, OnceSettled } from '../layout/once-settled.tsx';
import { PageHeading } from '../layout/page-heading.tsx';
import { Board } from './board.tsx';
import { groundOf } from './ground.ts';
import './what-if.css';

/** The task: redraw one set of boundaries and see at once what it would do. */
export function WhatIf(): ReactNode {
  const state = useChoices();
  const { choose } = state;
  return (
    <>
      <PageHeading title="What if the lines moved?">What if the lines moved?</PageHeading>
      <p className="reading">
        Merge areas, split them or move a line, and see at once who would move, which teams it
        concerns and how far the two sets would agree. A proposal is stored nowhere but on this page
        and in the files you keep: the service works out its figures and forgets it, and no referral
        ever sees it.
      </p>
      <OnceSettled state={state} loading="Loading the boundary sets …">
        {(settled) => (
          <>
            <ChoicesForm
              {...state}
              choices={settled.choices}
              labels={{ left: 'Redraw', right: 'held against' }}
            />
            <Notes notes={settled.notes} />
            <Drawing choices={settled.choices} choose={choose} />
          </>
        )}
      </OnceSettled>
    </>
  );
}

type DrawingProps = {
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
};

/** The ground to draw on. The last one stays, dimmed, while the next is on its way. */
function Drawing({ choices, choose }: DrawingProps): ReactNode {
  const asked = useReply(COMPARE, choices);
  return (
    <Latest
      asked={asked}
      working="Comparing …"
      kept="Your proposal is still here: try again."
      refused={(message) => (
        <Refused choices={choices} choose={choose}>
          {message}
        </Refused>
      )}
    >
      {(last) => (
        <Board
          ground={groundOf(last.data.coterminosity, {
            left: last.data.coterminosity.left,
            right: last.data.coterminosity.right,
            asAt: last.data.coterminosity.asAt,
            within: last.variables.within ?? null,
          })}
          choose={choose}
        />
      )}
    </Latest>
  );
}
