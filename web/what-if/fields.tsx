import type { ReactNode } from 'react';

import type { Owner } from './work.ts';

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly write: (value: string) => void;
};

export function Field({ id, label, value, write }: FieldProps): ReactNode {
  return (
    <div className="choice">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="nhsuk-input"
        id={id}
        maxLength={120}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          write(event.target.value);
        }}
      />
    </div>
  );
}

type OwnerSelectProps = {
  readonly id: string;
  readonly label: string;
  readonly owners: readonly (readonly [Owner, string])[];
  readonly value: Owner;
  readonly choose: (owner: Owner) => void;
  /** A choice beside the areas. */
  readonly other?: readonly [value: string, words: string];
};

export function OwnerSelect(props: OwnerSelectProps): ReactNode {
  const { id, label, owners, value, choose, other } = props;
  return (
    <div className="choice">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <select
        className="nhsuk-select"
        id={id}
        value={owners.some(([owner]) => owner === value) || value === other?.[0] ? value : ''}
        onChange={(event) => {
          choose(event.target.value);
        }}
      >
        <option value="">Choose an area</option>
        {other && <option value={other[0]}>{other[1]}</option>}
        {owners.map(([owner, name]) => (
          <option key={owner} value={owner}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Read out when it comes. */
export function Fault({ children }: { readonly children: string | undefined }): ReactNode {
  return (
    <div role="alert">
      {children !== undefined && <p className="nhsuk-error-message">{children}</p>}
    </div>
  );
}
