import type { ReactNode } from 'react';

import type { CouncilsQuery } from '../api/generated/graphql.ts';
import { bodyName } from '../words/bodies.ts';
import { capital, listedKind } from '../words/kinds.ts';
import { type Choices, WEIGHTS } from './address.ts';
import { DateChoice, QuickDays } from './date-choice.tsx';
import { kindsInForce, type SetInForce } from './settle.ts';
import { WEIGHT_WORDS } from './words.ts';

type ChoicesFormProps = {
  readonly choices: Choices;
  readonly sets: readonly SetInForce[];
  readonly councils: CouncilsQuery['areas'];
  readonly today: string;
  readonly choose: (change: Partial<Choices>) => void;
};

const EVERYWHERE = '';

/** Each choice is made at once and stands in the address. */
export function ChoicesForm(props: ChoicesFormProps): ReactNode {
  const { choices, sets, councils, today, choose } = props;
  const kinds = kindsInForce(sets, choices.asAt).map((kind) => [kind, listedKind(kind)] as const);
  const chooseDay = (asAt: string): void => {
    choose({ asAt });
  };
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="choices-row">
        <Choice
          name="left"
          label="Compare"
          value={choices.left}
          options={kinds}
          choose={(left) => {
            choose({ left });
          }}
        />
        <Choice
          name="right"
          label="with"
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

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly choose: (value: string) => void;
};

function Choice({ name, label, value, options, choose }: ChoiceProps): ReactNode {
  return (
    <div className="choice">
      <label className="nhsuk-label" htmlFor={`choice-${name}`}>
        {label}
      </label>
      <select
        className="nhsuk-select"
        id={`choice-${name}`}
        value={value}
        onChange={(event) => {
          choose(event.target.value);
        }}
      >
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
