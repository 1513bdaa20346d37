import { useState } from 'react';

import { post, type Reply } from '../api/request.ts';

export type Shown = Reply<unknown> | { readonly kind: 'none' } | { readonly kind: 'waiting' };

/** One question to this server, and what came of it. */
export function useRun(): { readonly shown: Shown; readonly run: (body: unknown) => void } {
  const [shown, setShown] = useState<Shown>({ kind: 'none' });
  const run = (body: unknown): void => {
    setShown({ kind: 'waiting' });
    void post(body).then(setShown);
  };
  return { shown, run };
}
