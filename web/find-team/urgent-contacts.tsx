import { type ReactNode, useEffect, useRef } from 'react';

import { telAddress } from '../words/phones.ts';
import { inList } from '../words/sentences.ts';
import type { Offer } from './ask.ts';
import { Danger } from './numbers.tsx';

/**
 * Whom to ring before the question is settled: urgent need is met first and argued later. Stands above the
 * question, so it takes the focus: who hears the page hears these numbers first.
 */
export function UrgentContacts({ urgent }: { readonly urgent: readonly Offer[] }): ReactNode {
  const numbers = groupByNumber(urgent);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  if (numbers.length === 0) return null;
  return (
    <section className="urgent" aria-labelledby="urgent">
      <h2 id="urgent" className="nhsuk-heading-s" tabIndex={-1} ref={heading}>
        If it cannot wait, ring now
      </h2>
      <ul>
        {numbers.map(({ phone, label, teams }) => (
          <li key={phone}>
            <a className="big-number" href={telAddress(phone)}>
              <span className="nhsuk-u-visually-hidden">Ring </span>
              {phone}
            </a>
            <span className="number-label">
              {label}
              {!teams.includes(label) && `, for the ${inList(teams)}`}
            </span>
          </li>
        ))}
      </ul>
      <Danger />
    </section>
  );
}

type UrgentNumber = {
  readonly phone: string;
  readonly label: string;
  readonly teams: readonly string[];
};

/** Teams closed at night share a line: it is shown once, with all it answers for. */
export function groupByNumber(offers: readonly Offer[]): UrgentNumber[] {
  const numbers = new Map<string, UrgentNumber>();
  for (const { contactNow, team } of offers) {
    if (!contactNow) continue;
    const { phone, label } = contactNow;
    const before = numbers.get(phone)?.teams ?? [];
    numbers.set(phone, { phone, label, teams: [...before, team.name] });
  }
  return [...numbers.values()];
}
