import { layerGroup, type Map as LeafletMap } from 'leaflet';

import type { Fate } from '../api/generated/graphql.ts';
import { type Boundary, boundaryLayer } from './boundary-layer.ts';
import { boundsOf, createMap, fitTo } from './create-map.ts';
import { addHatching } from './hatching.ts';
import { type MovableMap, movesOf } from './moves.ts';
import { addNames, MOST_NAMES, type NamedBoundary } from './names.ts';
import {
  fateStyle,
  leftStyle,
  noAreaStyle,
  rightCasing,
  rightStyle,
  selectedCasing,
  selectedStyle,
} from './styles.ts';

export type DrawnPiece = {
  readonly key: string;
  readonly fate: Fate;
  readonly boundary: Boundary;
};
export type ChangeDrawing = {
  readonly olds: readonly NamedBoundary[];
  readonly laters: readonly NamedBoundary[];
  readonly pieces: readonly DrawnPiece[];
};

export type ChangeMap = MovableMap & {
  readonly select: (key: string | null) => void;
  /** From 0, the lines before alone, to 1, those after alone. */
  readonly fade: (towardsAfter: number) => void;
  readonly showChanges: (isShown: boolean) => void;
  readonly remove: () => void;
};

/** What changed below, the lines before and after above it in layers of their own, which fade into each other. */
export function createChangeMap(
  container: HTMLElement,
  { olds, laters, pieces }: ChangeDrawing,
  choose: (key: string) => void,
): ChangeMap {
  const map = createMap(container, true);
  const panes = {
    changes: addPane(map, 'changes', 400),
    // Under the lines before: where the two agree, both show.
    casing: addPane(map, 'casing', 405),
    before: addPane(map, 'before', 410),
    after: addPane(map, 'after', 420),
    selected: addPane(map, 'selected', 430),
    namesBefore: addPane(map, 'names-before', 640),
    namesAfter: addPane(map, 'names-after', 641),
  };
  const ground = olds.map(({ boundary }) =>
    boundaryLayer(boundary, { ...noAreaStyle, pane: 'changes' }),
  );
  const bounds = boundsOf(ground);
  fitTo(map, bounds);
  for (const each of ground) each.addTo(map);
  const shapes = new Map(pieces.map(({ key, boundary }) => [key, boundary]));
  for (const { key, fate, boundary } of pieces)
    boundaryLayer(boundary, { ...fateStyle(fate), pane: 'changes' })
      .on('click', () => {
        choose(key);
      })
      .addTo(map);
  for (const { boundary } of olds)
    boundaryLayer(boundary, { ...leftStyle, pane: 'before' }).addTo(map);
  for (const { boundary } of laters) {
    boundaryLayer(boundary, { ...rightCasing, pane: 'casing' }).addTo(map);
    boundaryLayer(boundary, { ...rightStyle, pane: 'after' }).addTo(map);
  }
  if (olds.length <= MOST_NAMES) addNames(map, olds, 'names-before');
  if (laters.length <= MOST_NAMES) addNames(map, laters, 'names-after');
  const drawn = panes.changes.querySelector('svg');
  if (drawn) addHatching(drawn);
  const selected = layerGroup().addTo(map);

  return {
    ...movesOf(map, () => bounds),
    select: (key) => {
      selected.clearLayers();
      const shape = key === null ? undefined : shapes.get(key);
      if (!shape) return;
      for (const style of [selectedCasing, selectedStyle])
        boundaryLayer(shape, { ...style, pane: 'selected' }).addTo(selected);
    },
    fade: (towardsAfter) => {
      // In the middle both are whole; towards either end the other one fades.
      panes.before.style.opacity = String(Math.min(1, 2 - 2 * towardsAfter));
      for (const pane of [panes.casing, panes.after])
        pane.style.opacity = String(Math.min(1, 2 * towardsAfter));
      panes.namesBefore.style.display = towardsAfter < 0.5 ? '' : 'none';
      panes.namesAfter.style.display = towardsAfter < 0.5 ? 'none' : '';
    },
    showChanges: (isShown) => {
      panes.changes.style.opacity = isShown ? '1' : '0';
    },
  };
}

function addPane(map: LeafletMap, name: string, zIndex: number): HTMLElement {
  const pane = map.createPane(name);
  pane.style.zIndex = String(zIndex);
  return pane;
}
