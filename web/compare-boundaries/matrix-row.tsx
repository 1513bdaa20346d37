import { memo, type ReactNode } from 'react';

import { keyOf, type Overlap } from './ask.ts';
import type { MatrixRow, Measure } from './matrix.ts';
import { figureInWords } from './words.ts';

type MatrixRowProps = {
  readonly row: MatrixRow;
  readonly measure: Measure;
  readonly selected: string | null;
  readonly select: (key: string) => void;
};

export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowProps): ReactNode {
  const { row, measure, selected, select } = props;
  return (
    <tr>
      <th scope="row">{row.area.name}</th>
      {row.overlaps.map((overlap, at) =>
        overlap ? (
          <Cell
            key={at}
            overlap={overlap}
            measure={measure}
            isSelected={keyOf(overlap) === selected}
            select={select}
          />
        ) : (
          <td key={at} className="apart">
            <span className="nhsuk-u-visually-hidden">None</span>
          </td>
        ),
      )}
      <td className="number margin">{figureInWords(row.all, measure)}</td>
    </tr>
  );
});

type CellProps = {
  readonly overlap: Overlap;
  readonly measure: Measure;
  readonly isSelected: boolean;
  readonly select: (key: string) => void;
};

function Cell({ overlap, measure, isSelected, select }: CellProps): ReactNode {
  return (
    <td className={isSelected ? 'number selected' : 'number'}>
      <button
        type="button"
        aria-pressed={isSelected}
        title={`${overlap.left.name} in ${overlap.right.name}: show on the map`}
        onClick={() => {
          select(keyOf(overlap));
        }}
      >
        {figureInWords(overlap[measure], measure)}
      </button>
    </td>
  );
}
