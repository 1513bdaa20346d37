import type { AnswerInWords } from './answer-in-words.ts';
import { type Outcome, OUTCOMES } from './match.ts';

export type ShownRow = AnswerInWords & {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly postcode: string;
  readonly outcome: Outcome;
};

/** What the rows came to. */
export type Tally = {
  readonly rows: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Of each outcome by cause; the most first. */
  readonly causes: Readonly<Record<Outcome, readonly (readonly [cause: string, rows: number])[]>>;
  /** The first rows of all, and of each outcome. */
  readonly shown: Readonly<Record<Outcome | 'all', readonly ShownRow[]>>;
};

/** Rows shown of each sort: more would not be read, and would slow the page. */
const MOST_SHOWN = 100;

export function createTally(): {
  readonly count: (row: ShownRow) => void;
  readonly result: () => Tally;
} {
  const outcomes = byOutcome(() => 0);
  const causes = byOutcome(() => new Map<string, number>());
  const shown = { ...byOutcome((): ShownRow[] => []), all: [] as ShownRow[] };
  let rows = 0;
  return {
    count: (row) => {
      const { outcome, cause } = row;
      rows += 1;
      outcomes[outcome] += 1;
      if (cause !== '') causes[outcome].set(cause, (causes[outcome].get(cause) ?? 0) + 1);
      for (const list of [shown.all, shown[outcome]]) if (list.length < MOST_SHOWN) list.push(row);
    },
    result: () => ({
      rows,
      outcomes,
      causes: byOutcome((outcome) => [...causes[outcome]].sort(([, a], [, b]) => b - a)),
      shown,
    }),
  };
}

function byOutcome<Value>(make: (outcome: Outcome) => Value): Record<Outcome, Value> {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, make(outcome)])) as Record<
    Outcome,
    Value
  >;
}
