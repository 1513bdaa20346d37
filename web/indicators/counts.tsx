import { type ReactNode, useId, useRef, useState } from 'react';

import type { Comparison } from '../compare-boundaries/ask.ts';
import { saveFile } from '../take-away/save-file.ts';
import { capital, shortKind, shortKinds } from '../words/kinds.ts';
import type { KnownArea } from './ask.ts';
import { CountFaults } from './count-faults.tsx';
import { readCounts, NO_RATES } from './read-counts.ts';
import { readFile } from './read-file.ts';
import { Recutting } from './recutting.tsx';
import { areasHere, templateCsv } from './template.ts';

type CountsProps = {
  readonly comparison: Comparison;
  readonly within: string | null;
  /** Of the set the counts are by, whole: some may lie outside the ground looked at. */
  readonly areas: readonly KnownArea[];
  /** Whether they are those of the choices made. */
  readonly isCurrent: boolean;
};

/** A form for counts, and what comes of them. Only codes and counts are sent, when the button is pressed. */
export function Counts({ comparison, within, areas, isCurrent }: CountsProps): ReactNode {
  const [text, setText] = useState('');
  const [sent, setSent] = useState<string>();
  const [fileFault, setFileFault] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const hint = useId();
  const one = shortKind(comparison.left);
  const read = sent === undefined ? undefined : readCounts(sent, areas, one);
  const take = async (file: File): Promise<void> => {
    const found = await readFile(file);
    setFileFault(found.kind === 'fault' ? found.fault : undefined);
    if (found.kind === 'text') {
      setText(found.text);
      setSent(found.text);
    }
  };
  return (
    <>
      <form
        className="counts-form no-print"
        onSubmit={(event) => {
          event.preventDefault();
          setFileFault(undefined);
          setSent(text);
        }}
      >
        <CountFaults
          faults={fileFault ? [fileFault] : read?.kind === 'faults' ? read.faults : []}
        />
        <label className="nhsuk-label" htmlFor="counts">
          Counts by {one}
        </label>
        <p className="nhsuk-hint" id={hint}>
          One row for each {one}: its code, a comma, the count. {NO_RATES}
        </p>
        <textarea
          className="nhsuk-textarea code"
          id="counts"
          rows={8}
          aria-describedby={hint}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <div className="counts-buttons">
          <button type="submit" className="nhsuk-button nhsuk-button--small">
            Show by {shortKind(comparison.right)}
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => picker.current?.click()}
          >
            Open a CSV file
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => {
              const content = new Blob([templateCsv(comparison)], {
                type: 'text/csv;charset=utf-8',
              });
              saveFile(`${comparison.left}-${comparison.asAt}-codes.csv`, content);
            }}
          >
            Get the codes as CSV
          </button>
          <input
            ref={picker}
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) void take(file);
            }}
          />
        </div>
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Codes of the {shortKinds(comparison.left)}
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <ul className="codes">
              {areasHere(comparison).map(({ code, name }) => (
                <li key={code}>
                  <span className="code-word">{code}</span> {name}
                </li>
              ))}
            </ul>
          </div>
        </details>
        <p className="where-it-goes">
          A file is read in your browser. Its codes and counts are sent to this service to be shared
          out, and to nobody else; it keeps and logs nothing of them.{' '}
          {capital(shortKinds(comparison.left))} with few cases may say something of a person: do
          not enter counts you may not share.
        </p>
      </form>
      {read?.kind === 'counts' && (
        <Recutting comparison={comparison} within={within} counted={read} isCurrent={isCurrent} />
      )}
    </>
  );
}
