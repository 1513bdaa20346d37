import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

import type { ChangeLinesQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import { MapButtons } from '../compare-boundaries/map-buttons.tsx';
import type { ChangeDrawing, ChangeMap } from '../map/create-change-map.ts';
import { dayInWords } from '../words/dates.ts';
import { shortKinds } from '../words/kinds.ts';
import type { Choices } from './address.ts';
import { type Change, CHANGE_LINES, keyOf } from './ask.ts';
import { FadeControl } from './fade-control.tsx';

type ChangeMapViewProps = {
  readonly choices: Choices;
  readonly change: Change;
  readonly selected: string | null;
  readonly select: (key: string) => void;
};

/** Points in all of a drawing that a browser moves smoothly, shared among its pieces. */
const ALL_POINTS = 40_000;
const MOST_POINTS = 400;
const FEWEST_POINTS = 40;

/** Half way: both sets of lines. */
const BOTH = 50;

export function ChangeMapView(props: ChangeMapViewProps): ReactNode {
  const { choices, change, selected, select } = props;
  const share = Math.floor(ALL_POINTS / Math.max(1, change.pieces.length));
  const points = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, share));
  const { reply, last, retry } = useReply(CHANGE_LINES, { ...choices, points });
  const drawing = useMemo(() => (last ? drawingOf(last.data) : null), [last]);
  const [map, setMap] = useState<ChangeMap>();
  const [failed, setFailed] = useState(false);
  const [fade, setFade] = useState(BOTH);
  const [changesShown, showChanges] = useState(true);
  const canvas = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!drawing) return;
    let made: ChangeMap | undefined;
    let isGone = false;
    import('../map/create-change-map.ts').then(
      ({ createChangeMap }) => {
        if (isGone || !canvas.current) return;
        made = createChangeMap(canvas.current, drawing, select);
        setMap(made);
      },
      () => {
        setFailed(true);
      },
    );
    return () => {
      isGone = true;
      setMap(undefined);
      made?.remove();
    };
  }, [drawing, select]);

  useEffect(() => {
    map?.select(selected);
  }, [map, selected]);
  useEffect(() => {
    map?.fade(fade / 100);
  }, [map, fade]);
  useEffect(() => {
    map?.showChanges(changesShown);
  }, [map, changesShown]);

  const lost = failed || reply.kind === 'unreachable' || reply.kind === 'refused';
  return (
    <div className="overlap-map">
      <div
        className="map-canvas"
        ref={canvas}
        role="group"
        aria-label={`Map of ${shortKinds(change.kind)} on ${dayInWords(change.from)} and ${shortKinds(change.toKind)} on ${dayInWords(change.to)}. The tables say the same.`}
      />
      {lost && (
        <p className="map-lost">
          The map did not load; the tables have the same figures.{' '}
          <button type="button" className="link-button" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      <FadeControl
        from={change.from}
        to={change.to}
        fade={fade}
        setFade={setFade}
        changesShown={changesShown}
        showChanges={showChanges}
      />
      <MapButtons map={map} />
    </div>
  );
}

function drawingOf({ olds, laters, boundaryChange }: ChangeLinesQuery): ChangeDrawing {
  return {
    olds: olds.flatMap(({ name, boundary }) => (boundary ? [{ name, boundary }] : [])),
    laters: laters.flatMap(({ name, boundary }) => (boundary ? [{ name, boundary }] : [])),
    pieces: boundaryChange.pieces.flatMap((piece) =>
      piece.boundary ? [{ key: keyOf(piece), fate: piece.fate, boundary: piece.boundary }] : [],
    ),
  };
}
