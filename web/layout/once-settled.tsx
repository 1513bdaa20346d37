import type { ReactNode } from 'react';

import { OutOfReach } from './latest.tsx';
import { Status } from './trouble.tsx';

type OnceSettledProps<Settled> = {
  readonly state: {
    readonly settled: Settled | null | undefined;
    readonly isLost: boolean;
    readonly retry: () => void;
  };
  /** What the choices wait for: `Loading the boundary sets …`. */
  readonly loading: string;
  readonly children: (settled: Settled) => ReactNode;
};

/** What a planner chose among, as soon as it is known what there is to choose. */
export function OnceSettled<Settled>({
  state: { settled, isLost, retry },
  loading,
  children,
}: OnceSettledProps<Settled>): ReactNode {
  if (settled) return children(settled);
  if (isLost) return <OutOfReach retry={retry} />;
  return (
    <Status>
      <p>{loading}</p>
    </Status>
  );
}

/** What was chosen for the reader, and why. */
export function Notes({ notes }: { readonly notes: readonly string[] }): ReactNode {
  return (
    <div role="status">
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </div>
  );
}
