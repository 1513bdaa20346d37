import type { ReactNode } from 'react';

import type { Weight } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import { Trouble } from '../layout/trouble.tsx';
import { AffectedTeams } from './affected-teams.tsx';
import { type Outcome, WHAT_IF } from './ask.ts';
import { Became } from './became.tsx';
import { type Ground, nameOf } from './ground.ts';
import { Movers } from './movers.tsx';
import { ScoresTable } from './scores-table.tsx';
import { outcomeInWords } from './words.ts';
import { hasChanges, proposedAreas, type Work } from './work.ts';

type OutcomesProps = {
  readonly ground: Ground;
  readonly work: Work;
  /** Points out a piece, by its key, on the map. */
  readonly show: (piece: string) => void;
  /** The tools, between the finding and its details. */
  readonly children: ReactNode;
};

/** What comes of the proposal: asked anew at each change, the last answer dimmed meanwhile. */
export function Outcomes({ ground, work, show, children }: OutcomesProps): ReactNode {
  const { subject, comparison } = ground;
  const areas = proposedAreas(work, (owner) => nameOf(ground, work, owner));
  const { reply, last, retry } = useReply(WHAT_IF, {
    ...subject,
    weight: comparison.weight,
    areas,
  });
  const isWaiting = reply.kind === 'waiting';
  const outcome = last?.data.proposal;
  return (
    <>
      <p className="summary" role="status">
        {outcome && !isWaiting && outcomeInWords(outcome, ground, hasChanges(work))}
        {isWaiting && 'Working it out …'}
      </p>
      {reply.kind === 'unreachable' && (
        <Trouble heading="Cannot reach the service" retry={retry}>
          Your proposal is still here: try again.
        </Trouble>
      )}
      {reply.kind === 'refused' && (
        <p className="note" role="alert">
          {reply.message}
        </p>
      )}
      {outcome && (
        <ScoresTable
          outcome={outcome}
          ground={ground}
          weight={comparison.weight satisfies Weight}
        />
      )}
      {children}
      {outcome && hasChanges(work) && (
        <div className={isWaiting ? 'result waiting' : 'result'} aria-busy={isWaiting}>
          <Details outcome={outcome} ground={ground} show={show} />
        </div>
      )}
    </>
  );
}

type DetailsProps = Pick<OutcomesProps, 'ground' | 'show'> & { readonly outcome: Outcome };

function Details({ outcome, ground, show }: DetailsProps): ReactNode {
  return (
    <>
      <Movers outcome={outcome} ground={ground} show={show} />
      <AffectedTeams outcome={outcome} ground={ground} />
      <Became outcome={outcome} ground={ground} />
    </>
  );
}
