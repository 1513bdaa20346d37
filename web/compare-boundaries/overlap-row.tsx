import { memo, type ReactNode } from 'react';

import { arrangementTypesInShort } from '../words/arrangements.ts';
import { keyOf, type Overlap } from './ask.ts';
import type { Pointing } from './pointing.ts';
import type { Column } from './sort.ts';
import { countInWords, km2InWords, percentInWords, RELATION_WORDS } from './words.ts';

type OverlapRowProps = {
  readonly overlap: Overlap;
  readonly names: Record<Column, string>;
  readonly isSelected: boolean;
  readonly select: (key: string) => void;
  readonly pointing: Pointing;
};

/** The button in the first cell is for keys and screen readers; a press anywhere in the row does the same. */
export const OverlapRow = memo(function OverlapRow(props: OverlapRowProps): ReactNode {
  const { overlap, names, isSelected, select, pointing } = props;
  const { left, right, residents, postcodes, km2, shareOfLeft, shareOfRight, relation } = overlap;
  const point = (): void => {
    pointing.pointAt(keyOf(overlap));
  };
  const leave = (): void => {
    pointing.pointAt(null);
  };
  return (
    <tr
      role="row"
      className={isSelected ? 'selected' : undefined}
      onClick={() => {
        select(keyOf(overlap));
      }}
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <th scope="row" role="rowheader">
        <button
          type="button"
          aria-pressed={isSelected}
          aria-label={`${left.name}, with ${right.name}: show on the map`}
        >
          {left.name}
        </button>
      </th>
      <td role="cell">{right.name}</td>
      <Figure name={names.residents}>
        {typeof residents === 'number' ? countInWords(residents) : '–'}
      </Figure>
      <Figure name={names.postcodes}>{countInWords(postcodes)}</Figure>
      <Figure name={names.km2}>{km2InWords(km2)}</Figure>
      <Figure name={names.shareOfLeft}>{percentInWords(shareOfLeft)}</Figure>
      <Figure name={names.shareOfRight}>{percentInWords(shareOfRight)}</Figure>
      <td role="cell" className={`relation ${relation.toLowerCase()}`}>
        <span className="narrow-name" aria-hidden="true">
          {names.relation}
        </span>
        {RELATION_WORDS[relation]}
        <ArrangedInShort arrangements={overlap.arrangements} />
      </td>
    </tr>
  );
});

/** By type alone: their names are among the facts below the map. */
function ArrangedInShort({ arrangements }: Pick<Overlap, 'arrangements'>): ReactNode {
  if (arrangements.length === 0) return null;
  return (
    <span className="arranged-short">
      <span className="nhsuk-u-visually-hidden">, with arrangements: </span>
      {arrangementTypesInShort(arrangements.map(({ type }) => type))}
    </span>
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
