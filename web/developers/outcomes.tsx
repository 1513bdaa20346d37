import type { ReactNode } from 'react';

const OUTCOMES = [
  {
    type: 'Routed',
    when: 'Somebody is responsible and a team is recorded.',
    then: 'Show the bodies, the teams and contactNow. Show “presumed” and the confidence with them.',
  },
  {
    type: 'NeedsChoice',
    when: 'The postcode straddles a line that matters to this need, has ended, or two teams tie.',
    then: 'Ask the question. Send the same input again, with { question: key, answer } added to answers.',
  },
  {
    type: 'NotRoutable',
    when: 'Nobody can be named. The reason is one of a closed list.',
    then: 'Show the message and the next steps. Offer suggestions from place; never choose one.',
  },
] as const;

const ASKS = [
  ['referral', 'Who is responsible for this need at this place, and who answers now'],
  ['referrals', 'The same for up to 1,000 at once, in the order asked'],
  ['place', 'Every area a postcode or point lies in, with metres to the nearest line'],
  ['coterminosity', 'How far two sets of boundaries agree: overlaps, scores, misfits'],
  ['teams, needs', 'The directory'],
  ['areas, boundarySets', 'Bodies by kind and day, with their lines'],
  ['release', 'Which data answers, from where, under which licence'],
] as const;

export function Outcomes(): ReactNode {
  return (
    <>
      <h2 className="nhsuk-heading-m">What it answers</h2>
      <dl className="plain-list">
        {ASKS.map(([name, what]) => (
          <div key={name}>
            <dt className="code-word">{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h2 className="nhsuk-heading-m">Outcomes of a referral question</h2>
      <p>Always exactly one of three, with status 200. There is never an empty list to guess at.</p>
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
    </>
  );
}
