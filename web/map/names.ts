import { type Map as LeafletMap, tooltip } from 'leaflet';

import { type Boundary, boundaryLayer, labelPoint } from './boundary-layer.ts';

/** Kept clear beside a name, pixels. */
const GAP = 6;

export type NamedBoundary = { readonly name: string; readonly boundary: Boundary };

/** With more areas their names would cover a map of lines and pieces. */
export const MOST_NAMES = 30;

/** Writes each area’s name in its middle. Where two would run into each other only the larger area’s shows. */
export function addNames(
  map: LeafletMap,
  areas: readonly NamedBoundary[],
  pane = 'tooltipPane',
): void {
  const names = areas
    .toSorted((a, b) => extent(b) - extent(a))
    .map((area) => nameOn(map, area, pane));
  const tidy = (): void => {
    const taken: DOMRect[] = [];
    for (const name of names) {
      const box = name.getBoundingClientRect();
      const isFree = !taken.some((other) => meets(box, other));
      name.classList.toggle('hidden-name', !isFree);
      if (isFree) taken.push(box);
    }
  };
  tidy();
  map.on('zoomend', tidy);
}

function nameOn(map: LeafletMap, { name, boundary }: NamedBoundary, pane: string): HTMLElement {
  // An element, since Leaflet reads a string as HTML.
  const text = document.createElement('span');
  text.textContent = name;
  const written = tooltip({
    permanent: true,
    direction: 'center',
    className: 'area-name',
    opacity: 1,
    pane,
  })
    .setLatLng(labelPoint(boundary))
    .setContent(text)
    .addTo(map);
  // Part of the picture; the table has the names for those who hear them.
  written.getElement()?.removeAttribute('role');
  written.getElement()?.setAttribute('aria-hidden', 'true');
  return text;
}

/** Square degrees of its box: enough to tell large from small. */
function extent({ boundary }: NamedBoundary): number {
  const box = boundaryLayer(boundary, {}).getBounds();
  return (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth());
}

function meets(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;
}
