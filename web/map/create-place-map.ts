import { circleMarker, latLngBounds } from 'leaflet';

import { boundaryLayer, pointAt } from './boundary-layer.ts';
import { boundsOf, createMap, fitTo } from './create-map.ts';
import { addNames, type NamedBoundary } from './names.ts';
import { districtStyle, placeStyle } from './styles.ts';

export type PlaceDrawing = {
  readonly position: { readonly lat: number; readonly lon: number };
  readonly districts: readonly NamedBoundary[];
};

/** A still picture: the districts a place lies in, and the place. */
export function createPlaceMap(
  container: HTMLElement,
  drawing: PlaceDrawing,
): { readonly remove: () => void } {
  const map = createMap(container, false);
  const place = pointAt(drawing.position);
  const districts = drawing.districts.map(({ boundary }) => boundaryLayer(boundary, districtStyle));
  const bounds = districts.length > 0 ? boundsOf(districts) : latLngBounds([place, place]);
  fitTo(map, bounds.extend(place));
  for (const district of districts) district.addTo(map);
  addNames(map, drawing.districts);
  circleMarker(place, placeStyle).addTo(map);
  return {
    remove: () => {
      map.remove();
    },
  };
}
