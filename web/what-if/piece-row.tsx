import type { ReactNode } from 'react';

import { keyOf, type Overlap } from '../compare-boundaries/ask.ts';
import { countInWords, km2InWords } from '../compare-boundaries/words.ts';
import type { Owner } from './work.ts';

type PieceRowProps = {
  readonly overlap: Overlap;
  readonly owners: readonly (readonly [Owner, string])[];
  readonly owner: Owner;
  readonly isTicked: boolean;
  readonly toggle: (key: string) => void;
  readonly give: (to: Owner) => void;
};

/** Roles are written out because a narrow screen lays the rows out as blocks, which would take them away. */
export function PieceRow(props: PieceRowProps): ReactNode {
  const { overlap, owners, owner, isTicked, toggle, give } = props;
  const { left, right, residents, postcodes, km2 } = overlap;
  const key = keyOf(overlap);
  const isGiven = owner !== left.code;
  return (
    <tr role="row" className={isTicked ? 'selected' : undefined}>
      <th scope="row" role="rowheader">
        <label className="tick">
          <input
            type="checkbox"
            checked={isTicked}
            onChange={() => {
              toggle(key);
            }}
          />
          <span>{left.name}</span>
          <span className="nhsuk-u-visually-hidden"> in {right.name}</span>
        </label>
      </th>
      <td role="cell">{right.name}</td>
      <Figure name="Residents">
        {typeof residents === 'number' ? countInWords(residents) : '–'}
      </Figure>
      <Figure name="Postcodes">{countInWords(postcodes)}</Figure>
      <Figure name="km²">{km2InWords(km2)}</Figure>
      <td role="cell" className={isGiven ? 'goes-to given' : 'goes-to'}>
        <select
          className="nhsuk-select"
          aria-label={`${left.name} in ${right.name} goes to`}
          value={owner}
          onChange={(event) => {
            give(event.target.value);
          }}
        >
          {owners.map(([each, name]) => (
            <option key={each} value={each}>
              {each === left.code ? `stays: ${name}` : name}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

type FigureProps = { readonly name: string; readonly children: string };

/** The heading is written again in each cell for a narrow screen. */
function Figure({ name, children }: FigureProps): ReactNode {
  return (
    <td role="cell" className="number">
      <span className="narrow-name" aria-hidden="true">
        {name}
      </span>
      {children}
    </td>
  );
}
