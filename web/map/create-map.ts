import 'leaflet/dist/leaflet.css';

import {
  latLngBounds,
  type LatLngBounds,
  type Layer,
  map,
  type Map as LeafletMap,
  svg,
  tileLayer,
} from 'leaflet';

/** Drawn lines are generalised: closer than this there is nothing more to see. */
const CLOSEST = 16;
const FURTHEST = 5;

const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A plain map. Its buttons are the page’s own, so nothing needs dragging, and the wheel scrolls the page. */
export function createMap(
  container: HTMLElement,
  canMove: boolean,
  /** A map that is one canvas is drawn anew at each zoom, and has nothing to stretch. */
  isAnimated = !isStill,
): LeafletMap {
  const made = map(container, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    doubleClickZoom: canMove,
    boxZoom: false,
    keyboard: canMove,
    // One finger scrolls the page past the map on a touch screen.
    dragging: canMove && window.matchMedia('(pointer: fine)').matches,
    touchZoom: canMove,
    zoomAnimation: isAnimated,
    fadeAnimation: isAnimated,
    zoomSnap: 0.25,
    zoomDelta: 0.75,
    minZoom: FURTHEST,
    maxZoom: CLOSEST,
    renderer: svg({ padding: 0.5 }),
  });
  void addTiles(made);
  return made;
}

/** Only where the people who run this server chose a source of tiles: its server learns what is looked at. */
async function addTiles(made: LeafletMap): Promise<void> {
  const settings: unknown = await fetch('/settings.json')
    .then((response) => response.json())
    .catch(() => null);
  const isGone = !made.getContainer().isConnected;
  if (isGone || typeof settings !== 'object' || settings === null || !('tileUrl' in settings))
    return;
  if (typeof settings.tileUrl === 'string') tileLayer(settings.tileUrl).addTo(made);
}

export function fitTo(made: LeafletMap, bounds: LatLngBounds, padding = 12): void {
  if (bounds.isValid()) made.fitBounds(bounds, { padding: [padding, padding], animate: false });
}

export function boundsOf(layers: readonly Layer[]): LatLngBounds {
  const whole = latLngBounds([]);
  for (const layer of layers)
    if ('getBounds' in layer) whole.extend((layer.getBounds as () => LatLngBounds)());
  return whole;
}
