import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';

import { graphql } from '../api/generated/index.ts';
import { request } from '../api/request.ts';
import { momentInWords } from '../words/dates.ts';
import type { Routed } from './ask.ts';
import type { Answered } from './use-referral.ts';

const RELEASE_NOW = graphql(`
  query ReleaseNow {
    release {
      id
    }
  }
`);

type OldAnswerProps = {
  readonly routed: Pick<Routed, 'at' | 'holdsUntil' | 'release'>;
  /** The answer this one took the place of. */
  readonly before: Answered | undefined;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
};

/** Older than this is marked, however long the answer holds; come back to, it is asked again sooner. Milliseconds. */
const OLD_MS = 60 * 60_000;
const STALE_MS = 15 * 60_000;
const LOOK_MS = 30_000;

/**
 * Which number answers depends on the time and the release. A page left open says it is old; one come back to is
 * asked again by itself when it is old or the release has changed.
 */
export function OldAnswer({ routed, before, isAsking, askAgain }: OldAnswerProps): ReactNode {
  const { at, holdsUntil, release } = routed;
  const [isOld, setOld] = useState(false);
  const look = useEffectEvent(() => {
    setOld(isPast(holdsUntil) || ageOf(at) > OLD_MS);
  });
  const comeBack = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible') return;
    look();
    if (isPast(holdsUntil) || ageOf(at) > STALE_MS || (await isReleaseGone(release.id))) askAgain();
  });
  useEffect(() => {
    look();
    const timer = setInterval(look, LOOK_MS);
    const listen = (): void => {
      void comeBack();
    };
    document.addEventListener('visibilitychange', listen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', listen);
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
      {!isOld && before && (
        <p className="note">
          Asked again on {momentInWords(at)}.
          {before.releaseId !== release.id &&
            ' The data has changed since you first asked: look at the teams and numbers again.'}
        </p>
      )}
    </div>
  );
}

function ageOf(at: string): number {
  return Date.now() - Date.parse(at);
}

function isPast(moment: string | null | undefined): boolean {
  return typeof moment === 'string' && Date.parse(moment) <= Date.now();
}

async function isReleaseGone(id: string): Promise<boolean> {
  const reply = await request(RELEASE_NOW, {});
  return reply.kind === 'answered' && reply.data.release.id !== id;
}
