import type { ReactNode } from 'react';

export function Limits(): ReactNode {
  return (
    <section aria-labelledby="limits">
      <h2 id="limits" className="nhsuk-heading-m">
        What the answers cannot tell
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          Who pays, in a dispute. The answer names who must act first; the rules behind it stand
          under “Why this team”.
        </li>
        <li>
          Where a person is ordinarily resident, when that is in doubt. The postcode of the home is
          taken for it.
        </li>
        <li>
          Which GP practice a person is registered with. Until its code is given, the health body is
          presumed from the home.
        </li>
        <li>
          Which house. A postcode holds about fifteen addresses; where they lie on both sides of a
          line that matters, you are asked rather than told.
        </li>
      </ul>
    </section>
  );
}
