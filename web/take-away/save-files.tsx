import { type ReactNode, useState } from 'react';

import { Status } from '../layout/trouble.tsx';
import { saveFile } from './save-file.ts';

export type FileToSave = {
  /** On its button. */
  readonly words: string;
  readonly name: string;
  readonly write: () => string;
};

/** Tables as CSV files, each with its days, release, method and licence inside. */
export function SaveFiles({ files }: { readonly files: readonly FileToSave[] }): ReactNode {
  const [saved, setSaved] = useState<string>();
  return (
    <section className="take-away no-print" aria-labelledby="take-away">
      <h2 id="take-away" className="nhsuk-heading-m">
        Take it away
      </h2>
      <p>Each file says its day, release, method and licence inside.</p>
      <div className="take-away-buttons">
        {files.map(({ words, name, write }) => (
          <button
            key={name}
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => {
              saveFile(name, new Blob([write()], { type: 'text/csv;charset=utf-8' }));
              setSaved(name);
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
