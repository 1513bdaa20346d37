import type { ReactNode } from 'react';

import type { CouncilsQuery } from '../api/generated/graphql.ts';
import { bodyName } from '../words/bodies.ts';
import { capital, listedKind } from '../words/kinds.ts';
import { type Choices, WEIGHTS } from './address.ts';
import { Choice } from './choice.tsx';
import { DateChoice, QuickDays } from './date-choice.tsx';
import { kindsInForce, type SetInForce } from './settle.ts';
import { WEIGHT_WORDS } from './words.ts';

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
const EVERYWHERE = '';

/** Each choice is made at once and stands in the address. */
export function ChoicesForm(props: ChoicesFormProps): ReactNode {
  const { choices, sets, councils, today, choose, labels = COMPARED } = props;
  const kinds = kindsInForce(sets, choices.asAt).map((kind) => [kind, listedKind(kind)] as const);
  const chooseDay = (asAt: string): void => {
    choose({ asAt });
  };
  return (
    <form
      className="choices no-print"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="choices-row">
        <Choice
          name="left"
          label={labels.left}
          value={choices.left}
          options={kinds}
          choose={(left) => {
            choose({ left });
          }}
        />
        <Choice
          name="right"
          label={labels.right}
          value={choices.right}
          options={kinds}
          choose={(right) => {
            choose({ right });
          }}
        />
        <Choice
          name="within"
          label="within"
          value={choices.within ?? EVERYWHERE}
          options={[
            [EVERYWHERE, 'Everywhere'],
            ...councils.map((area) => [area.code, capital(bodyName(area))] as const),
          ]}
          choose={(code) => {
            choose({ within: code === EVERYWHERE ? null : code });
          }}
        />
        <Choice
          name="weight"
          label="weighed by"
          value={choices.weight}
          options={WEIGHTS.map((weight) => [weight, capital(WEIGHT_WORDS[weight])] as const)}
          choose={(chosen) => {
            const weight = WEIGHTS.find((each) => each === chosen);
            if (weight) choose({ weight });
          }}
        />
        <DateChoice asAt={choices.asAt} choose={chooseDay} />
      </div>
      <QuickDays asAt={choices.asAt} sets={sets} today={today} choose={chooseDay} />
    </form>
  );
}
