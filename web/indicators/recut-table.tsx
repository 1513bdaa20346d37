import type { ReactNode } from 'react';

import type { Comparison } from '../compare-boundaries/ask.ts';
import { countInWords } from '../compare-boundaries/words.ts';
import { capital, shortKind } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';
import type { Recut } from './ask.ts';
import { type Cautions, tableRows } from './words.ts';

type RecutTableProps = {
  readonly recut: Recut;
  readonly comparison: Comparison;
  readonly cautions: Cautions;
};

const COLUMNS = ['Count', 'At least', 'At most', 'Likely error'] as const;

export function RecutTable({ recut, comparison, cautions }: RecutTableProps): ReactNode {
  const { total, unplaced } = recut;
  return (
    <table className="recut-table">
      <caption className="nhsuk-u-visually-hidden">
        Counts by {shortKind(comparison.right)}, with what is certain and what is possible
      </caption>
      <thead>
        <tr>
          <th scope="col">{capital(shortKind(comparison.right))}</th>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tableRows(recut, comparison).map(({ area, told }) => (
          <tr key={area.code}>
            <th scope="row">
              {area.name}
              {cautions.tooLow.has(area.code) && (
                <span className="then">
                  {told ? 'too low' : 'not known'}: no count for{' '}
                  {inList(cautions.tooLow.get(area.code) ?? [])}
                </span>
              )}
            </th>
            <td className="number">
              <strong>{told ? countInWords(told.count) : '–'}</strong>
            </td>
            <td className="number">{told ? countInWords(told.atLeast) : '–'}</td>
            <td className="number">{told ? countInWords(told.atMost) : '–'}</td>
            <td className="number">{told ? errorInWords(told.standardError) : '–'}</td>
          </tr>
        ))}
        {unplaced > 0 && (
          <tr>
            <th scope="row">In none of them</th>
            <td className="number">
              <strong>{countInWords(unplaced)}</strong>
            </td>
            <td colSpan={3} />
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total, as given</th>
          <td className="number">
            <strong>{countInWords(total)}</strong>
          </td>
          <td colSpan={3} />
        </tr>
      </tfoot>
    </table>
  );
}

function errorInWords(standardError: number): string {
  if (standardError === 0) return 'none';
  return standardError < 0.95 ? 'under 1' : `± ${countInWords(standardError)}`;
}
