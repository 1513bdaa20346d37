import { type ReactNode, useState } from 'react';

import type { CheckResult } from './check-rows.ts';
import { type Outcome, OUTCOMES } from './match.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import type { ShownRow } from './tally.ts';
import { shownInWords } from './words.ts';

/** The first rows of one sort, to see whether the right column was read and what to ask about. */
export function ShownRows({ result }: { readonly result: CheckResult }): ReactNode {
  const [sort, setSort] = useState<Outcome | 'all'>('all');
  const rows = result.shown[sort];
  const all = sort === 'all' ? result.rows : result.outcomes[sort];
  return (
    <>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-label--s" htmlFor="sort">
          Rows to look at
        </label>
        <select
          className="nhsuk-select"
          id="sort"
          value={sort}
          onChange={(event) => {
            setSort(OUTCOMES.find((each) => each === event.target.value) ?? 'all');
          }}
        >
          <option value="all">All rows</option>
          {OUTCOMES.filter((outcome) => result.outcomes[outcome] > 0).map((outcome) => (
            <option key={outcome} value={outcome}>
              {OUTCOME_WORDS[outcome]}
            </option>
          ))}
        </select>
      </div>
      <table className="shown-rows">
        <caption>{shownInWords(rows.length, all)}</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Postcode</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.row} {...row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Numbers and doubts are in the file: here is room for who, or for why not. */
function Row({ row, postcode, outcome, cause, lines }: ShownRow): ReactNode {
  return (
    <tr>
      <td className="number">{row}</td>
      <td>{postcode === '' ? '–' : postcode.slice(0, LONGEST)}</td>
      <td>
        <strong>{OUTCOME_WORDS[outcome]}</strong>
        {cause !== '' && `, ${cause}`}
        {lines.map((text) => (
          <span key={text} className="line">
            {text}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** What stands in the column may be anything. */
const LONGEST = 40;
