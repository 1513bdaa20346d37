import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';

import type { Stage } from './use-check.ts';

type ChooseFileProps = { readonly stage: Stage; readonly choose: (file: File) => void };

/** By a button or by dropping it anywhere on the page: one dropped beside a box would take the page away. */
export function ChooseFile({ stage, choose }: ChooseFileProps): ReactNode {
  const fault = stage.kind === 'no-file' ? stage.fault : null;
  const isOver = useDrop(choose);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (fault !== null) input.current?.focus();
  }, [fault]);
  return (
    <div className={`choose-file ${isOver ? 'choose-file-over' : ''}`}>
      <div className={`nhsuk-form-group ${fault === null ? '' : 'nhsuk-form-group--error'}`}>
        <label className="nhsuk-label nhsuk-label--s" htmlFor="spreadsheet">
          CSV file
        </label>
        <p className="nhsuk-hint" id="spreadsheet-hint">
          Choose it, or drop it on this page. From a workbook, save the sheet as CSV first.
        </p>
        {fault !== null && (
          <p className="nhsuk-error-message" id="spreadsheet-fault" role="alert">
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {fault}
          </p>
        )}
        <input
          ref={input}
          className="nhsuk-file-upload__input"
          id="spreadsheet"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          aria-describedby={
            fault === null ? 'spreadsheet-hint' : 'spreadsheet-hint spreadsheet-fault'
          }
          disabled={stage.kind === 'checking'}
          onClick={(event) => {
            event.currentTarget.value = ''; // else the same file, mended, is no change
          }}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) choose(file);
          }}
        />
      </div>
    </div>
  );
}

/** True while a file is held over the page. */
function useDrop(choose: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (file) choose(file);
  });
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      drop(event);
    };
    const watched = { dragover: over, dragleave: leave, drop: dropped };
    for (const [name, hear] of Object.entries(watched))
      window.addEventListener(name, hear as EventListener);
    return () => {
      for (const [name, hear] of Object.entries(watched))
        window.removeEventListener(name, hear as EventListener);
    };
  }, []);
  return isOver;
}
