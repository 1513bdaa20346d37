import { kindsInForce, type SetInForce } from '../compare-boundaries/settle.ts';
import { dayInWords } from '../words/dates.ts';
import { inList } from '../words/sentences.ts';
import type { Choices, Wanted } from './address.ts';

export type Settled = {
  readonly choices: Choices;
  /** What was chosen for the reader, and why. */
  readonly notes: readonly string[];
};

type Known = {
  readonly needs: readonly string[];
  readonly sets: readonly SetInForce[];
  readonly today: string;
};

/** Fills in what the address left out, and replaces what this release does not know, saying so. */
export function settle({ choices, ignored }: Wanted, { needs, sets, today }: Known): Settled {
  const { need = null, asAt = today } = choices;
  const isKnown = need === null || needs.includes(need);
  const isInForce = kindsInForce(sets, asAt).length > 0;
  return {
    choices: { need: isKnown ? need : null, asAt: isInForce ? asAt : today },
    notes: [
      ...(ignored.length > 0
        ? [`The address names a ${inList(ignored)} that cannot be read.`]
        : []),
      ...(isKnown ? [] : ['The need named in the address is not known here: all are shown.']),
      ...(isInForce
        ? []
        : [
            `No boundaries are known for ${dayInWords(asAt)}: ${dayInWords(today)} is shown instead.`,
          ]),
    ],
  };
}
