import { type ReactNode, useEffect, useRef } from 'react';

/** More would not be read. */
const MOST = 20;

/** The error summary of NHS.UK, which takes the focus each time there are other faults. */
export function CountFaults({ faults }: { readonly faults: readonly string[] }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const said = faults.join('\n');
  useEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said]);
  if (faults.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">
          {faults.length === 1 ? 'There is a problem' : `There are ${faults.length} problems`}
        </h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {faults.slice(0, MOST).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
            {faults.length > MOST && <li>And {faults.length - MOST} more.</li>}
          </ul>
        </div>
      </div>
    </div>
  );
}
