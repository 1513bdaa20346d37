import { useReply } from '../api/use-reply.ts';
import type { SetInForce } from '../compare-boundaries/settle.ts';
import { goTo, useAddress } from '../layout/address-bar.ts';
import { londonDay } from '../words/dates.ts';
import { type Choices, formatChoices, parseChoices } from './address.ts';
import { type Reorganisation, REORGANISATIONS } from './ask.ts';
import { settle, type Settled } from './settle.ts';

export type ChoicesState = {
  readonly isLost: boolean;
  readonly retry: () => void;
  /** Null until the lists have come. */
  readonly settled: Settled | null;
  readonly reorganisations: readonly Reorganisation[];
  readonly sets: readonly SetInForce[];
  readonly choose: (change: Partial<Choices>) => void;
};

const NOTHING = {};

/** The choices in the address, made whole with what this release knows. */
export function useChoices(): ChoicesState {
  const { path, query } = useAddress();
  const { reply, last, retry } = useReply(REORGANISATIONS, NOTHING);
  const reorganisations = last?.data.reorganisations ?? [];
  const sets = last?.data.boundarySets ?? [];
  const known = { reorganisations, sets, today: londonDay(new Date()) };
  const settled = last && settle(parseChoices(query), known);
  return {
    isLost: reply.kind === 'unreachable' || reply.kind === 'refused',
    retry,
    settled,
    reorganisations,
    sets,
    choose: (change) => {
      if (settled) goTo(`${path}${formatChoices({ ...settled.choices, ...change }, query)}`);
    },
  };
}
