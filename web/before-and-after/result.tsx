import { type ReactNode, useCallback, useRef, useState } from 'react';

import { useReply } from '../api/use-reply.ts';
import { isSideBySide } from '../compare-boundaries/layout.ts';
import { Status, Trouble } from '../layout/trouble.tsx';
import type { Choices } from './address.ts';
import { AreaTable } from './area-table.tsx';
import { CHANGE, type Change, keyOf } from './ask.ts';
import { ChangeLegend } from './change-legend.tsx';
import { ChangeMapView } from './change-map-view.tsx';
import { HowCounted } from './how-counted.tsx';
import { Movers } from './movers.tsx';
import { NotSettled } from './not-settled.tsx';
import { PieceTable } from './piece-table.tsx';
import { TakeAway } from './take-away.tsx';
import { Teams } from './teams.tsx';
import { changeInWords, pieceInWords } from './words.ts';

/** The last answer stays, dimmed, while the next is on its way. */
export function Result({ choices }: { readonly choices: Choices }): ReactNode {
  const { reply, last, retry } = useReply(CHANGE, choices);
  if (reply.kind === 'unreachable')
    return (
      <Trouble heading="Cannot reach the service" retry={retry}>
        Your choices stand in the address and are not lost: try again.
      </Trouble>
    );
  if (reply.kind === 'refused')
    return (
      <p className="note" role="alert">
        {reply.message}
      </p>
    );
  const isWaiting = reply.kind === 'waiting';
  return (
    <>
      <Status>
        {isWaiting && <p className={last ? 'nhsuk-u-visually-hidden' : ''}>Comparing …</p>}
      </Status>
      {last && (
        <div className={isWaiting ? 'result waiting' : 'result'} aria-busy={isWaiting}>
          <Changed choices={last.variables} change={last.data.boundaryChange} />
        </div>
      )}
    </>
  );
}

type ChangedProps = {
  /** As they were asked. */
  readonly choices: Choices;
  readonly change: Change;
};

function Changed({ choices, change }: ChangedProps): ReactNode {
  const [selected, setSelected] = useState<string | null>(null);
  const map = useRef<HTMLElement>(null);
  const selectAndShow = useCallback((key: string) => {
    setSelected(key);
    if (!isSideBySide()) map.current?.scrollIntoView();
  }, []);
  const piece = change.pieces.find((each) => keyOf(each) === selected);
  return (
    <>
      <NotSettled change={change} />
      <p className="summary" role="status">
        {changeInWords(change)}
      </p>
      <Movers change={change} />
      <div className="map-and-table">
        <section className="map-side" aria-label="Map" ref={map}>
          <ChangeMapView
            choices={choices}
            change={change}
            selected={selected}
            select={setSelected}
          />
          <p className="selected-line" role="status">
            {piece
              ? pieceInWords(piece)
              : 'Select a row, or a piece of the map, to see it in both.'}
          </p>
          <ChangeLegend change={change} />
        </section>
        <section className="table-side" aria-labelledby="successors">
          <PieceTable change={change} selected={selected} select={selectAndShow} />
        </section>
      </div>
      <AreaTable change={change} />
      <Teams change={change} />
      <TakeAway change={change} />
      <HowCounted change={change} />
    </>
  );
}
