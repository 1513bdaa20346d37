import { useEffect, useReducer, useState } from 'react';

import type { TypedDocumentString } from './generated/graphql.ts';
import { type Reply, request } from './request.ts';

type Waiting = { readonly kind: 'waiting' };

export type Asked<Result, Variables> = {
  readonly reply: Reply<Result> | Waiting;
  /** The latest answer and what was asked for it: still there while the next is on its way. */
  readonly last: { readonly data: Result; readonly variables: Variables } | null;
  readonly retry: () => void;
};

const WAITING: Waiting = { kind: 'waiting' };

/** Asks when first drawn and whenever the variables change; null variables ask nothing yet. */
export function useReply<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Asked<Result, Variables> {
  const key = JSON.stringify(variables);
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);
  const [got, setGot] = useState<{ readonly key: string; readonly reply: Reply<Result> }>();
  const [last, setLast] = useState<Asked<Result, Variables>['last']>(null);
  useEffect(() => {
    const asked = JSON.parse(key) as Variables | null;
    if (asked === null) return;
    const leaving = new AbortController();
    setGot(undefined);
    void request(document, asked, leaving.signal).then((reply) => {
      if (leaving.signal.aborted) return;
      setGot({ key, reply });
      if (reply.kind === 'answered') setLast({ data: reply.data, variables: asked });
    });
    return () => {
      leaving.abort();
    };
  }, [document, key, attempt]);
  return { reply: got?.key === key ? got.reply : WAITING, last, retry };
}
