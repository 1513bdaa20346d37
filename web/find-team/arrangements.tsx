import { Details } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

import { arrangementType } from '../words/arrangements.ts';
import { dayInWords } from '../words/dates.ts';
import type { Routed } from './ask.ts';
import { Phone } from './numbers.tsx';

/** Facts about the ground on which two bodies meet. */
export function Arrangements({ arrangements }: Pick<Routed, 'arrangements'>): ReactNode {
  if (arrangements.length === 0) return null;
  return (
    <Details>
      <Details.Summary>Partnership arrangements here ({arrangements.length})</Details.Summary>
      <Details.Text>
        <ul className="nhsuk-list arrangements">
          {managersFirst(arrangements).map(
            ({ id, type, name, description, checkedOn, stale, contact }) => (
              <li key={id}>
                <h3 className="nhsuk-heading-xs">
                  {name}
                  {!name.startsWith(arrangementType(type)) && (
                    <span className="arrangement-type">{arrangementType(type)}</span>
                  )}
                </h3>
                <p>{description}</p>
                <p className="team-checked">
                  {checkedOn
                    ? `Checked on ${dayInWords(checkedOn)}`
                    : 'No record says when this was checked'}
                  {stale && checkedOn ? ', over a year ago' : ''}.
                </p>
                {contact && (
                  <p>
                    <Phone contact={contact} />, {contact.label}
                  </p>
                )}
              </li>
            ),
          )}
        </ul>
      </Details.Text>
    </Details>
  );
}

/** The person to ask comes before the papers. */
function managersFirst(arrangements: Routed['arrangements']): Routed['arrangements'] {
  const isPaper = ({ type }: Routed['arrangements'][number]): number =>
    Number(type !== 'partnership-manager');
  return arrangements.toSorted((a, b) => isPaper(a) - isPaper(b));
}
