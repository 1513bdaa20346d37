import { type ReactNode, useState } from 'react';

import { Status } from '../layout/trouble.tsx';
import { saveFile } from '../take-away/save-file.ts';
import type { Change } from './ask.ts';
import { moversCsv, successorsCsv } from './change-csv.ts';

const FILES = [
  { name: 'successors', words: 'Where each area went as CSV', write: successorsCsv },
  { name: 'movers', words: 'Who moved, area by area, as CSV', write: moversCsv },
] as const;

/** The tables as files, each with its days, release, method and licence inside. */
export function TakeAway({ change }: { readonly change: Change }): ReactNode {
  const [saved, setSaved] = useState<string>();
  const { kind, toKind, from, to } = change;
  return (
    <section className="take-away no-print" aria-labelledby="take-away">
      <h2 id="take-away" className="nhsuk-heading-m">
        Take it away
      </h2>
      <p>Each file says its days, release, method and licence inside.</p>
      <div className="take-away-buttons">
        {FILES.map(({ name, words, write }) => (
          <button
            key={name}
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => {
              const file = `${name}-${kind}-${from}-${toKind}-${to}.csv`;
              saveFile(file, new Blob([write(change)], { type: 'text/csv;charset=utf-8' }));
              setSaved(file);
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <Status>{saved && <p>Saved as {saved}.</p>}</Status>
    </section>
  );
}
