import type { ReactNode } from 'react';

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly choose: (value: string) => void;
};

export function Choice({ name, label, value, options, choose }: ChoiceProps): ReactNode {
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
