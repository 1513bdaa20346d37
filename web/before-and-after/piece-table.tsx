import { memo, type ReactNode, useEffect, useRef, useState } from 'react';

import { isSideBySide } from '../compare-boundaries/layout.ts';
import { countInWords } from '../compare-boundaries/words.ts';
import { capital, shortKind } from '../words/kinds.ts';
import { type AreaChange, type Change, keyOf, type Piece } from './ask.ts';
import { FATE_WORDS, isPartlyInNone, noneWord, withShare } from './words.ts';

type PieceTableProps = {
  readonly change: Change;
  readonly selected: string | null;
  readonly select: (key: string) => void;
};

/** Rows shown before the reader asks for all; on a narrow screen each takes as much as five lines. */
const FIRST_ROWS = { wide: 30, narrow: 10 } as const;

type Row =
  | { readonly kind: 'piece'; readonly key: string; readonly piece: Piece }
  | { readonly kind: 'none'; readonly key: string; readonly area: AreaChange };

/** Each old area, one row for each that took some of it, and one for what none took. */
export function PieceTable({ change, selected, select }: PieceTableProps): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const [withSame, setWithSame] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const all = rowsOf(change);
  const changed = all.filter(isChange);
  const stayed = all.length - changed.length;
  const rows = withSame ? all : changed;
  const last = rows.findIndex(({ key }) => key === selected);
  const most = isSideBySide() ? FIRST_ROWS.wide : FIRST_ROWS.narrow;
  const shown = isWhole ? rows : rows.slice(0, Math.max(most, last + 1));
  const names = [`${capital(shortKind(change.kind))} before`, shortKind(change.toKind)] as const;
  useEffect(() => {
    // Under the map, on a narrow screen, the page would jump away from what was pressed.
    if (isSideBySide())
      body.current?.querySelector('.selected')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <>
      <h2 id="successors" className="nhsuk-heading-m">
        Where each area went
      </h2>
      {stayed > 0 && <SameChoice count={stayed} withSame={withSame} choose={setWithSame} />}
      {rows.length > 0 && (
        <table className="overlaps successors" role="table" aria-labelledby="successors">
          <thead role="rowgroup">
            <tr role="row">
              <Heading>{names[0]}</Heading>
              <Heading>{`${capital(names[1])} after`}</Heading>
              <Heading>What</Heading>
              <Heading number>{FIGURES.residents}</Heading>
              <Heading number>{FIGURES.postcodes}</Heading>
              <Heading number>{FIGURES.km2}</Heading>
            </tr>
          </thead>
          <tbody role="rowgroup" ref={body}>
            {shown.map((row) =>
              row.kind === 'piece' ? (
                <PieceRow
                  key={row.key}
                  piece={row.piece}
                  isSelected={row.key === selected}
                  select={select}
                />
              ) : (
                <NoneRow key={row.key} area={row.area} none={noneWord(change)} />
              ),
            )}
          </tbody>
        </table>
      )}
      {shown.length < rows.length && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            setWhole(true);
          }}
        >
          Show all {countInWords(rows.length)} rows
        </button>
      )}
    </>
  );
}

const FIGURES = {
  residents: 'Residents (share)',
  postcodes: 'Postcodes (share)',
  km2: 'km² (share)',
} as const;

/** Pieces come by old area already; what no area took follows those of its area. */
function rowsOf({ pieces, areas }: Change): Row[] {
  const byOld = Map.groupBy(pieces, ({ old }) => old.code);
  return areas.flatMap((area): Row[] => [
    ...(byOld.get(area.area.code) ?? []).map((piece) => ({
      kind: 'piece' as const,
      key: keyOf(piece),
      piece,
    })),
    ...(isPartlyInNone(area)
      ? [{ kind: 'none' as const, key: `${area.area.code} none`, area }]
      : []),
  ]);
}

function isChange(row: Row): boolean {
  return row.kind === 'none' || row.piece.fate !== 'SAME_BODY' || row.piece.shares.km2 < 0.995;
}

type SameChoiceProps = {
  readonly count: number;
  readonly withSame: boolean;
  readonly choose: (withSame: boolean) => void;
};

function SameChoice({ count, withSame, choose }: SameChoiceProps): ReactNode {
  return (
    <label className="same-choice">
      <input
        type="checkbox"
        checked={withSame}
        onChange={(event) => {
          choose(event.target.checked);
        }}
      />{' '}
      Show also the {countInWords(count)} that stayed whole with the same body
    </label>
  );
}

type PieceRowProps = {
  readonly piece: Piece;
  readonly isSelected: boolean;
  readonly select: (key: string) => void;
};

/** The button in the first cell is for keys and screen readers; a press anywhere in the row does the same. */
const PieceRow = memo(function PieceRow({ piece, isSelected, select }: PieceRowProps): ReactNode {
  const { old, area, fate, took, shares } = piece;
  return (
    <tr
      role="row"
      className={isSelected ? 'selected' : undefined}
      onClick={() => {
        select(keyOf(piece));
      }}
    >
      <th scope="row" role="rowheader">
        <button
          type="button"
          aria-pressed={isSelected}
          aria-label={`${old.name}, to ${area.name}: show on the map`}
        >
          {old.name}
        </button>
      </th>
      <td role="cell">
        <span className="narrow-name" aria-hidden="true">
          to
        </span>
        {area.name}
      </td>
      <td role="cell" className={`fate ${fate.toLowerCase()}`}>
        {FATE_WORDS[fate]}
      </td>
      <FigureCell name="Residents">{withShare(took.residents, shares.residents)}</FigureCell>
      <FigureCell name="Postcodes">{withShare(took.postcodes, shares.postcodes)}</FigureCell>
      <FigureCell name="km²">{withShare(Math.round(took.km2), shares.km2)}</FigureCell>
    </tr>
  );
});

function NoneRow({ area, none }: { readonly area: AreaChange; readonly none: string }): ReactNode {
  const { inNone, remainder } = area;
  return (
    <tr role="row" className="none-row">
      <th scope="row" role="rowheader">
        {area.area.name}
      </th>
      <td role="cell">{none}</td>
      <td role="cell" className="fate">
        –
      </td>
      <FigureCell name="Residents">{withShare(inNone.residents, remainder.residents)}</FigureCell>
      <FigureCell name="Postcodes">{withShare(inNone.postcodes, remainder.postcodes)}</FigureCell>
      <FigureCell name="km²">{withShare(Math.round(inNone.km2), remainder.km2)}</FigureCell>
    </tr>
  );
}

type HeadingProps = { readonly number?: boolean; readonly children: string };

export function Heading({ number = false, children }: HeadingProps): ReactNode {
  return (
    <th scope="col" role="columnheader" className={number ? 'number' : undefined}>
      {children}
    </th>
  );
}

type FigureCellProps = { readonly name: string; readonly children: string };

/** The heading is written again in each cell for a narrow screen. */
export function FigureCell({ name, children }: FigureCellProps): ReactNode {
  return (
    <td role="cell" className="number">
      <span className="narrow-name" aria-hidden="true">
        {name}
      </span>
      {children}
    </td>
  );
}
