import { DateInput, TextInput } from 'nhsuk-react-components';
import { type ReactNode, useState } from 'react';

import { PracticeField } from './practice-field.tsx';
import { type Faults, type Field, hasMore, type Typed } from './question.ts';

type MoreFieldsProps = {
  readonly typed: Typed;
  readonly faults: Faults;
  readonly wanted: Field;
  readonly type: (change: Partial<Typed>) => void;
};

/** What is not needed for an answer but makes it surer. Opens by itself when something in it is filled or at fault. */
export function MoreFields({ typed, faults, wanted, type }: MoreFieldsProps): ReactNode {
  const [opened, setOpened] = useState(() => hasMore(typed) || wanted === 'practice');
  const isOpen =
    opened || [faults.practice, faults.age, faults.date].some((fault) => fault !== undefined);
  return (
    <details
      className="nhsuk-details"
      open={isOpen}
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">More that makes the answer surer</span>
      </summary>
      <div className="nhsuk-details__text">
        <PracticeField typed={typed} error={faults.practice ?? ''} type={type} />
        <TextInput
          id="age"
          name="age"
          label="Age in years (optional)"
          width={3}
          inputMode="numeric"
          maxLength={3}
          error={faults.age ?? ''}
          value={typed.age}
          onChange={(event) => {
            type({ age: event.target.value });
          }}
        />
        <DateInput
          id="date"
          name="date"
          legend="As at another day (optional)"
          hint="Leave empty for today. For example, 31 3 2004"
          error={faults.date ?? ''}
          value={typed.date}
          onChange={(event) => {
            type({ date: { ...typed.date, ...event.target.value } });
          }}
        />
      </div>
    </details>
  );
}
