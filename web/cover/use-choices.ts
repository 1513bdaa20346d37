import { useReply } from '../api/use-reply.ts';
import type { SetInForce } from '../compare-boundaries/settle.ts';
import type { Need } from '../find-team/need-groups.ts';
import { goTo, useAddress } from '../layout/address-bar.ts';
import { londonDay } from '../words/dates.ts';
import { type Choices, formatChoices, parseChoices } from './address.ts';
import { COVER_LISTS } from './ask.ts';
import { settle, type Settled } from './settle.ts';

export type ChoicesState = {
  readonly isLost: boolean;
  readonly retry: () => void;
  /** Null until the lists have come. */
  readonly settled: Settled | null;
  readonly needs: readonly Need[];
  readonly sets: readonly SetInForce[];
  readonly today: string;
  readonly addressOf: (choices: Choices) => string;
  readonly choose: (change: Partial<Choices>) => void;
};

const NOTHING = {};

/** The choices in the address, made whole with what this release knows. */
export function useChoices(): ChoicesState {
  const { path, query } = useAddress();
  const { reply, last, retry } = useReply(COVER_LISTS, NOTHING);
  const today = londonDay(new Date());
  const needs = last?.data.needs ?? [];
  const sets = last?.data.boundarySets ?? [];
  const ids = needs.map(({ id }) => id);
  const settled = last && settle(parseChoices(query), { needs: ids, sets, today });
  const addressOf = (choices: Choices): string => `${path}${formatChoices(choices, query)}`;
  return {
    isLost: reply.kind === 'unreachable' || reply.kind === 'refused',
    retry,
    settled,
    needs,
    sets,
    today,
    addressOf,
    choose: (change) => {
      if (settled) goTo(addressOf({ ...settled.choices, ...change }));
    },
  };
}
