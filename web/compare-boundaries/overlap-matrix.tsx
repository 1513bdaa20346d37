import { type ReactNode, useMemo, useState } from 'react';

import { capital, shortKind, shortKinds } from '../words/kinds.ts';
import type { Comparison } from './ask.ts';
import {
  BY_NAME,
  type Matrix,
  matrixOf,
  type Measure,
  MEASURES,
  nextRowOrder,
  type RowOrder,
  sortRows,
} from './matrix.ts';
import { MatrixRowView } from './matrix-row.tsx';
import type { Pointing } from './pointing.ts';
import { figureInWords, measureNames } from './words.ts';

type OverlapMatrixProps = {
  readonly comparison: Comparison;
  readonly selected: string | null;
  readonly select: (key: string) => void;
  readonly pointing: Pointing;
  readonly measure: Measure;
  readonly choose: (measure: Measure) => void;
};

/** Rows drawn at once: a browser is slow with more cells. */
const ROWS_AT_ONCE = 40;

export function OverlapMatrix(props: OverlapMatrixProps): ReactNode {
  const { comparison, selected, select, pointing, measure, choose } = props;
  const matrix = useMemo(() => matrixOf(comparison, measure), [comparison, measure]);
  const [order, setOrder] = useState(BY_NAME);
  const rows = useMemo(() => sortRows(matrix, order), [matrix, order]);
  const [first, setFirst] = useState(0);
  const start = first < rows.length ? first : 0;
  const shown = rows.slice(start, start + ROWS_AT_ONCE);
  const names = measureNames(shortKind(comparison.left), shortKind(comparison.right));
  return (
    <>
      <MeasureChoice names={names} measure={measure} choose={choose} />
      <p className="matrix-lead" id="matrix-lead">
        {leadOf(comparison, names[measure], measure)}
      </p>
      <div className="scroll-box" role="region" aria-label="Matrix" tabIndex={0}>
        <table className="matrix" aria-labelledby="matrix-lead">
          <MatrixHead
            comparison={comparison}
            matrix={matrix}
            order={order}
            press={(heading) => {
              setOrder(nextRowOrder(order, heading));
            }}
          />
          <tbody>
            {shown.map((row) => (
              <MatrixRowView
                key={row.area.code}
                row={row}
                measure={measure}
                selected={selected}
                select={select}
                pointing={pointing}
              />
            ))}
          </tbody>
          <MatrixFoot comparison={comparison} matrix={matrix} />
        </table>
      </div>
      {matrix.rows.length > ROWS_AT_ONCE && (
        <Pages
          first={start}
          shown={shown.length}
          of={matrix.rows.length}
          names={shortKinds(comparison.left)}
          go={setFirst}
        />
      )}
    </>
  );
}

/** What the cells hold, and what the margins are: shares of different wholes are never added. */
function leadOf({ left, right }: Comparison, name: string, measure: Measure): string {
  const cells = `${name}: ${shortKinds(left)} down, ${shortKinds(right)} across.`;
  if (measure === 'shareOfLeft' || measure === 'shareOfRight')
    return `${cells} The last row and column take all of them together.`;
  return `${cells} The last row and column are sums.`;
}

type MarginProps = { readonly comparison: Comparison; readonly matrix: Matrix };

type MatrixHeadProps = MarginProps & {
  readonly order: RowOrder;
  readonly press: (heading: number) => void;
};

/** A press on a heading puts the rows in its order. */
function MatrixHead({ comparison, matrix, order, press }: MatrixHeadProps): ReactNode {
  const { left, right } = comparison;
  const names = [
    capital(shortKind(left)),
    ...matrix.columns.map(({ name }) => name),
    `All ${shortKinds(right)}`,
  ];
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        {names.map((name, heading) => (
          <th
            key={heading}
            scope="col"
            className={classOf(heading, names.length - 1)}
            aria-sort={order.heading === heading ? direction : 'none'}
          >
            <button
              type="button"
              onClick={() => {
                press(heading);
              }}
            >
              {name}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function classOf(heading: number, last: number): string | undefined {
  if (heading === 0) return undefined;
  return heading === last ? 'number margin' : 'number';
}

function MatrixFoot({ comparison: { left }, matrix }: MarginProps): ReactNode {
  const { measure } = matrix;
  return (
    <tfoot>
      <tr>
        <th scope="row">All {shortKinds(left)}</th>
        {matrix.columns.map(({ code }, at) => (
          <td key={code} className="number">
            {figureInWords(matrix.foot[at], measure)}
          </td>
        ))}
        <td className="number margin">{figureInWords(matrix.all, measure)}</td>
      </tr>
    </tfoot>
  );
}

type MeasureChoiceProps = {
  readonly names: Record<Measure, string>;
  readonly measure: Measure;
  readonly choose: (measure: Measure) => void;
};

function MeasureChoice({ names, measure, choose }: MeasureChoiceProps): ReactNode {
  return (
    <div className="measure-choice">
      <label className="nhsuk-label" htmlFor="measure">
        Each cell shows
      </label>
      <select
        id="measure"
        className="nhsuk-select"
        value={measure}
        onChange={({ target }) => {
          const chosen = MEASURES.find((each) => each === target.value);
          if (chosen) choose(chosen);
        }}
      >
        {MEASURES.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

type PagesProps = {
  readonly first: number;
  readonly shown: number;
  readonly of: number;
  readonly names: string;
  readonly go: (first: number) => void;
};

function Pages({ first, shown, of, names, go }: PagesProps): ReactNode {
  const steps = [
    { words: 'Rows before', to: first - ROWS_AT_ONCE },
    { words: 'Rows after', to: first + ROWS_AT_ONCE },
  ].filter(({ to }) => to >= 0 && to < of);
  return (
    <p className="matrix-pages no-print">
      <span role="status">
        {capital(names)} {first + 1} to {first + shown} of {of}.
      </span>{' '}
      {steps.map(({ words, to }) => (
        <button
          key={words}
          type="button"
          className="link-button"
          onClick={() => {
            go(to);
          }}
        >
          {words}
        </button>
      ))}
    </p>
  );
}
