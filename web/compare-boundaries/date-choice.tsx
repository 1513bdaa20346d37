import { type ReactNode, useEffect, useState } from 'react';

import { dayInWords } from '../words/dates.ts';
import { readDate } from './address.ts';
import { kindsInForce, type SetInForce } from './settle.ts';

type DateChoiceProps = {
  readonly asAt: string;
  readonly sets: readonly SetInForce[];
  readonly today: string;
  readonly choose: (asAt: string) => void;
};

/** Days on the eve of a reorganisation, when the lines before it had long been settled. */
const TELLING_DAYS = ['2004-03-31', '2010-03-31', '2014-03-31', '2023-03-31'] as const;

type OneDateProps = Pick<DateChoiceProps, 'asAt' | 'choose'> & {
  readonly name?: string;
  readonly label?: string;
};

export function DateChoice({
  asAt,
  choose,
  name = 'date',
  label = 'as at',
}: OneDateProps): ReactNode {
  const [draft, setDraft] = useState(asAt);
  useEffect(() => {
    setDraft(asAt);
  }, [asAt]);
  const commit = (): void => {
    const read = readDate(draft);
    if (read !== undefined && read !== asAt) choose(read);
    else if (read === undefined) setDraft(asAt);
  };
  return (
    <div className="choice choice-date">
      <label className="nhsuk-label" htmlFor={`choice-${name}`}>
        {label}
      </label>
      <input
        className="nhsuk-input"
        id={`choice-${name}`}
        type="date"
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </div>
  );
}

/** The days on which most is to be seen. */
export function QuickDays({ asAt, sets, today, choose }: DateChoiceProps): ReactNode {
  const days = [...TELLING_DAYS, today].filter((day) => kindsInForce(sets, day).length > 1);
  return (
    <div className="quick-days" role="group" aria-label="Days to pick">
      {days.map((day) => (
        <button
          key={day}
          type="button"
          aria-pressed={day === asAt}
          onClick={() => {
            choose(day);
          }}
        >
          {day === today ? 'Today' : dayInWords(day)}
        </button>
      ))}
    </div>
  );
}
