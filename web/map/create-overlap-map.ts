import { type GeoJSON, layerGroup } from 'leaflet';

import { type Boundary, boundaryLayer } from './boundary-layer.ts';
import { boundsOf, createMap, fitTo } from './create-map.ts';
import { addHatching } from './hatching.ts';
import { addNames } from './names.ts';
import {
  leftStyle,
  overlapStyle,
  rightCasing,
  rightStyle,
  selectedCasing,
  selectedStyle,
} from './styles.ts';

export type DrawnArea = { readonly name: string; readonly boundary: Boundary };
export type DrawnOverlap = {
  readonly key: string;
  readonly shareOfLeft: number;
  readonly boundary: Boundary;
};
export type OverlapDrawing = {
  readonly lefts: readonly DrawnArea[];
  readonly rights: readonly DrawnArea[];
  readonly overlaps: readonly DrawnOverlap[];
};

export type OverlapMap = {
  readonly select: (key: string | null) => void;
  readonly zoom: (steps: number) => void;
  /** By a share of the width and height. */
  readonly pan: (x: number, y: number) => void;
  readonly showAll: () => void;
  readonly remove: () => void;
};

/** With more areas their names would cover the map. */
const MOST_NAMES = 30;

/** Fills below, the right set’s casing, the left set’s line, the right set’s dashes above: where lines agree, both show. */
export function createOverlapMap(
  container: HTMLElement,
  drawing: OverlapDrawing,
  choose: (key: string) => void,
): OverlapMap {
  const map = createMap(container, true);
  const lefts = drawing.lefts.map(({ boundary }) => boundaryLayer(boundary, leftStyle));
  const bounds = boundsOf(lefts);
  fitTo(map, bounds);
  const overlaps = new Map(
    drawing.overlaps.map(({ key, shareOfLeft, boundary }) => {
      const layer = boundaryLayer(boundary, overlapStyle(shareOfLeft));
      layer.on('click', () => {
        choose(key);
      });
      return [key, { layer, boundary }] as const;
    }),
  );
  for (const { layer } of overlaps.values()) layer.addTo(map);
  const rights = drawing.rights.map(({ boundary }) => boundary);
  for (const each of rights) boundaryLayer(each, rightCasing).addTo(map);
  for (const each of lefts) each.addTo(map);
  for (const each of rights) boundaryLayer(each, rightStyle).addTo(map);
  const selected = layerGroup().addTo(map);
  if (drawing.lefts.length <= MOST_NAMES) addNames(map, drawing.lefts);
  const drawn = map.getPanes().overlayPane.querySelector('svg');
  if (drawn) addHatching(drawn);

  return {
    select: (key) => {
      selected.clearLayers();
      const found = key === null ? undefined : overlaps.get(key);
      if (!found) return;
      const outline: GeoJSON = boundaryLayer(found.boundary, selectedStyle);
      boundaryLayer(found.boundary, selectedCasing).addTo(selected);
      outline.addTo(selected);
      if (!map.getBounds().contains(outline.getBounds())) map.panInsideBounds(bounds);
    },
    zoom: (steps) => {
      map.zoomIn(steps * 0.75);
    },
    pan: (x, y) => {
      const { x: width, y: height } = map.getSize();
      map.panBy([x * width, y * height]);
    },
    showAll: () => {
      fitTo(map, bounds);
    },
    remove: () => {
      map.remove();
    },
  };
}
