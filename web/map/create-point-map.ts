import { circleMarker, type CircleMarker, type LatLng, type LeafletMouseEvent } from 'leaflet';

import { boundaryLayer, pointAt } from './boundary-layer.ts';
import { boundsOf, createMap, fitTo } from './create-map.ts';
import { addNames, type NamedBoundary } from './names.ts';
import { districtStyle, placeStyle } from './styles.ts';

export type Point = { readonly lat: number; readonly lon: number };

export type PointMap = {
  /** Puts the mark there, or takes it away. */
  readonly mark: (point: Point | undefined) => void;
  /** Moves the mark by pixels, from the middle of the map when there is none. */
  readonly move: (x: number, y: number) => void;
  readonly zoom: (steps: number) => void;
  readonly remove: () => void;
};

/** A map to choose a point on, by a press on it or by moving the mark. */
export function createPointMap(
  container: HTMLElement,
  areas: readonly NamedBoundary[],
  choose: (point: Point) => void,
): PointMap {
  // Arrow keys move the mark, not the map.
  const map = createMap(container, true);
  map.keyboard.disable();
  const layers = areas.map(({ boundary }) => boundaryLayer(boundary, districtStyle));
  fitTo(map, boundsOf(layers));
  for (const layer of layers) layer.addTo(map);
  addNames(map, areas);
  let marker: CircleMarker | undefined;
  const chooseAt = ({ lat, lng }: LatLng): void => {
    choose({ lat, lon: lng });
  };
  map.on('click', ({ latlng }: LeafletMouseEvent) => {
    chooseAt(latlng);
  });
  return {
    mark: (point) => {
      marker?.remove();
      marker = point && circleMarker(pointAt(point), placeStyle).addTo(map);
      if (marker && !map.getBounds().pad(-0.1).contains(marker.getLatLng()))
        map.panTo(marker.getLatLng(), { animate: false });
    },
    move: (x, y) => {
      const from = map.latLngToContainerPoint(marker?.getLatLng() ?? map.getCenter());
      chooseAt(map.containerPointToLatLng(from.add([x, y])));
    },
    zoom: (steps) => {
      const middle = marker?.getLatLng() ?? map.getCenter();
      map.setView(middle, map.getZoom() + steps, { animate: false });
    },
    remove: () => {
      map.remove();
    },
  };
}
