import type { ReactNode } from 'react';

import type { CouncilsQuery } from '../api/generated/graphql.ts';
import { dayInWords } from '../words/dates.ts';
import { listedKind, shortKinds } from '../words/kinds.ts';
import type { Choices } from './address.ts';
import { Choice } from './choice.tsx';
import { DateChoice, QuickDays } from './date-choice.tsx';
import { kindsInForce, type SetInForce } from './settle.ts';
import { WithinAndWeight, withinAndWeightInWords } from './within-and-weight.tsx';

type ChoicesFormProps = {
  readonly choices: Choices;
  readonly sets: readonly SetInForce[];
  readonly councils: CouncilsQuery['areas'];
  readonly today: string;
  readonly choose: (change: Partial<Choices>) => void;
  /** What this page does with the two sets. */
  readonly labels?: { readonly left: string; readonly right: string };
};

const COMPARED = { left: 'Compare', right: 'with' };

/** Each choice is made at once and stands in the address; on paper all are one sentence. */
export function ChoicesForm(props: ChoicesFormProps): ReactNode {
  const { choices, sets, councils, today, choose, labels = COMPARED } = props;
  const { left, right, asAt } = choices;
  const kinds = kindsInForce(sets, asAt).map((kind) => [kind, listedKind(kind)] as const);
  const chooseDay = (day: string): void => {
    choose({ asAt: day });
  };
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <p className="print-only">
        {labels.left} {shortKinds(left)} {labels.right} {shortKinds(right)}
        {withinAndWeightInWords(choices, councils)}, as at {dayInWords(asAt)}.
      </p>
      <div className="choices-row">
        <Choice
          name="left"
          label={labels.left}
          value={left}
          options={kinds}
          choose={(kind) => {
            choose({ left: kind });
          }}
        />
        <Choice
          name="right"
          label={labels.right}
          value={right}
          options={kinds}
          choose={(kind) => {
            choose({ right: kind });
          }}
        />
        <WithinAndWeight choices={choices} councils={councils} choose={choose} />
        <DateChoice asAt={asAt} choose={chooseDay} />
      </div>
      <QuickDays asAt={asAt} sets={sets} today={today} choose={chooseDay} />
    </form>
  );
}
