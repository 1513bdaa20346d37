import type { ReactNode } from 'react';

import type { MeasureNote } from '../words/measures.ts';
import { MeasureSources } from './measure-sources.tsx';

/** What each score means, with the paper it comes from. */
export function MeasureNotes({ notes }: { readonly notes: readonly MeasureNote[] }): ReactNode {
  return (
    <section aria-labelledby="measures">
      <h2 id="measures" className="nhsuk-heading-m">
        What the scores mean
      </h2>
      <dl className="plain-list measure-notes">
        {notes.map(({ name, meaning, sources }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {meaning} <MeasureSources sources={sources} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
