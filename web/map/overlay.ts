import { DomUtil, type Map as LeafletMap } from 'leaflet';

import { type Draw, drawOn } from './canvas.ts';
import { viewOf } from './view-of.ts';

/** Of its width and height, drawn beyond what is seen on each side: what a hand may pull into view. */
const BEYOND = 0.5;

/** One canvas over what is seen, for the little that changes often. It moves with the map, and is drawn anew where the map comes to rest. */
export function addOverlay(map: LeafletMap, draw: Draw): { readonly redraw: () => void } {
  const pane = map.createPane('marks');
  pane.style.zIndex = '450';
  pane.style.pointerEvents = 'none';
  const canvas = document.createElement('canvas');
  pane.append(canvas);
  let waiting = 0;
  const drawNow = (): void => {
    waiting = 0;
    const { scale, left, top, width, height } = viewOf(map);
    const [x, y] = [Math.round(width * BEYOND), Math.round(height * BEYOND)];
    const view = {
      scale,
      left: left - x,
      top: top - y,
      width: width + 2 * x,
      height: height + 2 * y,
    };
    DomUtil.setPosition(canvas, map.containerPointToLayerPoint([-x, -y]));
    drawOn(canvas, view, draw);
  };
  const redraw = (): void => {
    if (waiting === 0) waiting = requestAnimationFrame(drawNow);
  };
  map.on('zoom viewreset resize moveend', redraw);
  map.on('unload', () => {
    cancelAnimationFrame(waiting);
  });
  return { redraw };
}
