import type { ReactNode } from 'react';

import { momentInWords } from '../words/dates.ts';
import type { Release } from './ask.ts';

export function ReleaseFacts({ release }: { readonly release: Release }): ReactNode {
  return (
    <section aria-labelledby="release">
      <h2 id="release" className="nhsuk-heading-m">
        The release
      </h2>
      <p>
        <span className="code-word">{release.id}</span> covers {release.coverage}. It was loaded
        here on {momentInWords(release.loadedAt)}.
      </p>
      {release.notices.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {release.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <h2 className="nhsuk-heading-m">Sources and licences</h2>
      <ul className="nhsuk-list">
        {release.sources.map(({ name, licence, attribution }) => (
          <li key={name}>
            <strong>{name}</strong> ({licence}). {attribution}
          </li>
        ))}
      </ul>
    </section>
  );
}
