import type { CouncilsQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import { COUNCILS, SETS } from '../compare-boundaries/ask.ts';
import { goTo, useAddress } from '../layout/address-bar.ts';
import { londonDay } from '../words/dates.ts';
import {
  daysLookedAt,
  formatHistoryChoices,
  type HistoryChoices,
  kindsOf,
  notTaken,
  parseHistoryChoices,
} from './choices.ts';

export type HistoryChoicesState = {
  readonly isLost: boolean;
  readonly retry: () => void;
  /** Null until the first lists have come. */
  readonly settled: {
    readonly choices: HistoryChoices;
    readonly days: ReturnType<typeof daysLookedAt>;
    /** What was chosen for the reader, and why. */
    readonly notes: readonly string[];
  } | null;
  readonly kinds: readonly string[];
  readonly councils: CouncilsQuery['areas'];
  readonly today: string;
  readonly choose: (change: Partial<HistoryChoices>) => void;
};

const NOTHING = {};

/** The choices in the address, made whole with what this release knows. */
export function useHistoryChoices(): HistoryChoicesState {
  const { path, query } = useAddress();
  const today = londonDay(new Date());
  const asked = useReply(SETS, NOTHING);
  const councils = useReply(COUNCILS, { asAt: today });
  const sets = asked.last?.data.boundarySets;
  const areas = councils.last?.data.areas ?? [];
  const kinds = kindsOf(sets ?? []);
  const isListed = councils.last !== null || councils.reply.kind === 'refused';
  const codes = areas.map(({ code }) => code);
  const choices = parseHistoryChoices(query, kinds, codes);
  const settled =
    sets && isListed
      ? { choices, days: daysLookedAt(sets, today), notes: notTaken(query, choices) }
      : null;
  return {
    isLost: [asked.reply.kind, councils.reply.kind].includes('unreachable'),
    retry: () => {
      asked.retry();
      councils.retry();
    },
    settled,
    kinds,
    councils: areas,
    today,
    choose: (change) => {
      if (settled) goTo(`${path}${formatHistoryChoices({ ...settled.choices, ...change }, query)}`);
    },
  };
}
