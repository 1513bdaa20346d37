import { type GeoJSON, layerGroup, type Map as LeafletMap, type PathOptions } from 'leaflet';

import { type Boundary, boundaryLayer } from './boundary-layer.ts';
import { boundsOf, createMap, fitTo } from './create-map.ts';
import { addHatching } from './hatching.ts';
import { LOOKS } from './looks.ts';
import { type MovableMap, movesOf } from './moves.ts';
import { addNames, MOST_NAMES, type NamedBoundary } from './names.ts';
import { leftStyle, rightCasing, rightStyle, selectedCasing, selectedStyle } from './styles.ts';

export type DrawnPiece = { readonly key: string; readonly boundary: Boundary };
export type PieceDrawing = {
  /** The first at the bottom. */
  readonly pieces: readonly DrawnPiece[];
  /** Named, with a solid line. */
  readonly lefts: readonly NamedBoundary[];
  /** Dashed. */
  readonly rights: readonly NamedBoundary[];
};

export type PieceMap = MovableMap & {
  readonly paint: (styleOf: (key: string) => PathOptions) => void;
  readonly select: (keys: readonly string[]) => void;
  readonly remove: () => void;
};

/** Pieces whose look may change, under the lines of one set or two. */
export function createPieceMap(
  container: HTMLElement,
  { pieces, lefts, rights }: PieceDrawing,
  choose: (key: string) => void,
): PieceMap {
  const map = createMap(container, true);
  const layers = new Map(
    pieces.map(({ key, boundary }) => {
      const layer = boundaryLayer(boundary, { stroke: false, fillOpacity: 0 });
      layer.on('click', () => {
        choose(key);
      });
      return [key, { layer, boundary }] as const;
    }),
  );
  const bounds = boundsOf([
    ...[...layers.values()].map(({ layer }) => layer),
    ...lefts.map(({ boundary }) => boundaryLayer(boundary, leftStyle)),
  ]);
  fitTo(map, bounds);
  for (const { layer } of layers.values()) layer.addTo(map);
  drawLines(map, lefts, rights);
  if (lefts.length <= MOST_NAMES) addNames(map, lefts);
  const drawn = map.getPanes().overlayPane.querySelector('svg');
  if (drawn) addHatching(drawn, LOOKS);
  for (const [pane, zIndex] of [['outlines', 410] as const, ['selected', 420] as const])
    map.createPane(pane).style.zIndex = String(zIndex);
  const outlines = layerGroup().addTo(map);
  const selected = layerGroup().addTo(map);

  return {
    ...movesOf(map, () => bounds),
    paint: (styleOf) => {
      outlines.clearLayers();
      for (const [key, { layer, boundary }] of layers) {
        const { stroke = true, ...style } = styleOf(key);
        layer.setStyle({ ...style, stroke: false });
        // Above the lines of the sets, which would cover it.
        const onTop = { ...style, fill: false, interactive: false, pane: 'outlines' };
        if (stroke) boundaryLayer(boundary, onTop).addTo(outlines);
      }
    },
    select: (keys) => {
      selected.clearLayers();
      const found = keys.flatMap((key) => layers.get(key) ?? []);
      for (const { boundary } of found)
        boundaryLayer(boundary, { ...selectedCasing, pane: 'selected' }).addTo(selected);
      const outlines: GeoJSON[] = found.map(({ boundary }) =>
        boundaryLayer(boundary, { ...selectedStyle, pane: 'selected' }).addTo(selected),
      );
      const isSeen = outlines.every((each) => map.getBounds().contains(each.getBounds()));
      if (!isSeen) map.panInsideBounds(bounds);
    },
  };
}

/** Where lines of both agree, both show. */
function drawLines(
  map: LeafletMap,
  lefts: readonly NamedBoundary[],
  rights: readonly NamedBoundary[],
): void {
  for (const { boundary } of rights) boundaryLayer(boundary, rightCasing).addTo(map);
  for (const { boundary } of lefts) boundaryLayer(boundary, leftStyle).addTo(map);
  for (const { boundary } of rights) boundaryLayer(boundary, rightStyle).addTo(map);
}
