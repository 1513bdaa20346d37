import { useMemo } from 'react';

import type { CouncilsQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import { goTo, useAddress } from '../layout/address-bar.ts';
import { londonDay } from '../words/dates.ts';
import { type Choices, formatChoices, parseChoices } from './address.ts';
import { COUNCILS, SETS } from './ask.ts';
import { settle, type SetInForce, type Settled, settleWithin } from './settle.ts';

export type ChoicesState = {
  readonly isLost: boolean;
  readonly retry: () => void;
  /** Null until the first lists have come. */
  readonly settled: Settled | null;
  readonly sets: readonly SetInForce[];
  readonly councils: CouncilsQuery['areas'];
  readonly today: string;
  readonly choose: (change: Partial<Choices>) => void;
};

const NOTHING = {};

/** The choices in the address of a planner's page, made whole with what this release knows. */
export function useChoices(): ChoicesState {
  const { path, query } = useAddress();
  const today = londonDay(new Date());
  const asked = useReply(SETS, NOTHING);
  const sets = asked.last?.data.boundarySets ?? null;
  const wanted = useMemo(() => parseChoices(query), [query]);
  const bySets = sets && settle(wanted, sets, today);
  const { reply, last } = useReply(COUNCILS, bySets && { asAt: bySets.choices.asAt });
  const councils = last?.data.areas ?? [];
  const codes = councils.map(({ code }) => code);
  const isListed = last !== null || (reply.kind !== 'waiting' && reply.kind !== 'unreachable');
  const settled = bySets && isListed ? settleWithin(bySets, wanted, codes) : null;
  return {
    isLost: [asked.reply.kind, reply.kind].some((kind) => kind === 'unreachable'),
    retry: asked.retry,
    settled,
    sets: sets ?? [],
    councils,
    today,
    choose: (change) => {
      if (settled) goTo(`${path}${formatChoices({ ...settled.choices, ...change }, query)}`);
    },
  };
}
