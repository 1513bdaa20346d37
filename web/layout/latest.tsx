import type { ReactNode } from 'react';

import type { Asked } from '../api/use-reply.ts';
import { Status, Trouble } from './trouble.tsx';

type LatestProps<Result, Variables> = {
  readonly asked: Asked<Result, Variables>;
  /** What is under way while there is no answer: `Comparing …`. */
  readonly working: string;
  /** What is not lost when the service cannot be reached. */
  readonly kept?: string;
  readonly refused?: (message: string) => ReactNode;
  readonly children: (last: NonNullable<Asked<Result, Variables>['last']>) => ReactNode;
};

/** The last answer stays, dimmed, while the next is on its way. */
export function Latest<Result, Variables>({
  asked: { reply, last, retry },
  working,
  kept = CHOICES_KEPT,
  refused = refusedInANote,
  children,
}: LatestProps<Result, Variables>): ReactNode {
  if (reply.kind === 'unreachable') return <OutOfReach retry={retry}>{kept}</OutOfReach>;
  if (reply.kind === 'refused') return refused(reply.message);
  const isWaiting = reply.kind === 'waiting';
  return (
    <>
      <Status>
        {isWaiting && <p className={last ? 'nhsuk-u-visually-hidden' : ''}>{working}</p>}
      </Status>
      {last && (
        <div className={isWaiting ? 'result waiting' : 'result'} aria-busy={isWaiting}>
          {children(last)}
        </div>
      )}
    </>
  );
}

function refusedInANote(message: string): ReactNode {
  return (
    <p className="note" role="alert">
      {message}
    </p>
  );
}

const CHOICES_KEPT = 'Your choices stand in the address and are not lost: try again.';

type OutOfReachProps = { readonly retry: () => void; readonly children?: string };

export function OutOfReach({ retry, children = CHOICES_KEPT }: OutOfReachProps): ReactNode {
  return (
    <Trouble heading="Cannot reach the service" retry={retry}>
      {children}
    </Trouble>
  );
}
