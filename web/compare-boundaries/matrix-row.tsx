import { memo, type ReactNode } from 'react';

import { keyOf, type Overlap } from './ask.ts';
import type { MatrixRow, Measure } from './matrix.ts';
import type { Pointing } from './pointing.ts';
import { figureInWords } from './words.ts';

type MatrixRowProps = {
  readonly row: MatrixRow;
  readonly measure: Measure;
  readonly selected: string | null;
  readonly select: (key: string) => void;
  readonly pointing: Pointing;
};

export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowProps): ReactNode {
  const { row, measure, selected, select, pointing } = props;
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
            pointing={pointing}
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
  readonly pointing: Pointing;
};

function Cell({ overlap, measure, isSelected, select, pointing }: CellProps): ReactNode {
  const point = (): void => {
    pointing.pointAt(keyOf(overlap));
  };
  const leave = (): void => {
    pointing.pointAt(null);
  };
  return (
    <td
      className={isSelected ? 'number selected' : 'number'}
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
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
