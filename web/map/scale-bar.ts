import type { Map as LeafletMap } from 'leaflet';

import { scaleAt } from './view-of.ts';
import { metresToPixel, scaleLengths } from './scale.ts';

/** Of the width of the map, at most. */
const SHARE = 0.3;
const LONGEST = 140;

/** How long a kilometre and a mile are, in a corner of the map. */
export function addScaleBar(map: LeafletMap): void {
  const box = document.createElement('div');
  box.className = 'map-scale';
  const bars = [document.createElement('span'), document.createElement('span')];
  box.append(...bars);
  map.getContainer().append(box);
  const update = (): void => {
    const most = Math.min(LONGEST, map.getSize().x * SHARE);
    const metres = metresToPixel(map.getCenter().lat, scaleAt(map.getZoom()));
    scaleLengths(metres, most).forEach(({ label, pixels }, at) => {
      const bar = bars[at];
      if (!bar) return;
      bar.textContent = label;
      bar.style.width = `${pixels.toFixed(1)}px`;
    });
  };
  map.on('moveend resize', update);
  map.whenReady(update);
}
