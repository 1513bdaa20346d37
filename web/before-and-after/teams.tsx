import { type ReactNode, useState } from 'react';

import { countInWords } from '../compare-boundaries/words.ts';
import { dayInWords, londonDay } from '../words/dates.ts';
import { inList } from '../words/sentences.ts';
import type { Change } from './ask.ts';

const FIRST = 10;

/** Whose entry in the directory has to be looked at, those that are left with nothing first. */
export function Teams({ change: { teams, from, to } }: { readonly change: Change }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const sorted = [
    ...teams.filter(({ coversAfter }) => !coversAfter),
    ...teams.filter(({ coversAfter }) => coversAfter),
  ];
  const shown = isWhole ? sorted : sorted.slice(0, FIRST);
  return (
    <section aria-labelledby="teams-affected">
      <h2 id="teams-affected" className="nhsuk-heading-m">
        Teams affected
      </h2>
      {teams.length === 0 ? (
        <p>No team of {dayInWords(from)} names an area that changed.</p>
      ) : (
        <>
          <p>
            Teams of {dayInWords(from)} whose entry names an area that changed, those left with no
            ground first.{' '}
            {to > londonDay(new Date())
              ? `Their entries need new areas before ${dayInWords(to)}: without them a referral finds nobody there.`
              : 'Nobody is sent to a team on ground it no longer has.'}
          </p>
          <ul className="plain-rows">
            {shown.map(({ team, areas, coversAfter }) => (
              <li key={team.id}>
                <strong>{team.name}</strong>, {team.organisation}: names{' '}
                {inList(areas.map(({ name }) => name))}.{' '}
                {coversAfter
                  ? 'Still covers some ground afterwards.'
                  : 'No ground is left to it afterwards.'}
              </li>
            ))}
          </ul>
          {shown.length < sorted.length && (
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => {
                setWhole(true);
              }}
            >
              Show all {countInWords(sorted.length)} teams
            </button>
          )}
        </>
      )}
    </section>
  );
}
