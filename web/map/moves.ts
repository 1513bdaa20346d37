import type { LatLngBounds, Map as LeafletMap } from 'leaflet';

import { fitTo } from './create-map.ts';

/** What the buttons of a map do. */
export type MovableMap = {
  readonly zoom: (steps: number) => void;
  /** By a share of the width and height. */
  readonly pan: (x: number, y: number) => void;
  readonly showAll: () => void;
};

export function movesOf(
  map: LeafletMap,
  all: () => LatLngBounds,
): MovableMap & { readonly remove: () => void } {
  return {
    zoom: (steps) => {
      map.zoomIn(steps * 0.75);
    },
    pan: (x, y) => {
      const { x: width, y: height } = map.getSize();
      map.panBy([x * width, y * height]);
    },
    showAll: () => {
      fitTo(map, all());
    },
    remove: () => {
      map.remove();
    },
  };
}
