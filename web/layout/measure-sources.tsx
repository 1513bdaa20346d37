import { Fragment, type ReactNode } from 'react';

import type { Source } from '../words/measures.ts';

/** The papers a score comes from. */
export function MeasureSources({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  return (
    <span className="measure-sources">
      {sources.map(({ name, address }, at) => (
        <Fragment key={address}>
          {at > 0 && '; '}
          <a href={address} rel="noreferrer">
            {name}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
