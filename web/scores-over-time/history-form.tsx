import type { ReactNode } from 'react';

import { Choice } from '../compare-boundaries/choice.tsx';
import {
  WithinAndWeight,
  withinAndWeightInWords,
} from '../compare-boundaries/within-and-weight.tsx';
import { listedKind, shortKinds } from '../words/kinds.ts';
import { againstInWords, HEALTH_OF_THE_DAY, type HistoryChoices } from './choices.ts';
import type { HistoryChoicesState } from './use-history-choices.ts';

type HistoryFormProps = Pick<HistoryChoicesState, 'kinds' | 'councils' | 'choose'> & {
  readonly choices: HistoryChoices;
};

/** Each choice is made at once and stands in the address; on paper all are one sentence. */
export function HistoryForm({ kinds, councils, choose, choices }: HistoryFormProps): ReactNode {
  const kindOptions = kinds.map((kind) => [kind, listedKind(kind)] as const);
  const { left, against } = choices;
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <p className="print-only">
        Compare {shortKinds(left)} with {againstInWords(against)}
        {withinAndWeightInWords(choices, councils)}.
      </p>
      <div className="choices-row">
        <Choice
          name="left"
          label="Compare"
          value={left}
          options={kindOptions}
          choose={(kind) => {
            choose({ left: kind });
          }}
        />
        <Choice
          name="against"
          label="with"
          value={against}
          options={[[HEALTH_OF_THE_DAY, 'The health bodies of the day'], ...kindOptions]}
          choose={(kind) => {
            choose({ against: kind });
          }}
        />
        <WithinAndWeight choices={choices} councils={councils} choose={choose} />
      </div>
    </form>
  );
}
