import type { Map as LeafletMap } from 'leaflet';

import type { View } from './path.ts';

/** Leaflet draws the world 256 pixels wide at zoom 0. */
const WORLD = 256;

export function scaleAt(zoom: number): number {
  return WORLD * 2 ** zoom;
}

export function viewOf(map: LeafletMap): View {
  const { x: width, y: height } = map.getSize();
  const { x: left = 0, y: top = 0 } = map.getPixelBounds().min ?? {};
  return { scale: scaleAt(map.getZoom()), left, top, width, height };
}
