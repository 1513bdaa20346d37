import type { PathOptions } from 'leaflet';
import { type ReactNode, useEffect, useMemo } from 'react';

import type { PieceDrawing, PieceMap } from './create-piece-map.ts';
import { MapFrame } from './map-frame.tsx';
import { type LoadMap, useMadeMap } from './use-made-map.ts';

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
  const load = useMemo(() => drawing && loadPieceMap(drawing, select), [drawing, select]);
  const { canvas, map, isLost: isScriptLost } = useMadeMap(load);
  useEffect(() => {
    map?.paint(styleOf);
  }, [map, styleOf]);
  const keys = selected.join('\n');
  useEffect(() => {
    map?.select(keys === '' ? [] : keys.split('\n'));
  }, [map, keys]);
  return (
    <MapFrame
      label={label}
      canvas={canvas}
      map={map}
      isLost={isLost || isScriptLost}
      retry={retry}
    />
  );
}

function loadPieceMap(drawing: PieceDrawing, select: (key: string) => void): LoadMap<PieceMap> {
  return async () => {
    const { createPieceMap } = await import('./create-piece-map.ts');
    return (canvas) => createPieceMap(canvas, drawing, select);
  };
}

/** Points in all of a drawing that a browser moves smoothly, shared among its pieces. */
const ALL_POINTS = 40_000;
const MOST_POINTS = 400;
const FEWEST_POINTS = 40;

export function pointsEach(pieces: number): number {
  const share = Math.floor(ALL_POINTS / Math.max(1, pieces));
  return Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, share));
}
