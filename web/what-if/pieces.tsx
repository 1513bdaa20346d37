import { type ReactNode, useState } from 'react';

import { keyOf, type Overlap } from '../compare-boundaries/ask.ts';
import { capital, shortKind } from '../words/kinds.ts';
import { type Ground, nameOf, ownersOf, pieceOf } from './ground.ts';
import { PieceRow } from './piece-row.tsx';
import { toggled } from './ticks.ts';
import { TickedPieces } from './ticked-pieces.tsx';
import { give, ownerOf, type Work } from './work.ts';

type PiecesProps = {
  readonly ground: Ground;
  readonly work: Work;
  readonly change: (next: Work) => void;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (ticked: ReadonlySet<string>) => void;
};

/** Rows shown at a time: each has a choice of every area. */
const ROWS = 30;
const ALL = '';

/** Every piece with the area it goes to, and what can be done with several at once. */
export function Pieces({ ground, work, change, ticked, tick }: PiecesProps): ReactNode {
  const [area, setArea] = useState(ALL);
  const [most, setMost] = useState(ROWS);
  const { comparison } = ground;
  const owners = ownersOf(ground, work);
  const rows = comparison.overlaps.filter((overlap) => isOf(overlap, work, area));
  const shown = rows.slice(0, most);
  const toggle = (key: string): void => {
    tick(toggled(ticked, key));
  };
  return (
    <section className="table-side" aria-labelledby="pieces">
      <h2 id="pieces" className="nhsuk-heading-m">
        Pieces
      </h2>
      <p>
        A piece is the ground one {shortKind(comparison.left)} shares with one{' '}
        {shortKind(comparison.right)}. Give a piece to another {shortKind(comparison.left)} and the
        line moves; give pieces to a new one and a {shortKind(comparison.left)} is split.
      </p>
      <PieceFilter ground={ground} work={work} area={area} choose={setArea} />
      <TickedPieces ground={ground} work={work} change={change} ticked={ticked} tick={tick} />
      <div className="quick-days no-print" role="group" aria-label="Ticks">
        <button
          type="button"
          onClick={() => {
            tick(new Set([...ticked, ...shown.map(keyOf)]));
          }}
        >
          Tick all shown
        </button>
        <button
          type="button"
          onClick={() => {
            tick(new Set());
          }}
        >
          Untick all
        </button>
      </div>
      <table className="overlaps pieces" role="table">
        <caption className="nhsuk-u-visually-hidden">Pieces and the areas they go to</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {capital(shortKind(comparison.left))}
            </th>
            <th scope="col" role="columnheader">
              {capital(shortKind(comparison.right))}
            </th>
            {['Residents', 'Postcodes', 'km²'].map((name) => (
              <th key={name} scope="col" role="columnheader" className="number">
                {name}
              </th>
            ))}
            <th scope="col" role="columnheader">
              Goes to
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((overlap) => (
            <PieceRow
              key={keyOf(overlap)}
              overlap={overlap}
              owners={owners}
              owner={ownerOf(work, pieceOf(overlap))}
              isTicked={ticked.has(keyOf(overlap))}
              toggle={toggle}
              give={(to) => {
                change(give(work, [pieceOf(overlap)], to));
              }}
            />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            setMost(most + ROWS);
          }}
        >
          Show more: {shown.length} of {rows.length} pieces are shown
        </button>
      )}
    </section>
  );
}

function isOf(overlap: Overlap, work: Work, area: string): boolean {
  return (
    area === ALL ||
    overlap.left.code === area ||
    overlap.right.code === area ||
    ownerOf(work, pieceOf(overlap)) === area
  );
}

type PieceFilterProps = {
  readonly ground: Ground;
  readonly work: Work;
  readonly area: string;
  readonly choose: (area: string) => void;
};

function PieceFilter({ ground, work, area, choose }: PieceFilterProps): ReactNode {
  return (
    <div className="choice no-print">
      <label className="nhsuk-label" htmlFor="pieces-of">
        Show the pieces of
      </label>
      <select
        className="nhsuk-select"
        id="pieces-of"
        value={area}
        onChange={(event) => {
          choose(event.target.value);
        }}
      >
        <option value={ALL}>All areas</option>
        {ownersOf(ground, work).map(([owner]) => (
          <option key={owner} value={owner}>
            {nameOf(ground, work, owner)}
          </option>
        ))}
        {ground.partners.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
