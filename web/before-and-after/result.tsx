import { type ReactNode, useCallback, useRef, useState } from 'react';

import { useReply } from '../api/use-reply.ts';
import { isSideBySide } from '../compare-boundaries/layout.ts';
import { Latest } from '../layout/latest.tsx';
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
  const asked = useReply(CHANGE, choices);
  return (
    <Latest asked={asked} working="Comparing …">
      {(last) => <Changed choices={last.variables} change={last.data.boundaryChange} />}
    </Latest>
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
