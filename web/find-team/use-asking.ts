import { useEffect, useRef, useState } from 'react';

import type { ReferralInput } from '../api/generated/graphql.ts';
import { ask, type Asked } from './ask.ts';

type Answered = Extract<Asked, { kind: 'answered' }>;
export type Trouble = Exclude<Asked, Answered>;

export type Asking = {
  readonly isAsking: boolean;
  /** Something was asked before. */
  readonly hasAsked: boolean;
  readonly trouble: Trouble | undefined;
  readonly send: (input: ReferralInput, then: (answer: Answered) => void) => void;
  readonly retry: () => void;
  /** Lets go of what is under way: an answer still to come is dropped. */
  readonly drop: () => void;
};

/** One question under way at a time; the last one asked is the one that counts. */
export function useAsking(): Asking {
  const [isAsking, setAsking] = useState(false);
  const [hasAsked, setHasAsked] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const turn = useRef(0);
  const last = useRef<() => void>(undefined);
  useEffect(
    () => () => {
      turn.current++;
    },
    [],
  );

  const send: Asking['send'] = (input, then) => {
    const mine = ++turn.current;
    last.current = () => {
      send(input, then);
    };
    setAsking(true);
    setHasAsked(true);
    setTrouble(undefined);
    void ask(input).then((asked) => {
      if (mine !== turn.current) return;
      setAsking(false);
      if (asked.kind === 'answered') then(asked);
      else setTrouble(asked);
    });
  };

  return {
    isAsking,
    hasAsked,
    trouble,
    send,
    retry: () => last.current?.(),
    drop: () => {
      turn.current++;
      setAsking(false);
      setTrouble(undefined);
    },
  };
}
