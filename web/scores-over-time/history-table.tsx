import type { ReactNode } from 'react';

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
  const figures = [
    'V-measure',
    'Homogeneity',
    'Completeness',
    `% in the main ${right}`,
    `% in the main ${left}`,
  ];
  return (
    <div className="scroll-box" role="region" aria-label="Scores in figures" tabIndex={0}>
      <table className="matrix history">
        <caption className="nhsuk-u-visually-hidden">Scores of each period</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Sets</th>
            {figures.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <PeriodRow key={period.from} period={period} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PeriodRow({ period }: { readonly period: HistoryPeriod }): ReactNode {
  const { from, scores, refused } = period;
  return (
    <tr>
      <th scope="row">{dayInWords(from)}</th>
      <td>
        {setsInWords(period)}
        {isAnnounced(period) && (
          <>
            {' '}
            <strong className="nhsuk-tag nhsuk-tag--yellow">Announced</strong>
          </>
        )}
      </td>
      {scores ? (
        <ScoreCells scores={scores} />
      ) : (
        <td colSpan={5}>
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

function ScoreCells({ scores }: { readonly scores: Scores }): ReactNode {
  const { vMeasure, homogeneity, completeness, leftInRight, rightInLeft } = scores;
  const figures = {
    vMeasure: vMeasure.toFixed(2),
    homogeneity: homogeneity.toFixed(2),
    completeness: completeness.toFixed(2),
    leftInRight: percentInWords(leftInRight),
    rightInLeft: percentInWords(rightInLeft),
  };
  return Object.entries(figures).map(([name, figure]) => (
    <td key={name} className="number">
      {figure}
    </td>
  ));
}
