import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';

import { useReply } from '../api/use-reply.ts';
import type { OverlapMap } from '../map/create-overlap-map.ts';
import { dayInWords } from '../words/dates.ts';
import type { CompareQueryVariables } from '../api/generated/graphql.ts';
import { Latest } from '../layout/latest.tsx';
import type { Choices } from './address.ts';
import { RecordedArrangements } from './arrangements.tsx';
import { COMPARE, type Comparison } from './ask.ts';
import { Caveats } from './caveats.tsx';
import { Figures } from './figures.tsx';
import { FindOnMap } from './find-on-map.tsx';
import { isSideBySide } from './layout.ts';
import { Legend } from './legend.tsx';
import { MapChoices } from './map-choices.tsx';
import { Misfits } from './misfits.tsx';
import { areaChosen, onlyPartnersOf } from './only-partners.ts';
import { NoneOfThese, OnlyThese } from './only-these.tsx';
import { OverlapFacts } from './overlap-facts.tsx';
import { OverlapMapView } from './overlap-map-view.tsx';
import { PartnersTables } from './partners.tsx';
import { createPointing } from './pointing.ts';
import { PrintedMap } from './printed-map.tsx';
import { Refused } from './refused.tsx';
import { Scores } from './scores.tsx';
import { Summary } from './summary.tsx';
import { TakeAway } from './take-away/take-away.tsx';
import { useView } from './view.ts';

type ResultProps = {
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
};

/** The last comparison stays, dimmed, while the next is on its way. */
export function Result({ choices, choose }: ResultProps): ReactNode {
  const asked = useReply(COMPARE, choices);
  return (
    <Latest
      asked={asked}
      working="Comparing …"
      refused={(message) => (
        <Refused choices={choices} choose={choose}>
          {message}
        </Refused>
      )}
    >
      {(last) => <Compared choices={last.variables} comparison={last.data.coterminosity} />}
    </Latest>
  );
}

type ComparedProps = {
  /** As they were asked. */
  readonly choices: CompareQueryVariables;
  readonly comparison: Comparison;
};

function Compared({ choices, comparison }: ComparedProps): ReactNode {
  const [view, show] = useView();
  const [selected, setSelected] = useState<string | null>(null);
  const [map, setMap] = useState<OverlapMap>();
  const pointing = useMemo(createPointing, []);
  const mapSide = useRef<HTMLElement>(null);
  const selectAndShow = useCallback((key: string) => {
    setSelected(key);
    if (!isSideBySide()) mapSide.current?.scrollIntoView();
  }, []);
  const chosen = areaChosen(comparison, view.area);
  const showAll = (): void => {
    show({ area: null });
  };
  const shown = useMemo(
    () => onlyPartnersOf(comparison, chosen?.code ?? null),
    [comparison, chosen?.code],
  );
  const within = choices.within ?? null;
  if (comparison.overlaps.length === 0)
    return (
      <p className="note" role="status">
        Nothing of the one set meets anything of the other here. Choose another place or day.
      </p>
    );
  const picture = { within, chosen, shade: view.shade, map };
  return (
    <>
      <Summary comparison={comparison} />
      <Scores comparison={comparison} />
      <MapChoices comparison={comparison} chosen={chosen} shade={view.shade} show={show} />
      <div role="status">
        {chosen && <OnlyThese comparison={shown} chosen={chosen} showAll={showAll} />}
        {view.area !== null && !chosen && <NoneOfThese area={view.area} showAll={showAll} />}
      </div>
      <div className="map-and-table">
        <section className="map-side" aria-label="Map" ref={mapSide}>
          <FindOnMap
            comparison={comparison}
            choose={({ code }) => {
              show({ area: code });
            }}
            markPlace={(position) => map?.markPlace(position)}
          />
          <OverlapMapView
            comparison={comparison}
            within={within}
            chosen={chosen?.code ?? null}
            shade={view.shade}
            selected={selected}
            select={setSelected}
            pointing={pointing}
            map={map}
            setMap={setMap}
          />
          <OverlapFacts comparison={comparison} selected={selected} pointing={pointing} />
          <Legend comparison={comparison} shade={view.shade} />
          <PrintedMap comparison={comparison} {...picture} />
        </section>
        <section className="table-side" aria-label="Overlaps">
          <Figures
            comparison={shown}
            selected={selected}
            select={selectAndShow}
            pointing={pointing}
            view={view}
            show={show}
          />
        </section>
      </div>
      <TakeAway choices={choices} comparison={comparison} picture={picture} />
      <Misfits comparison={comparison} select={selectAndShow} />
      <RecordedArrangements comparison={shown} />
      <PartnersTables comparison={comparison} />
      <Caveats comparison={comparison} />
      <p className="answered-line">
        As at {dayInWords(comparison.asAt)}, from release{' '}
        <span className="code-word">{comparison.release.id}</span>.
      </p>
    </>
  );
}
