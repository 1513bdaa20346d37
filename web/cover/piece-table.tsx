import { memo, type ReactNode, useEffect, useRef, useState } from 'react';

import { FigureCell, Heading } from '../before-and-after/piece-table.tsx';
import { countOrDash } from '../before-and-after/words.ts';
import { isSideBySide } from '../compare-boundaries/layout.ts';
import { countInWords } from '../compare-boundaries/words.ts';
import { agesInWords } from '../words/ages.ts';
import { bodyName } from '../words/bodies.ts';
import { capital } from '../words/kinds.ts';
import { sectorsInWords } from '../words/sectors.ts';
import type { Piece } from './ask.ts';
import { COVERAGE_WORDS, placeInWords, whyInWords } from './words.ts';

type PieceTableProps = {
  readonly pieces: readonly Piece[];
  readonly selected: string | null;
  readonly select: (key: string) => void;
};

/** Rows shown before the reader asks for all; on a narrow screen each takes as much as eight lines. */
const FIRST_ROWS = { wide: 40, narrow: 10 } as const;

/** Every place where not one team answers: where, for whom, why, and who is responsible. */
export function PieceTable({ pieces, selected, select }: PieceTableProps): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const most = isSideBySide() ? FIRST_ROWS.wide : FIRST_ROWS.narrow;
  const last = pieces.findIndex(({ key }) => key === selected);
  const shown = isWhole ? pieces : pieces.slice(0, Math.max(most, last + 1));
  useEffect(() => {
    // Under the map, on a narrow screen, the page would jump away from what was pressed.
    if (isSideBySide())
      body.current?.querySelector('.selected')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <>
      <table className="overlaps successors cover-table" role="table" aria-labelledby="places">
        <thead role="rowgroup">
          <tr role="row">
            <Heading>Place</Heading>
            <Heading>What, for whom</Heading>
            <Heading>Why, and who is responsible</Heading>
            <Heading number>Residents of all ages</Heading>
            <Heading number>Postcodes</Heading>
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          {shown.map((piece) => (
            <PieceRow
              key={`${piece.key} ${piece.sector} ${String(piece.ages.from)}`}
              piece={piece}
              isSelected={piece.key === selected}
              select={select}
            />
          ))}
        </tbody>
      </table>
      {shown.length < pieces.length && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            setWhole(true);
          }}
        >
          Show all {countInWords(pieces.length)} rows
        </button>
      )}
    </>
  );
}

type PieceRowProps = {
  readonly piece: Piece;
  readonly isSelected: boolean;
  readonly select: (key: string) => void;
};

/** The button in the first cell is for keys and screen readers; a press anywhere in the row does the same. */
const PieceRow = memo(function PieceRow({ piece, isSelected, select }: PieceRowProps): ReactNode {
  const { key, ground, sector, ages, coverage, body, postcodes, residents } = piece;
  const place = placeInWords(ground);
  return (
    <tr
      role="row"
      className={isSelected ? 'selected' : undefined}
      onClick={() => {
        select(key);
      }}
    >
      <th scope="row" role="rowheader">
        <button
          type="button"
          aria-pressed={isSelected}
          aria-label={`${place}, ${COVERAGE_WORDS[coverage]}: show on the map`}
        >
          {place}
        </button>
      </th>
      <td role="cell">
        <span className="what">{capital(COVERAGE_WORDS[coverage])}</span>
        <br />
        {sectorsInWords([sector])}, {agesInWords(ages)}
      </td>
      <td role="cell">
        {whyInWords(piece)}
        <span className="responsible">
          {body ? `Responsible: ${bodyName(body)}` : 'No responsible body is known here.'}
        </span>
      </td>
      <FigureCell name="Residents of all ages">{countOrDash(residents)}</FigureCell>
      <FigureCell name="Postcodes">{countInWords(postcodes)}</FigureCell>
    </tr>
  );
});
