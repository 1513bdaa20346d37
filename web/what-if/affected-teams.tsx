import type { ReactNode } from 'react';

import { inList } from '../words/sentences.ts';
import { shortKind } from '../words/kinds.ts';
import type { Outcome } from './ask.ts';
import type { Ground } from './ground.ts';

type AffectedTeamsProps = { readonly outcome: Outcome; readonly ground: Ground };

/** A team is concerned when its own record names an area that would change. */
export function AffectedTeams({ outcome: { affected }, ground }: AffectedTeamsProps): ReactNode {
  return (
    <section aria-labelledby="teams">
      <h2 id="teams" className="nhsuk-heading-m">
        Teams concerned
      </h2>
      {affected.length === 0 ? (
        <p>
          None: no team of that day has a {shortKind(ground.comparison.left)} that would change in
          its coverage.
        </p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {affected.map(({ team, areas }) => (
            <li key={team.id}>
              <strong>{team.name}</strong>, {team.organisation}: names{' '}
              {inList(areas.map(({ name }) => name))}.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
