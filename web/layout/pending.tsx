import { type ReactNode, useEffect, useState } from 'react';

import { Status } from './trouble.tsx';

type PendingProps = { readonly isAsking: boolean; readonly words: string };

/** An answer sooner than this needs no word; after the second the connection is said to be slow. Milliseconds. */
const SOON_MS = 400;
const SLOW_MS = 5_000;

/** A line read out while an answer is on its way. */
export function Pending({ isAsking, words }: PendingProps): ReactNode {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    if (!isAsking) return undefined;
    const timers = [SOON_MS, SLOW_MS].map((ms) =>
      setTimeout(() => {
        setWaited(ms);
      }, ms),
    );
    return () => {
      timers.forEach(clearTimeout);
      setWaited(0);
    };
  }, [isAsking]);
  return (
    <Status>
      {isAsking && waited >= SOON_MS && (
        <p>
          {words} …{waited >= SLOW_MS && ' The connection is slow. What you entered is kept.'}
        </p>
      )}
    </Status>
  );
}
