import { type ReactNode, useEffect, useRef, useState } from 'react';

import { saveFile } from '../take-away/save-file.ts';
import { dayInWords } from '../words/dates.ts';
import type { CheckResult } from './check-rows.ts';
import { LostAreas } from './lost-areas.tsx';
import { OutcomeTable } from './outcome-table.tsx';
import { ShownRows } from './shown-rows.tsx';
import { counted, leftOutInWords } from './words.ts';

type ResultProps = {
  readonly file: File;
  readonly result: CheckResult;
  readonly retry: () => void;
};

export function Result({ file, result, retry }: ResultProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const save = (): void => {
    const name = `${file.name.replace(/\.[^.]*$/, '')}-teams-${result.asAt}.csv`;
    saveFile(name, result.csv);
    setSaid(`Saved as ${name}.`);
  };
  return (
    <section className="check-result" aria-labelledby="check-result">
      <h2 className="nhsuk-heading-m" id="check-result" tabIndex={-1} ref={heading}>
        Result: {counted(result.rows, 'row')}
      </h2>
      <LostAreas result={result} retry={retry} />
      <OutcomeTable result={result} />
      {leftOutInWords(result).map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
      <p>
        As at {dayInWords(result.asAt)}
        {result.release !== null && (
          <>
            , from release <span className="code-word">{result.release}</span>
          </>
        )}
        . The numbers are those of each team when it is open and when it is closed.
      </p>
      <button type="button" className="nhsuk-button" onClick={save}>
        Save the result as CSV
      </button>
      <p role="status">{said}</p>
      <ShownRows result={result} />
    </section>
  );
}
