import { TextInput } from 'nhsuk-react-components';
import { type KeyboardEvent, type ReactNode, useState } from 'react';

import { useReply } from '../api/use-reply.ts';
import { Pending } from '../layout/pending.tsx';
import { practiceName } from '../words/practices.ts';
import { PRACTICES } from './ask.ts';
import { PracticeOptions } from './practice-options.tsx';
import { readDay, type Typed } from './question.ts';

type PracticeFieldProps = {
  readonly typed: Typed;
  readonly error: string;
  readonly type: (change: Partial<Typed>) => void;
};

/** More than a name with a postcode can be. */
const LONGEST_PRACTICE = 60;

/** Search, then choose: nothing is looked for while typing, and nothing is chosen for anyone. */
export function PracticeField({ typed, error, type }: PracticeFieldProps): ReactNode {
  const { practice, practiceFound } = typed;
  const [searched, setSearched] = useState<string>();
  const day = readDay(typed.date);
  const asAt = day && day !== 'faulty' ? day.iso : null;
  const { reply, retry } = useReply(
    PRACTICES,
    searched === undefined ? null : { search: searched, asAt },
  );
  const search = (): void => {
    const text = practice.trim();
    if (text !== '') setSearched(text);
  };
  const searchByEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search();
  };
  if (practiceFound && searched === undefined)
    return (
      <div className="nhsuk-form-group">
        <p className="practice-chosen" id="practice" tabIndex={-1}>
          <strong>GP practice:</strong> {practiceName(practiceFound.name)}
          {practiceFound.postcode ? `, ${practiceFound.postcode}` : ''}
        </p>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            type({ practice: '', practiceFound: null });
          }}
        >
          Remove this practice
        </button>
      </div>
    );
  return (
    <div className="practice">
      <TextInput
        id="practice"
        name="practice"
        label="GP practice (optional)"
        hint="Part of its name, its postcode or its code. Health care follows the practice, not the home."
        spellCheck={false}
        maxLength={LONGEST_PRACTICE}
        error={error}
        value={practice}
        onKeyDown={searchByEnter}
        onChange={(event) => {
          setSearched(undefined);
          type({ practice: event.target.value, practiceFound: null });
        }}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={search}
      >
        Search for the practice
      </button>
      <Pending isAsking={searched !== undefined && reply.kind === 'waiting'} words="Searching" />
      {searched !== undefined && (
        <PracticeOptions
          searched={searched}
          reply={reply}
          retry={retry}
          chosen={practiceFound}
          choose={(found) => {
            type({ practiceFound: found });
          }}
        />
      )}
    </div>
  );
}
