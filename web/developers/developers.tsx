import type { ReactNode } from 'react';

import { Link } from '../layout/link.tsx';
import { PageHeading } from '../layout/page-heading.tsx';
import { Limits } from './limits.tsx';
import { Outcomes } from './outcomes.tsx';
import { TryIt } from './try-it.tsx';

export function Developers(): ReactNode {
  return (
    <div className="reading">
      <PageHeading title="For developers" size="xl">
        For developers
      </PageHeading>
      <p className="nhsuk-lede-text">
        Everything these pages show comes from one GraphQL address, open to any system: referral
        forms, case management, switchboards.
      </p>
      <p>
        Send <span className="code-word">POST /graphql</span> with{' '}
        <span className="code-word">application/json</span>. The whole contract is one file,{' '}
        <a href="/schema.graphql">schema.graphql</a>. There is no key, no cookie and no other way
        in: a question never goes into an address, where logs would keep it.
      </p>
      <p>
        A list is matched without sending a single postcode:{' '}
        <span className="code-word">GET /outward/SO23?need=mental-health</span> gives the answer of
        every postcode that begins so, as <Link to="/check">Check a spreadsheet</Link> uses it.
      </p>
      <TryIt />
      <Outcomes />
      <Limits />
    </div>
  );
}
