import type { ReactNode } from 'react';

import type { CheckResult } from './check-rows.ts';
import { OUTCOMES } from './match.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { counted } from './words.ts';

/** How many rows came to what, and why. */
export function OutcomeTable({ result }: { readonly result: CheckResult }): ReactNode {
  const { outcomes, causes } = result;
  return (
    <table className="outcome-table">
      <caption className="nhsuk-u-visually-hidden">Rows by outcome</caption>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col" className="number">
            Rows
          </th>
        </tr>
      </thead>
      <tbody>
        {OUTCOMES.filter((outcome) => outcomes[outcome] > 0).map((outcome) => (
          <tr key={outcome}>
            <th scope="row">
              {OUTCOME_WORDS[outcome]}
              {causes[outcome].length > 0 && (
                <ul>
                  {causes[outcome].map(([cause, rows]) => (
                    <li key={cause}>
                      {cause}: {counted(rows, 'row')}
                    </li>
                  ))}
                </ul>
              )}
            </th>
            <td className="number">{outcomes[outcome].toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
