import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';

import { NeedField } from '../find-team/need-field.tsx';
import type { FileLook } from './look-at-file.ts';
import type { Note, Question } from './use-check.ts';
import {
  alphabetInWords,
  columnInWords,
  fileInWords,
  NO_COLUMN,
  postcodesInWords,
} from './words.ts';

/** What the reader chose; undefined where the guess still stands. */
export type Choices = {
  readonly column: number | undefined;
  readonly hasHeading: boolean | undefined;
  readonly need: string;
  readonly date: string;
};

type CheckFormProps = {
  readonly file: File;
  readonly look: FileLook;
  readonly note: Note;
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
  readonly check: (question: Question) => void;
};

type Faults = { readonly column?: string; readonly need?: string; readonly date?: string };

export function CheckForm({ file, look, note, choices, choose, check }: CheckFormProps): ReactNode {
  const { column = look.guess, hasHeading = look.hasHeading, need, date } = choices;
  const [faults, setFaults] = useState<Faults>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = faultsIn({ column, need, date });
    setFaults(found);
    const [first] = Object.keys(found);
    if (first !== undefined) document.getElementById(first)?.focus();
    else if (column !== undefined) check({ column, hasHeading, need, date });
  };
  const alphabet = alphabetInWords(look.alphabet);
  return (
    <form className="check-form" noValidate onSubmit={submit} autoComplete="off">
      <h2 className="nhsuk-heading-m" tabIndex={-1} ref={heading}>
        {file.name}
      </h2>
      <p>{fileInWords(file, look)}</p>
      {alphabet !== null && <p className="note">{alphabet}</p>}
      {note?.kind === 'fault' && (
        <p className="nhsuk-error-message" role="alert">
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {note.said}
        </p>
      )}
      {note?.kind === 'cancelled' && <p role="status">{note.said}</p>}
      <ColumnField
        look={look}
        column={column}
        fault={faults.column}
        choose={(chosen) => {
          choose({ column: chosen });
        }}
      />
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small heading-choice">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            id="has-heading"
            type="checkbox"
            checked={hasHeading}
            onChange={(event) => {
              choose({ hasHeading: event.target.checked });
            }}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="has-heading">
            The first row names the columns
          </label>
        </div>
      </div>
      <NeedField
        chosen={need}
        error={faults.need ?? ''}
        choose={(chosen) => {
          choose({ need: chosen });
        }}
      />
      <DayField
        date={date}
        fault={faults.date}
        choose={(chosen) => {
          choose({ date: chosen });
        }}
      />
      <p className="reading">
        The answers are for a day, not an hour. If someone is in danger now, ring{' '}
        <a href="tel:999">999</a>.
      </p>
      <button type="submit" className="nhsuk-button">
        Check the rows
      </button>
    </form>
  );
}

function faultsIn({ column, need, date }: Pick<Choices, 'column' | 'need' | 'date'>): Faults {
  return {
    ...(column === undefined && { column: 'Choose the column of postcodes' }),
    ...(need === '' && { need: 'Choose what the people need' }),
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(date) && { date: 'Enter a day, like 31 3 2026' }),
  };
}

type ColumnFieldProps = {
  readonly look: FileLook;
  readonly column: number | undefined;
  readonly fault: string | undefined;
  readonly choose: (column: number | undefined) => void;
};

function ColumnField({ look, column, fault, choose }: ColumnFieldProps): ReactNode {
  const chosen = column === undefined ? undefined : look.columns[column];
  return (
    <div className={`nhsuk-form-group ${fault === undefined ? '' : 'nhsuk-form-group--error'}`}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor="column">
        Column with the postcode of the person’s home
      </label>
      {look.guess === undefined && <p className="nhsuk-hint">{NO_COLUMN}</p>}
      <Fault id="column-fault" said={fault} />
      <select
        className="nhsuk-select"
        id="column"
        value={column ?? ''}
        aria-describedby="column-examples"
        onChange={(event) => {
          choose(event.target.value === '' ? undefined : Number(event.target.value));
        }}
      >
        <option value="">Choose a column</option>
        {look.columns.map((each, at) => (
          <option key={at} value={at}>
            {columnInWords(each, at)}
          </option>
        ))}
      </select>
      <p className="nhsuk-hint" id="column-examples">
        {chosen && postcodesInWords(chosen)}
      </p>
    </div>
  );
}

type DayFieldProps = {
  readonly date: string;
  readonly fault: string | undefined;
  readonly choose: (date: string) => void;
};

function DayField({ date, fault, choose }: DayFieldProps): ReactNode {
  return (
    <div className={`nhsuk-form-group ${fault === undefined ? '' : 'nhsuk-form-group--error'}`}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor="date">
        Day
      </label>
      <Fault id="date-fault" said={fault} />
      <input
        className="nhsuk-input nhsuk-input--width-10"
        id="date"
        type="date"
        value={date}
        aria-describedby={fault === undefined ? undefined : 'date-fault'}
        onChange={(event) => {
          choose(event.target.value);
        }}
      />
    </div>
  );
}

function Fault({
  id,
  said,
}: {
  readonly id: string;
  readonly said: string | undefined;
}): ReactNode {
  if (said === undefined) return null;
  return (
    <p className="nhsuk-error-message" id={id} role="alert">
      <span className="nhsuk-u-visually-hidden">Error: </span>
      {said}
    </p>
  );
}
