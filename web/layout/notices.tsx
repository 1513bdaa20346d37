import type { ReactNode } from 'react';

import { isLoud } from '../words/notices.ts';

/** What nobody may miss: that the numbers are invented. The other notices stand in the footer. */
export function Notices({ notices }: { readonly notices: readonly string[] }): ReactNode {
  const loud = notices.filter(isLoud);
  if (loud.length === 0) return null;
  return (
    <section className="demonstration" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <p>
          <strong className="nhsuk-tag nhsuk-tag--yellow">Demonstration</strong>
          <span>{loud.join(' ')}</span>
        </p>
      </div>
    </section>
  );
}
