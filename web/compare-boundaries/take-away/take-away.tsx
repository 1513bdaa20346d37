import { type ReactNode, useState } from 'react';

import type { CompareQueryVariables } from '../../api/generated/graphql.ts';
import { Status } from '../../layout/trouble.tsx';
import { saveFile } from '../../take-away/save-file.ts';
import type { Comparison } from '../ask.ts';
import { FILES, type FileKind, makeFile } from './make-file.ts';
import type { PictureAsked } from './picture-of-view.ts';

type TakeAwayProps = {
  readonly choices: CompareQueryVariables;
  readonly comparison: Comparison;
  readonly picture: PictureAsked;
};

type Progress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' | 'lost'; readonly file: FileKind }
  | { readonly kind: 'saved'; readonly name: string };

/** The figures and the drawing as files, each with its day, release, method and licence inside. */
export function TakeAway({ choices, comparison, picture }: TakeAwayProps): ReactNode {
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const make = async (file: FileKind): Promise<void> => {
    setProgress({ kind: 'making', file });
    const made = await makeFile(file, choices, comparison, picture);
    if (!made) {
      setProgress({ kind: 'lost', file });
      return;
    }
    saveFile(made.name, made.content);
    setProgress({ kind: 'saved', name: made.name });
  };
  return (
    <section className="take-away no-print" aria-labelledby="take-away">
      <h2 id="take-away" className="nhsuk-heading-m">
        Take it away
      </h2>
      <p>
        Each file says its day, release, method and licence inside.
        {picture.chosen &&
          ` Those of figures and overlaps hold only ${picture.chosen.name} and what it meets.`}
      </p>
      <div className="take-away-buttons">
        {FILES.map(({ kind, words }) => (
          <button
            key={kind}
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            aria-disabled={progress.kind === 'making'}
            onClick={() => {
              if (progress.kind !== 'making') void make(kind);
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <Status>{progress.kind !== 'idle' && <p>{inWords(progress)}</p>}</Status>
    </section>
  );
}

function inWords(progress: Exclude<Progress, { kind: 'idle' }>): string {
  switch (progress.kind) {
    case 'making':
      return 'Making the file …';
    case 'saved':
      return `Saved as ${progress.name}.`;
    case 'lost':
      return 'The file could not be made: the service did not answer, or its data has changed since. Compare again, then try once more.';
  }
}
