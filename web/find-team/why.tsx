import { Details } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

import { sentence } from '../words/sentences.ts';
import type { Routed } from './ask.ts';

/** Every rule applied, the fact it was applied to, and where the rule comes from. */
export function Why({ routed }: { readonly routed: Routed }): ReactNode {
  return (
    <Details>
      <Details.Summary>
        Why {routed.teams.length === 1 ? 'this team' : 'these teams'}
      </Details.Summary>
      <Details.Text>
        <ul className="nhsuk-list reasons">
          {routed.reasons.map(({ rule, fact, source }) => (
            <li key={`${rule} ${fact}`}>
              {sentence(fact)} <cite>{source}</cite>
            </li>
          ))}
          {routed.teams.map(({ team, because }) => (
            <li key={team.id}>
              {team.name}: {sentence(because.charAt(0).toLowerCase() + because.slice(1))}{' '}
              <cite>Team directory of this release</cite>
            </li>
          ))}
        </ul>
      </Details.Text>
    </Details>
  );
}
