import { type ReactNode, useCallback, useRef, useState } from 'react';

import { useReply } from '../api/use-reply.ts';
import { Status, Trouble } from '../layout/trouble.tsx';
import { dayInWords } from '../words/dates.ts';
import type { CompareQueryVariables } from '../api/generated/graphql.ts';
import type { Choices } from './address.ts';
import { COMPARE, type Comparison, keyOf } from './ask.ts';
import { Caveats } from './caveats.tsx';
import { Figures } from './figures.tsx';
import { isSideBySide } from './layout.ts';
import { Legend } from './legend.tsx';
import { Misfits } from './misfits.tsx';
import { OverlapMapView } from './overlap-map-view.tsx';
import { PartnersTables } from './partners.tsx';
import { Refused } from './refused.tsx';
import { Scores } from './scores.tsx';
import { Summary } from './summary.tsx';
import { TakeAway } from './take-away/take-away.tsx';
import { overlapInWords } from './words.ts';

type ResultProps = {
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
};

/** The last comparison stays, dimmed, while the next is on its way. */
export function Result({ choices, choose }: ResultProps): ReactNode {
  const { reply, last, retry } = useReply(COMPARE, choices);
  if (reply.kind === 'unreachable')
    return (
      <Trouble heading="Cannot reach the service" retry={retry}>
        Your choices stand in the address and are not lost: try again.
      </Trouble>
    );
  if (reply.kind === 'refused')
    return (
      <Refused choices={choices} choose={choose}>
        {reply.message}
      </Refused>
    );
  const isWaiting = reply.kind === 'waiting';
  return (
    <>
      <Status>
        {isWaiting && <p className={last ? 'nhsuk-u-visually-hidden' : ''}>Comparing …</p>}
      </Status>
      {last && (
        <div className={isWaiting ? 'result waiting' : 'result'} aria-busy={isWaiting}>
          <Compared choices={last.variables} comparison={last.data.coterminosity} />
        </div>
      )}
    </>
  );
}

type ComparedProps = {
  /** As they were asked. */
  readonly choices: CompareQueryVariables;
  readonly comparison: Comparison;
};

function Compared({ choices, comparison }: ComparedProps): ReactNode {
  const [selected, setSelected] = useState<string | null>(null);
  const map = useRef<HTMLElement>(null);
  const selectAndShow = useCallback((key: string) => {
    setSelected(key);
    if (!isSideBySide()) map.current?.scrollIntoView();
  }, []);
  const overlap = comparison.overlaps.find((each) => keyOf(each) === selected);
  if (comparison.overlaps.length === 0)
    return (
      <p className="note" role="status">
        Nothing of the one set meets anything of the other here. Choose another place or day.
      </p>
    );
  return (
    <>
      <Summary comparison={comparison} />
      <Scores comparison={comparison} />
      <div className="map-and-table">
        <section className="map-side" aria-label="Map" ref={map}>
          <OverlapMapView
            choices={choices}
            comparison={comparison}
            selected={selected}
            select={setSelected}
          />
          <p className="selected-line" role="status">
            {overlap
              ? overlapInWords(overlap, comparison)
              : 'Select a row, or a piece of the map, to see it in both.'}
          </p>
          <Legend comparison={comparison} />
        </section>
        <section className="table-side" aria-label="Overlaps">
          <Figures comparison={comparison} selected={selected} select={selectAndShow} />
        </section>
      </div>
      <TakeAway choices={choices} comparison={comparison} />
      <Misfits comparison={comparison} select={selectAndShow} />
      <PartnersTables comparison={comparison} />
      <Caveats comparison={comparison} />
      <p className="answered-line">
        As at {dayInWords(comparison.asAt)}, from release{' '}
        <span className="code-word">{comparison.release.id}</span>.
      </p>
    </>
  );
}
