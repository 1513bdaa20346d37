import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';

import { fetchDrawing } from '../api/drawing.ts';
import type { OverlapMap } from '../map/create-overlap-map.ts';
import type { DrawnSets } from '../map/ground.ts';
import type { LoadDrawing } from '../map/grounds.ts';
import type { Scene } from '../map/overlap-picture.ts';
import { shortKinds } from '../words/kinds.ts';
import { type Comparison, keyOf } from './ask.ts';
import { MapButtons } from '../map/map-buttons.tsx';
import { MapLost } from '../map/map-frame.tsx';
import { areasCompared, hasArea } from './only-partners.ts';
import type { Pointing } from './pointing.ts';
import { type Shade, shareFor } from './shade.ts';

type OverlapMapViewProps = {
  /** All of it, whether one area is chosen or not. */
  readonly comparison: Comparison;
  readonly within: string | null;
  readonly chosen: string | null;
  readonly shade: Shade;
  readonly selected: string | null;
  readonly select: (key: string) => void;
  readonly pointing: Pointing;
  readonly map: OverlapMap | undefined;
  readonly setMap: (map: OverlapMap | undefined) => void;
};

export function OverlapMapView(props: OverlapMapViewProps): ReactNode {
  const { comparison, selected, pointing, map } = props;
  const hint = useId();
  const { canvas, progress, retry } = useMap(props);
  const scene = useScene(props);
  useEffect(() => {
    map?.show(scene);
  }, [map, scene]);
  useEffect(() => {
    map?.select(selected);
  }, [map, selected]);
  useEffect(
    () =>
      pointing.watch(() => {
        map?.pointAt(pointing.at());
      }),
    [map, pointing],
  );
  return (
    <div className="overlap-map no-print">
      <div
        className="map-canvas"
        ref={canvas}
        role="application"
        aria-label={`Map of ${shortKinds(comparison.left)} and ${shortKinds(comparison.right)}. The table says the same.`}
        aria-describedby={hint}
      />
      <p id={hint} className="nhsuk-u-visually-hidden">
        The arrow keys move the map below a cross in its middle. Enter selects the overlap under the
        cross.
      </p>
      <p className="map-wait" role="status">
        {progress === 'drawing' && 'Drawing the map …'}
      </p>
      {progress === 'failed' && <MapLost retry={retry} />}
      <MapButtons map={map} />
    </div>
  );
}

type MapState = {
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly progress: 'drawing' | 'drawn' | 'failed';
  readonly retry: () => void;
};

/** A map for as long as the same two sets of the same release are compared. */
function useMap({ comparison, select, pointing, setMap }: OverlapMapViewProps): MapState {
  const { left, right, asAt } = comparison;
  const release = comparison.release.id;
  const canvas = useRef<HTMLDivElement>(null);
  const [progress, setProgress] = useState<MapState['progress']>('drawing');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let made: OverlapMap | undefined;
    let isGone = false;
    const lost = (): void => {
      if (!isGone) setProgress('failed');
    };
    setProgress('drawing');
    import('../map/create-overlap-map.ts').then(({ createOverlapMap }) => {
      if (isGone || !canvas.current) return;
      const load: LoadDrawing = (metres, around) =>
        fetchDrawing<DrawnSets>({ release, left, right, asAt }, metres, around);
      made = createOverlapMap(canvas.current, load, {
        choose: select,
        pointAt: pointing.pointAt,
        drawn: () => {
          setProgress('drawn');
        },
        lost,
      });
      setMap(made);
    }, lost);
    return () => {
      isGone = true;
      setMap(undefined);
      made?.remove();
    };
  }, [release, left, right, asAt, select, pointing, setMap, attempt]);
  const retry = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  return { canvas, progress, retry };
}

function useScene({ comparison, within, chosen, shade }: OverlapMapViewProps): Scene {
  return useMemo(() => {
    const { left, right, overlaps } = comparison;
    return {
      ...areasCompared(comparison),
      overlaps: overlaps.map((overlap) => ({
        key: keyOf(overlap),
        share: chosen === null || hasArea(overlap, chosen) ? shareFor(overlap, shade) : null,
        isAside: chosen !== null && !hasArea(overlap, chosen),
      })),
      chosen,
      km2: overlaps.reduce((sum, { km2 }) => sum + km2, 0),
      extent: [left, right, within ?? '', chosen ?? ''].join(' '),
    };
  }, [comparison, within, chosen, shade]);
}
