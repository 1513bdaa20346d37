import { Details } from 'nhsuk-react-components';
import { type ReactNode, useState } from 'react';

import { hoursInWords } from '../words/hours.ts';
import { sectorsInWords } from '../words/sectors.ts';
import { sentence } from '../words/sentences.ts';
import type { Offer, Routed } from './ask.ts';
import { Numbers } from './numbers.tsx';
import { checkedInWords } from './numbers-words.ts';

type TeamCardProps = {
  readonly offer: Offer;
  readonly routed: Pick<Routed, 'at' | 'need' | 'responsible'>;
};

export function TeamCard({ offer, routed }: TeamCardProps): ReactNode {
  const { at, need, responsible } = routed;
  const { team, sectors, stale, tied } = offer;
  const isJoint = team.sectors.length > 1;
  const isPresumed = responsible.some(
    ({ sector, presumed }) => presumed && sectors.includes(sector),
  );
  return (
    <section className="team" aria-labelledby={`team-${team.id}`}>
      <p className="team-tags">
        <strong className="nhsuk-tag nhsuk-tag--grey">
          {sectorsInWords(sectors)}
          {isPresumed && ', presumed'}
        </strong>
        {isJoint && <strong className="nhsuk-tag nhsuk-tag--aqua-green">Joint team</strong>}
      </p>
      <h2 id={`team-${team.id}`} className="nhsuk-heading-m team-name">
        {team.name}
      </h2>
      {tied && <p>Another team fits as well: ring either and ask.</p>}
      {stale && <p className="team-stale">{checkedInWords(offer)}</p>}
      <Numbers offer={offer} at={at} isUrgent={need.urgent} />
      <p className="team-does">{sentence(team.does)}</p>
      <MoreOfTeam team={team} />
      <Details>
        <Details.Summary>What you may share with this team</Details.Summary>
        <Details.Text>{sentence(team.sharing)}</Details.Text>
      </Details>
      {!stale && <p className="team-checked">{checkedInWords(offer)}</p>}
    </section>
  );
}

/** On a phone the numbers of every team come before the rest of any. */
function MoreOfTeam({ team }: Pick<Offer, 'team'>): ReactNode {
  const [isRoomy] = useState(() => window.matchMedia('(min-width: 40.0625em)').matches);
  return (
    <Details open={isRoomy}>
      <Details.Summary>Hours, email and what it does not do</Details.Summary>
      <Details.Text>
        <p className="team-does-not">
          <strong>Not this team:</strong> {sentence(team.doesNot)}
        </p>
        <TeamFacts team={team} />
      </Details.Text>
    </Details>
  );
}

function TeamFacts({ team }: Pick<Offer, 'team'>): ReactNode {
  return (
    <dl className="team-facts">
      <dt>Run by</dt>
      <dd>{team.organisation}</dd>
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
  );
}
