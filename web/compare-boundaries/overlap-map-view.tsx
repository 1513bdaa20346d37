import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

import type { CompareQueryVariables, LinesQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import type { OverlapDrawing, OverlapMap } from '../map/create-overlap-map.ts';
import { capital, shortKinds } from '../words/kinds.ts';
import { type Comparison, keyOf, LINES } from './ask.ts';
import { MapButtons } from './map-buttons.tsx';

type OverlapMapViewProps = {
  readonly choices: CompareQueryVariables;
  readonly comparison: Comparison;
  readonly selected: string | null;
  readonly select: (key: string) => void;
};

/** Points in all of a drawing that a browser moves smoothly, shared among its overlaps. */
const ALL_POINTS = 40_000;
const MOST_POINTS = 400;
const FEWEST_POINTS = 40;

export function OverlapMapView(props: OverlapMapViewProps): ReactNode {
  const { choices, comparison, selected, select } = props;
  const share = Math.floor(ALL_POINTS / comparison.overlaps.length);
  const points = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, share));
  const { reply, last, retry } = useReply(LINES, { ...choices, points });
  const drawing = useMemo(() => (last ? drawingOf(last.data) : null), [last]);
  const label = `Map of ${shortKinds(comparison.left)} and ${shortKinds(comparison.right)}. The table says the same.`;
  const [map, setMap] = useState<OverlapMap>();
  const [failed, setFailed] = useState(false);
  const canvas = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!drawing) return;
    let made: OverlapMap | undefined;
    let isGone = false;
    import('../map/create-overlap-map.ts').then(
      ({ createOverlapMap }) => {
        if (isGone || !canvas.current) return;
        made = createOverlapMap(canvas.current, drawing, select);
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

  const lost = failed || reply.kind === 'unreachable' || reply.kind === 'refused';
  return (
    <div className="overlap-map">
      <div className="map-canvas" ref={canvas} role="group" aria-label={capital(label)} />
      {lost && (
        <p className="map-lost">
          The map did not load; the table has the same figures.{' '}
          <button type="button" className="link-button" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      <MapButtons map={map} />
    </div>
  );
}

function drawingOf({ coterminosity }: LinesQuery): OverlapDrawing {
  const areas = coterminosity.remainders.map(({ area }) => area);
  return {
    lefts: areas
      .slice(0, coterminosity.leftCount)
      .flatMap(({ name, boundary }) => (boundary ? [{ name, boundary }] : [])),
    rights: areas
      .slice(coterminosity.leftCount)
      .flatMap(({ name, boundary }) => (boundary ? [{ name, boundary }] : [])),
    overlaps: coterminosity.overlaps.flatMap((overlap) =>
      overlap.boundary
        ? [{ key: keyOf(overlap), shareOfLeft: overlap.shareOfLeft, boundary: overlap.boundary }]
        : [],
    ),
  };
}
