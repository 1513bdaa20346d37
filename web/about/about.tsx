import type { ReactNode } from 'react';

import { useReply } from '../api/use-reply.ts';
import { PageHeading } from '../layout/page-heading.tsx';
import { Status, Trouble } from '../layout/trouble.tsx';
import { AccessibilityStatement } from './accessibility-statement.tsx';
import { ABOUT } from './ask.ts';
import { BoundarySets } from './boundary-sets.tsx';
import { Limits } from './limits.tsx';
import { Privacy } from './privacy.tsx';
import { ReleaseFacts } from './release-facts.tsx';

const NOTHING = {};

export function About(): ReactNode {
  const { reply, retry } = useReply(ABOUT, NOTHING);
  return (
    <div className="reading">
      <PageHeading title="About the data" size="xl">
        About the data
      </PageHeading>
      <p className="nhsuk-lede-text">
        What the answers rest on, how far they can be trusted, and what becomes of what you type.
      </p>
      {reply.kind === 'waiting' && (
        <Status>
          <p>Loading …</p>
        </Status>
      )}
      {(reply.kind === 'unreachable' || reply.kind === 'refused') && (
        <Trouble heading="Cannot reach the service" retry={retry}>
          The list of sources did not load. What stands below does not depend on it.
        </Trouble>
      )}
      {reply.kind === 'answered' && (
        <>
          <ReleaseFacts release={reply.data.release} />
          <BoundarySets sets={reply.data.boundarySets} />
        </>
      )}
      <Limits />
      <Privacy />
      <AccessibilityStatement />
    </div>
  );
}
