import { type ReactNode, useEffect, useState } from 'react';

import { momentInWords } from '../words/dates.ts';

type OldAnswerProps = {
  readonly at: string;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
};

/** After this long an open team may have closed, milliseconds. */
const OLD_MS = 15 * 60_000;
const LOOK_MS = 30_000;

/** A page left open says so: which number answers depends on the time. */
export function OldAnswer({ at, isAsking, askAgain }: OldAnswerProps): ReactNode {
  const [isOld, setOld] = useState(false);
  useEffect(() => {
    const look = (): void => {
      setOld(Date.now() - Date.parse(at) > OLD_MS);
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [at]);
  return (
    <div role="status" className="no-print">
      {isOld && !isAsking && (
        <div className="old-answer">
          <p>This answer is from {momentInWords(at)}. Another number may answer by now.</p>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={askAgain}
          >
            Ask again
          </button>
        </div>
      )}
    </div>
  );
}
