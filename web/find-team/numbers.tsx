import type { ReactNode } from 'react';

import { openingInWords } from '../words/dates.ts';
import { telAddress } from '../words/phones.ts';
import type { Contact, Offer } from './ask.ts';
import { contactStateInWords } from './numbers-words.ts';

type NumbersProps = {
  readonly offer: Offer;
  readonly at: string;
  readonly isUrgent: boolean;
};

/** The number that answers now, first and large; then the other one and when it answers. */
export function Numbers({ offer, at, isUrgent }: NumbersProps): ReactNode {
  const { openNow, contactNow } = offer;
  return (
    <div className={openNow ? 'numbers open' : 'numbers closed'}>
      <p className="numbers-state">
        {!openNow && contactNow ? (
          <>
            <strong>Closed now.</strong> Ring instead:
          </>
        ) : (
          <strong>{contactStateInWords(offer, at)}</strong>
        )}
      </p>
      {contactNow && <BigNumber contact={contactNow} />}
      {isUrgent && <Danger />}
      {openNow ? <WhenClosed offer={offer} /> : <WhenOpen offer={offer} at={at} />}
    </div>
  );
}

function WhenOpen({ offer, at }: Omit<NumbersProps, 'isUrgent'>): ReactNode {
  const { opensNext, contactNow, team } = offer;
  const opens = opensNext ? openingInWords(opensNext, at) : null;
  if (team.day.phone === contactNow?.phone)
    return opens && <p className="numbers-other">Closed until {opens}.</p>;
  return (
    <p className="numbers-other">
      {opens ? `From ${opens}` : 'When open'}: <Phone contact={team.day} />, {team.day.label}
    </p>
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

/** A line that is engaged must not be the only one in sight. */
export function Danger(): ReactNode {
  return (
    <p className="danger-line">
      In immediate danger ring <a href="tel:999">999</a>.
    </p>
  );
}

function WhenClosed({ offer: { team, contactNow } }: { readonly offer: Offer }): ReactNode {
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
