import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

import type { Faults } from './question.ts';

/** Where in the form a fault of each field is mended. */
const INPUT_OF = {
  postcode: 'postcode',
  point: 'point',
  need: 'need',
  age: 'age',
  practice: 'practice',
  date: 'date-day',
} as const satisfies Record<keyof Faults, string>;

const ORDER = Object.keys(INPUT_OF) as (keyof Faults)[];

/** The error summary of NHS.UK. Takes the focus each time the form is sent with faults. */
export function ErrorList({ faults }: { readonly faults: Faults }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const found = ORDER.filter((field) => faults[field] !== undefined);
  useEffect(() => {
    if (Object.keys(faults).length > 0) box.current?.focus();
  }, [faults]);
  if (found.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {found.map((field) => (
              <li key={field}>
                <a href={`#${INPUT_OF[field]}`} onClick={focusField}>
                  {faults[field]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** By script, so that the address stays as it is. */
function focusField(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  field?.closest('.nhsuk-form-group')?.scrollIntoView();
  field?.focus({ preventScroll: true });
}
