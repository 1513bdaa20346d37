import type { PathOptions } from 'leaflet';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { MapButtons } from '../compare-boundaries/map-buttons.tsx';
import type { PieceDrawing, PieceMap } from './create-piece-map.ts';

type PieceMapViewProps = {
  /** What the map shows, and where the same stands in words. */
  readonly label: string;
  /** Null until the lines have come; the same object as long as nothing else is to be drawn. */
  readonly drawing: PieceDrawing | null;
  /** The same function as long as no piece is to look otherwise. */
  readonly styleOf: (key: string) => PathOptions;
  readonly selected: readonly string[];
  readonly select: (key: string) => void;
  readonly isLost: boolean;
  readonly retry: () => void;
};

/** A map of pieces to choose from, whose script comes with its first lines. */
export function PieceMapView(props: PieceMapViewProps): ReactNode {
  const { label, drawing, styleOf, selected, select, isLost, retry } = props;
  const [map, setMap] = useState<PieceMap>();
  const [failed, setFailed] = useState(false);
  const canvas = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!drawing) return;
    let made: PieceMap | undefined;
    let isGone = false;
    import('./create-piece-map.ts').then(
      ({ createPieceMap }) => {
        if (isGone || !canvas.current) return;
        made = createPieceMap(canvas.current, drawing, select);
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
    map?.paint(styleOf);
  }, [map, styleOf]);
  const keys = selected.join('\n');
  useEffect(() => {
    map?.select(keys === '' ? [] : keys.split('\n'));
  }, [map, keys]);

  return (
    <div className="overlap-map">
      <div className="map-canvas" ref={canvas} role="group" aria-label={label} />
      {(failed || isLost) && (
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

/** Points in all of a drawing that a browser moves smoothly, shared among its pieces. */
const ALL_POINTS = 40_000;
const MOST_POINTS = 400;
const FEWEST_POINTS = 40;

export function pointsEach(pieces: number): number {
  const share = Math.floor(ALL_POINTS / Math.max(1, pieces));
  return Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, share));
}
