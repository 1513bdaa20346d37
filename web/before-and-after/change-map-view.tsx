import { type ReactNode, useEffect, useMemo, useState } from 'react';

import type { ChangeLinesQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import type { ChangeDrawing, ChangeMap } from '../map/create-change-map.ts';
import { MapFrame } from '../map/map-frame.tsx';
import { pointsEach } from '../map/piece-map-view.tsx';
import { type LoadMap, useMadeMap } from '../map/use-made-map.ts';
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

/** Half way: both sets of lines. */
const BOTH = 50;

export function ChangeMapView(props: ChangeMapViewProps): ReactNode {
  const { choices, change, selected, select } = props;
  const points = pointsEach(change.pieces.length);
  const { reply, last, retry } = useReply(CHANGE_LINES, { ...choices, points });
  const drawing = useMemo(() => (last ? drawingOf(last.data) : null), [last]);
  const load = useMemo(() => drawing && loadChangeMap(drawing, select), [drawing, select]);
  const { canvas, map, isLost } = useMadeMap(load);
  const [fade, setFade] = useState(BOTH);
  const [changesShown, showChanges] = useState(true);

  useEffect(() => {
    map?.select(selected);
  }, [map, selected]);
  useEffect(() => {
    map?.fade(fade / 100);
  }, [map, fade]);
  useEffect(() => {
    map?.showChanges(changesShown);
  }, [map, changesShown]);

  return (
    <MapFrame
      label={`Map of ${shortKinds(change.kind)} on ${dayInWords(change.from)} and ${shortKinds(change.toKind)} on ${dayInWords(change.to)}. The tables say the same.`}
      canvas={canvas}
      map={map}
      isLost={isLost || reply.kind === 'unreachable' || reply.kind === 'refused'}
      retry={retry}
    >
      <FadeControl
        from={change.from}
        to={change.to}
        fade={fade}
        setFade={setFade}
        changesShown={changesShown}
        showChanges={showChanges}
      />
    </MapFrame>
  );
}

function loadChangeMap(drawing: ChangeDrawing, select: (key: string) => void): LoadMap<ChangeMap> {
  return async () => {
    const { createChangeMap } = await import('../map/create-change-map.ts');
    return (canvas) => createChangeMap(canvas, drawing, select);
  };
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
