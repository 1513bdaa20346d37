import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

import { capital, shortKind } from '../words/kinds.ts';
import { type Comparison, keyOf } from './ask.ts';
import { isSideBySide } from './layout.ts';
import { OverlapRow } from './overlap-row.tsx';
import type { Pointing } from './pointing.ts';
import { sumOf } from './matrix.ts';
import { COLUMNS, type Column, isNumber, nextOrder, type Order, sortOverlaps } from './sort.ts';
import { figureInWords, measureNames } from './words.ts';

type OverlapTableProps = {
  readonly comparison: Comparison;
  readonly selected: string | null;
  readonly select: (key: string) => void;
  readonly pointing: Pointing;
};

/** Rows shown before the reader asks for all; on a narrow screen each takes as much as five lines. */
const FIRST_ROWS = { wide: 30, narrow: 10 } as const;

/** Roles are written out because a narrow screen lays the rows out as blocks, which would take them away. */
export function OverlapTable(props: OverlapTableProps): ReactNode {
  const { comparison, selected, select, pointing } = props;
  const { overlaps, left, right } = comparison;
  const [order, setOrder] = useState<Order | null>(null);
  const [isWhole, setWhole] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useMemo(() => (order ? sortOverlaps(overlaps, order) : overlaps), [overlaps, order]);
  const last = rows.findIndex((row) => keyOf(row) === selected);
  const shown = isWhole
    ? rows
    : rows.slice(0, Math.max(isSideBySide() ? FIRST_ROWS.wide : FIRST_ROWS.narrow, last + 1));
  useEffect(() => {
    // Under the map, on a narrow screen, the page would jump away from what was pressed.
    if (isSideBySide())
      body.current?.querySelector('.selected')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const names = headings(shortKind(left), shortKind(right));
  return (
    <>
      <SortChoice names={names} order={order} sort={setOrder} />
      <table className="overlaps" role="table">
        <caption className="nhsuk-u-visually-hidden">
          Overlaps of {shortKind(left)} and {shortKind(right)}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <SortableHeading
                key={column}
                column={column}
                name={names[column]}
                order={order}
                press={() => {
                  setOrder((before) => nextOrder(before ?? NO_ORDER, column));
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          {shown.map((overlap) => (
            <OverlapRow
              key={keyOf(overlap)}
              overlap={overlap}
              names={names}
              isSelected={keyOf(overlap) === selected}
              select={select}
              pointing={pointing}
            />
          ))}
        </tbody>
        <Totals comparison={comparison} names={names} />
      </table>
      {shown.length < rows.length && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small no-print"
          onClick={() => {
            setWhole(true);
          }}
        >
          Show all {rows.length} overlaps
        </button>
      )}
    </>
  );
}

/** Before any press the rows stand as the server gave them, the heaviest first. */
const NO_ORDER: Order = { by: 'shareOfLeft', descending: false };

function headings(left: string, right: string): Record<Column, string> {
  return {
    left: capital(left),
    right: capital(right),
    ...measureNames(left, right),
    relation: 'Relation',
  };
}

const SUMMED = ['residents', 'postcodes', 'km2'] as const;

/** Of all overlaps, shown or not. Shares of different areas are not added. */
function Totals({
  comparison: { overlaps },
  names,
}: {
  readonly comparison: Comparison;
  readonly names: Record<Column, string>;
}): ReactNode {
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader">
          Total
        </th>
        <td role="cell">
          {overlaps.length} {overlaps.length === 1 ? 'overlap' : 'overlaps'}
        </td>
        {SUMMED.map((measure) => (
          <td key={measure} role="cell" className="number">
            <span className="narrow-name" aria-hidden="true">
              {names[measure]}
            </span>
            {figureInWords(sumOf(overlaps, measure), measure)}
          </td>
        ))}
        <td role="cell" colSpan={3} />
      </tr>
    </tfoot>
  );
}

type SortableHeadingProps = {
  readonly column: Column;
  readonly name: string;
  readonly order: Order | null;
  readonly press: () => void;
};

function SortableHeading({ column, name, order, press }: SortableHeadingProps): ReactNode {
  const isSorted = order?.by === column;
  const direction = order?.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      role="columnheader"
      className={isNumber(column) ? 'number' : undefined}
      aria-sort={isSorted ? direction : 'none'}
    >
      <button type="button" onClick={press}>
        {name}
      </button>
    </th>
  );
}

type SortChoiceProps = {
  readonly names: Record<Column, string>;
  readonly order: Order | null;
  readonly sort: (order: Order | null) => void;
};

/** On a narrow screen the headings are gone, and this takes their place. */
function SortChoice({ names, order, sort }: SortChoiceProps): ReactNode {
  return (
    <div className="sort-choice">
      <label className="nhsuk-label" htmlFor="sort">
        Sort by
      </label>
      <select
        id="sort"
        className="nhsuk-select"
        value={order?.by ?? ''}
        onChange={(event) => {
          const by = COLUMNS.find((column) => column === event.target.value);
          sort(by ? { by, descending: isNumber(by) } : null);
        }}
      >
        <option value="">Largest first</option>
        {COLUMNS.map((column) => (
          <option key={column} value={column}>
            {names[column]}
          </option>
        ))}
      </select>
    </div>
  );
}
