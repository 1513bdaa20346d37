import type { ReactNode } from 'react';

import { FigureCell, Heading } from '../before-and-after/piece-table.tsx';
import { countInWords, percentInWords } from '../compare-boundaries/words.ts';
import { dayInWords } from '../words/dates.ts';
import { shortKinds } from '../words/kinds.ts';
import type { HistoryPeriod, Scores } from './ask.ts';
import { isAnnounced } from './reorganisations.ts';

type HistoryTableProps = {
  readonly periods: readonly HistoryPeriod[];
  /** What one area of either side is called. */
  readonly left: string;
  readonly right: string;
};

/** All that the picture shows, in figures. */
export function HistoryTable({ periods, left, right }: HistoryTableProps): ReactNode {
  const names = [
    'V-measure',
    'Homogeneity',
    'Completeness',
    `% in the main ${right}`,
    `% in the main ${left}`,
  ];
  return (
    <table className="overlaps still history" role="table" aria-label="Scores of each period">
      <thead role="rowgroup">
        <tr role="row">
          <Heading>From</Heading>
          <Heading>Sets</Heading>
          {names.map((name) => (
            <Heading key={name} number>
              {name}
            </Heading>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {periods.map((period) => (
          <PeriodRow key={period.from} period={period} names={names} />
        ))}
      </tbody>
    </table>
  );
}

type PeriodRowProps = { readonly period: HistoryPeriod; readonly names: readonly string[] };

function PeriodRow({ period, names }: PeriodRowProps): ReactNode {
  const { from, scores, refused } = period;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {dayInWords(from)}
      </th>
      <td role="cell">
        {setsInWords(period)}
        {isAnnounced(period) && (
          <>
            {' '}
            <strong className="nhsuk-tag nhsuk-tag--yellow">Announced</strong>
          </>
        )}
      </td>
      {scores ? (
        figuresOf(scores).map((figure, at) => (
          <FigureCell key={at} name={names[at] ?? ''}>
            {figure}
          </FigureCell>
        ))
      ) : (
        <td role="cell" colSpan={5}>
          {isAnnounced(period) ? 'Not settled yet' : 'No scores'}: {inPlainDays(refused ?? '')}
        </td>
      )}
    </tr>
  );
}

function inPlainDays(text: string): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}/g, dayInWords);
}

function setsInWords({ left, right, scores }: HistoryPeriod): string {
  if (!scores) return `${shortKinds(left.kind)} and ${shortKinds(right.kind)}`;
  const { leftCount, rightCount } = scores;
  return `${countInWords(leftCount)} ${shortKinds(left.kind, leftCount)} and ${countInWords(rightCount)} ${shortKinds(right.kind, rightCount)}`;
}

function figuresOf(scores: Scores): string[] {
  const { vMeasure, homogeneity, completeness, leftInRight, rightInLeft } = scores;
  return [
    vMeasure.toFixed(2),
    homogeneity.toFixed(2),
    completeness.toFixed(2),
    percentInWords(leftInRight),
    percentInWords(rightInLeft),
  ];
}
