import type { ReactNode } from 'react';

import { openingInWords } from '../words/dates.ts';
import { telAddress } from '../words/phones.ts';
import type { Contact, Offer } from './ask.ts';
import { contactStateInWords } from './numbers-words.ts';

type NumbersProps = { readonly offer: Offer; readonly at: string };

/** The number that answers now, first and large; then the other one and when it answers. */
export function Numbers({ offer, at }: NumbersProps): ReactNode {
  const { openNow, opensNext, contactNow, team } = offer;
  const opens = opensNext ? openingInWords(opensNext, at) : null;
  return (
    <div className={openNow ? 'numbers open' : 'numbers closed'}>
      <p className="numbers-state">
        <strong>{contactStateInWords(offer, at)}</strong>
        {!openNow && contactNow && ' This number answers now:'}
      </p>
      {contactNow && <BigNumber contact={contactNow} />}
      {openNow && <Closed offer={offer} />}
      {!openNow && team.day.phone !== contactNow?.phone && (
        <p className="numbers-other">
          {opens ? `From ${opens}` : 'When open'}: <Phone contact={team.day} />, {team.day.label}
        </p>
      )}
    </div>
  );
}

function BigNumber({ contact }: { readonly contact: Contact }): ReactNode {
  return (
    <p className="number-now">
      <a href={telAddress(contact.phone)} className="big-number">
        <span className="nhsuk-u-visually-hidden">Ring </span>
        {contact.phone}
      </a>
      <span className="number-label">{contact.label}</span>
    </p>
  );
}

function Closed({ offer: { team, contactNow } }: { readonly offer: Offer }): ReactNode {
  const { outOfHours, hours } = team;
  if (hours === 'always') return null;
  if (!outOfHours) return <p className="numbers-other">When closed, nobody answers for it.</p>;
  if (outOfHours.phone === contactNow?.phone) return null;
  return (
    <p className="numbers-other">
      When closed: <Phone contact={outOfHours} />, {outOfHours.label}
    </p>
  );
}

export function Phone({ contact }: { readonly contact: Contact }): ReactNode {
  return (
    <a href={telAddress(contact.phone)} className="phone">
      {contact.phone}
    </a>
  );
}
