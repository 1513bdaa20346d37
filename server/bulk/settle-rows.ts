import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Placeless } from '../domain/referral-outcome.ts';
import { holdsUntil } from '../domain/holds-until.ts';
import type { Questions } from '../questions/questions.ts';
import type { BulkAsk } from '../questions/referrals.ts';
import { isRowFault, type RowFault } from './row-ask.ts';

/** How many rows came to what. */
export type Counts = Record<Placeless['kind'] | 'bad-row', number>;

export function noCounts(): Counts {
  return { routed: 0, 'needs-choice': 0, 'not-routable': 0, 'bad-row': 0 };
}

/** How an answer is written; what is the same for many rows is written once. */
export type Writer = {
  readonly settled: (referral: Placeless, until: number | undefined) => string;
  readonly fault: (fault: RowFault) => string;
};

export type SettleRows = (asks: readonly (BulkAsk | RowFault)[]) => Promise<string[]>;

/** So many rows are looked up at once: the more, the more lie beside each other. */
const AT_ONCE = 2000;
/** So many answers are written anew before others have their turn: a few milliseconds of work. */
const IN_A_TURN = 50;

/** Answers the rows of one bulk, piece by piece, in order; each as the writer puts it. */
export function settleRows(questions: Questions, writer: Writer, counts: Counts): SettleRows {
  const bulk = questions.bulk();
  const written = new WeakMap<Placeless, string>();
  let anew = 0;
  const write = (referral: Placeless, { asking }: BulkAsk): string => {
    counts[referral.kind]++;
    const known = written.get(referral);
    if (known !== undefined) return known;
    const text = writer.settled(referral, holdsUntil(referral, asking, questions.atlas));
    written.set(referral, text);
    anew++;
    return text;
  };
  return async (asks) => {
    const texts: string[] = [];
    for (let from = 0; from < asks.length; from += AT_ONCE) {
      const piece = asks.slice(from, from + AT_ONCE);
      const good = piece.filter((ask): ask is BulkAsk => !isRowFault(ask));
      const settled = (await bulk(good)).values();
      for (const ask of piece) {
        if (isRowFault(ask)) {
          counts['bad-row']++;
          texts.push(writer.fault(ask));
          continue;
        }
        const next = settled.next().value;
        if (!next) throw new Error('A row was asked, and not answered');
        texts.push(write(next.referral, ask));
        if (anew < IN_A_TURN) continue;
        anew = 0;
        await nextTurn();
      }
    }
    return texts;
  };
}
