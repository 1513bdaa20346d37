import type { ReactNode } from 'react';

import { Link } from './link.tsx';
import { PageHeading } from './page-heading.tsx';

export function NoSuchPage(): ReactNode {
  return (
    <div className="nhsuk-u-reading-width">
      <PageHeading title="Page not found">There is no page here</PageHeading>
      <p>The address may be mistyped, or the page may have moved.</p>
      <p>
        <Link to="/">Find the team</Link> or <Link to="/compare">compare boundaries</Link>.
      </p>
    </div>
  );
}
