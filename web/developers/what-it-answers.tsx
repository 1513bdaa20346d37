import type { ReactNode } from 'react';

import { Link } from '../layout/link.tsx';
import { Section } from './section.tsx';

const ASKS = [
  ['referral', 'Who is responsible for this need at this place, and who answers now'],
  ['referrals', 'The same for up to 1,000 at once, in the order asked'],
  ['place', 'Every area a postcode or point lies in, with metres to the nearest line'],
  ['bodies', 'Councils and NHS bodies by any name or code people use, today’s and former ones'],
  ['practices', 'GP practices by name, code or postcode, with their NHS body'],
  ['areas, boundarySets', 'Areas by kind and day, with their lines'],
  ['coterminosity', 'How far two sets of boundaries agree: overlaps, scores, misfits'],
  ['coterminosityHistory', 'The same over the years'],
  ['boundaryChange, reorganisations', 'One old body, several new ones, with shares'],
  [
    'teamCoverage, cover, coverByNeed',
    'Where no team answers, and where several do, for one need or for all',
  ],
  ['proposal, recut', 'What if the lines moved; counts by one geography told by another'],
  ['teams, needs', 'The directory'],
  ['release', 'Which data answers, from where, under which licence'],
] as const;

const OUTCOMES = [
  {
    type: 'Routed',
    when: 'Somebody is responsible and a team is recorded.',
    then: 'Show the bodies, the teams and contactNow. Show “presumed” and the confidence with them.',
  },
  {
    type: 'NeedsChoice',
    when: 'The postcode straddles a line that matters to this need, has ended, or one more fact decides.',
    then: 'Ask the question. Send the same input again, with { question: key, answer } added to answers.',
  },
  {
    type: 'NotRoutable',
    when: 'Nobody can be named. The reason is one of a closed list.',
    then: 'Show the message and the next steps. Offer suggestions from place; never choose one.',
  },
] as const;

export function WhatItAnswers(): ReactNode {
  return (
    <Section id="answers" name="What it answers">
      <dl className="plain-list">
        {ASKS.map(([name, what]) => (
          <div key={name}>
            <dt className="code-word">{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>
        A list is matched without sending a single postcode:{' '}
        <span className="code-word">GET /outward/SO23?need=mental-health</span> gives the answer of
        every postcode that begins so, as <Link to="/check">Check a spreadsheet</Link> uses it.
      </p>
      <p>
        A referral question has always exactly one of three outcomes, with status 200. There is
        never an empty list to guess at.
      </p>
      <dl className="plain-list">
        {OUTCOMES.map(({ type, when, then }) => (
          <div key={type}>
            <dt className="code-word">{type}</dt>
            <dd>
              {when} <span className="then">{then}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
