import type { ReactNode } from 'react';

import { PATIENCE_MS } from '../api/request.ts';
import { Trouble } from '../layout/trouble.tsx';
import type { Trouble as WithAsking } from './use-asking.ts';

type AskingTroubleProps = { readonly trouble: WithAsking; readonly retry: () => void };

/** Nothing came back: says so, says what is kept, and where to turn meanwhile. */
export function AskingTrouble({ trouble, retry }: AskingTroubleProps): ReactNode {
  if (trouble.kind === 'refused')
    return (
      <Trouble heading="The question could not be answered" retry={retry}>
        {trouble.message}
      </Trouble>
    );
  const { heading, what } = wordsOf(trouble.tooSlow);
  return (
    <Trouble heading={heading} retry={retry}>
      {what} What you entered has not been lost. If it cannot wait, ring your own switchboard; in
      danger ring <a href="tel:999">999</a>.
    </Trouble>
  );
}

function wordsOf(tooSlow: boolean): { readonly heading: string; readonly what: string } {
  if (!navigator.onLine)
    return { heading: 'You are offline', what: 'Try again once you are back.' };
  return tooSlow
    ? {
        heading: 'The service is too slow to answer',
        what: `No answer came in ${PATIENCE_MS / 1000} seconds.`,
      }
    : { heading: 'Cannot reach the service', what: 'Try again in a moment.' };
}
