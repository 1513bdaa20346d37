import type { ReactNode } from 'react';

import { useReply } from '../api/use-reply.ts';
import { WEIGHT_WORDS } from '../compare-boundaries/words.ts';
import { Latest } from '../layout/latest.tsx';
import { MeasureNotes } from '../layout/measure-notes.tsx';
import { dayInWords } from '../words/dates.ts';
import { capital, shortKind, shortKinds } from '../words/kinds.ts';
import { scoreNotes } from '../words/measures.ts';
import { HISTORY, type HistoryPeriod, type Scores } from './ask.ts';
import { ChartLegend } from './chart-legend.tsx';
import { Chart } from './chart.tsx';
import { againstInWords, HEALTH_OF_THE_DAY, type HistoryChoices, rightKinds } from './choices.ts';
import { HistoryTable } from './history-table.tsx';
import { isAnnounced, type Reorganisation, reorganisations } from './reorganisations.ts';

type HistoryResultProps = {
  readonly choices: HistoryChoices;
  readonly days: { readonly from: string; readonly to: string };
  readonly today: string;
};

/** The last history stays, dimmed, while the next is on its way. */
export function HistoryResult({ choices, days, today }: HistoryResultProps): ReactNode {
  const { left, weight, within } = choices;
  const asked = { left, right: rightKinds(choices), weight, within, ...days };
  const reply = useReply(HISTORY, asked);
  return (
    <Latest asked={reply} working="Comparing …">
      {(last) => (
        <>
          <Told choices={choices} periods={last.data.coterminosityHistory} today={today} />
          <p className="answered-line">
            From release <span className="code-word">{last.data.release.id}</span>.
          </p>
        </>
      )}
    </Latest>
  );
}

type ToldProps = {
  readonly choices: HistoryChoices;
  readonly periods: readonly HistoryPeriod[];
  readonly today: string;
};

function Told({ choices, periods, today }: ToldProps): ReactNode {
  if (periods.length === 0)
    return (
      <p className="note" role="status">
        There was no day on which both kinds are known. Choose others.
      </p>
    );
  const changes = reorganisations(periods);
  const [left, right] = [shortKind(choices.left), oneAgainst(choices.against)];
  return (
    <>
      <p className="summary" role="status">
        {summaryOf(choices, periods, today)}
      </p>
      <Chart title={titleOf(choices)} periods={periods} changes={changes} today={today} />
      <ChartLegend hasAnnounced={periods.some(isAnnounced)} />
      <section aria-labelledby="changes">
        <h2 id="changes" className="nhsuk-heading-m">
          Reorganisations
        </h2>
        {changes.length === 0 ? <p>None in this time.</p> : <Changes changes={changes} />}
      </section>
      <section aria-labelledby="in-figures">
        <h2 id="in-figures" className="nhsuk-heading-m">
          In figures
        </h2>
        <HistoryTable periods={periods} left={left} right={right} />
      </section>
      <MeasureNotes notes={Object.values(scoreNotes(left, right))} />
    </>
  );
}

function Changes({ changes }: { readonly changes: readonly Reorganisation[] }): ReactNode {
  return (
    <ol className="changes">
      {changes.map(({ on, name, law, isAnnounced: toCome }) => (
        <li key={on}>
          <strong>{dayInWords(on)}</strong>: {name}
          {law !== null && ` (${law})`}.{' '}
          {toCome && <strong className="nhsuk-tag nhsuk-tag--yellow">Announced</strong>}
        </li>
      ))}
    </ol>
  );
}

function titleOf({ left, against, weight }: HistoryChoices): string {
  return `${capital(shortKinds(left))} and ${againstInWords(against)} since 2002, weighed by ${WEIGHT_WORDS[weight]}`;
}

function oneAgainst(against: string): string {
  return against === HEALTH_OF_THE_DAY ? 'health body' : shortKind(against);
}

/** The finding in two sentences: then and now. */
function summaryOf(
  choices: HistoryChoices,
  periods: readonly HistoryPeriod[],
  today: string,
): string {
  const scored = periods.flatMap(({ from, scores }) => (scores ? [{ from, ...scores }] : []));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (most, each) => (most && most.vMeasure >= each.vMeasure ? most : each),
    undefined,
  );
  if (!best) return 'The scores could not be told for any of these days: the table says why.';
  const now = scored.findLast(({ from }) => from <= today);
  const lead = `${titleOf(choices)}: they agreed best from ${dayInWords(best.from)}, with a V-measure of ${best.vMeasure.toFixed(2)}.`;
  return now ? `${lead} Today it is ${now.vMeasure.toFixed(2)}.${whyNothing(choices, now)}` : lead;
}

/** Nothing is split, and yet the score is 0: readers ask why. */
function whyNothing({ left, against }: HistoryChoices, { rightCount, vMeasure }: Scores): string {
  if (rightCount !== 1 || vMeasure > 0) return '';
  return ` One ${oneAgainst(against)} covers all: no ${shortKind(left)} is split, but the ${oneAgainst(against)} no longer tells the ${shortKind(left)}.`;
}
