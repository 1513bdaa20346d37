import { Details } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

import { dayInWords } from '../words/dates.ts';
import { hoursInWords } from '../words/hours.ts';
import { sectorsInWords } from '../words/sectors.ts';
import { sentence } from '../words/sentences.ts';
import type { Offer } from './ask.ts';
import { Numbers } from './numbers.tsx';

type TeamCardProps = { readonly offer: Offer; readonly at: string };

export function TeamCard({ offer, at }: TeamCardProps): ReactNode {
  const { team, sectors } = offer;
  const joint = team.sectors.length > 1;
  return (
    <section className="team" aria-labelledby={`team-${team.id}`}>
      <p className="team-tags">
        <strong className="nhsuk-tag nhsuk-tag--grey">{sectorsInWords(sectors)}</strong>
        {joint && <strong className="nhsuk-tag nhsuk-tag--aqua-green">Joint team</strong>}
      </p>
      <h2 id={`team-${team.id}`} className="nhsuk-heading-m team-name">
        {team.name}
      </h2>
      <Numbers offer={offer} at={at} />
      <p className="team-organisation">Run by {team.organisation}</p>
      <p>{sentence(team.does)}</p>
      <p className="team-does-not">
        <strong>Not this team:</strong> {sentence(team.doesNot)}
      </p>
      <dl className="team-facts">
        <dt>Hours</dt>
        <dd>
          {hoursInWords(team.hours).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </dd>
        {team.day.email && (
          <>
            <dt>Email</dt>
            <dd>
              <a href={`mailto:${team.day.email}`}>{team.day.email}</a>
            </dd>
          </>
        )}
        {team.day.url && (
          <>
            <dt>Web</dt>
            <dd>
              <a href={team.day.url} rel="noreferrer">
                {new URL(team.day.url).hostname}
              </a>
            </dd>
          </>
        )}
      </dl>
      <Details>
        <Details.Summary>What you may share with this team</Details.Summary>
        <Details.Text>{sentence(team.sharing)}</Details.Text>
      </Details>
      <p className="team-checked">Entry last checked on {dayInWords(team.checkedOn)}.</p>
    </section>
  );
}
