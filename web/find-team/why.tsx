import { Details } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

import { sentence } from '../words/sentences.ts';
import type { Routed } from './ask.ts';

/** Every rule applied, the fact it was applied to, where the rule comes from, and the release behind it all. */
export function Why({ routed }: { readonly routed: Routed }): ReactNode {
  const { reasons, teams, release } = routed;
  return (
    <Details>
      <Details.Summary>Why {teams.length === 1 ? 'this team' : 'these teams'}</Details.Summary>
      <Details.Text>
        <ul className="nhsuk-list reasons">
          {reasons.map(({ rule, fact, source, link }) => (
            <li key={`${rule} ${fact}`}>
              {sentence(fact)}{' '}
              <cite>
                {link ? (
                  <a href={link} rel="noreferrer">
                    {source}
                  </a>
                ) : (
                  source
                )}{' '}
                (rule <span className="code-word">{rule}</span>)
              </cite>
            </li>
          ))}
          {teams.map(({ team, because }) => (
            <li key={team.id}>
              {team.name}: {sentence(because.charAt(0).toLowerCase() + because.slice(1))}{' '}
              <cite>Team directory of this release</cite>
            </li>
          ))}
        </ul>
        <p>
          All of it from release <span className="code-word">{release.id}</span>.
        </p>
      </Details.Text>
    </Details>
  );
}
