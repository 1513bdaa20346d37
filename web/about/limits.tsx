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
          Which GP practice a person is registered with. Until it is given, the health body is
          presumed from the home, and says so.
        </li>
        <li>
          Whether a right-looking postcode is the right one. The place it is in is named above every
          answer: look whether it is where the person lives.
        </li>
        <li>
          Where exactly a point lies when it is near a line. Lines are drawn roughly, and the answer
          is as unsure as they are.
        </li>
        <li>
          Whether a number still works. Each entry says when it was last checked, and is marked when
          that was over a year ago.
        </li>
        <li>
          Which house. A postcode holds about fifteen addresses; where they lie on both sides of a
          line that matters, you are asked rather than told.
        </li>
      </ul>
    </section>
  );
}
