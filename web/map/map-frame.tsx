import type { ReactNode, RefObject } from 'react';

import type { MovableMap } from './moves.ts';
import { MapButtons } from './map-buttons.tsx';

type MapFrameProps = {
  /** What the map shows, and where the same stands in words. */
  readonly label: string;
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly map: MovableMap | undefined;
  readonly isLost: boolean;
  readonly retry: () => void;
  /** What else can be done with it. */
  readonly children?: ReactNode;
};

/** A map with its buttons, and what is said when it does not come. */
export function MapFrame({
  label,
  canvas,
  map,
  isLost,
  retry,
  children,
}: MapFrameProps): ReactNode {
  return (
    <div className="overlap-map">
      <div className="map-canvas" ref={canvas} role="group" aria-label={label} />
      {isLost && <MapLost retry={retry} />}
      {children}
      <MapButtons map={map} />
    </div>
  );
}

export function MapLost({ retry }: Pick<MapFrameProps, 'retry'>): ReactNode {
  return (
    <p className="map-lost">
      The map did not load; the table has the same figures.{' '}
      <button type="button" className="link-button" onClick={retry}>
        Try again
      </button>
    </p>
  );
}
