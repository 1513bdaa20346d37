import { DomUtil, type Map as LeafletMap, point } from 'leaflet';

import { type Draw, drawOn } from './canvas.ts';
import { viewOf } from './view-of.ts';

/** Pixels: small, so that no one tile keeps a frame waiting. */
const SIDE = 128;
/** Drawn beyond what is seen, tiles: what a quick hand may pull into view. */
const BEYOND = 2;
/** Of a frame, given to drawing tiles, milliseconds. One is drawn however long it takes. */
const MS_IN_FRAME = 6;

type Tile = {
  readonly canvas: HTMLCanvasElement;
  readonly x: number;
  readonly y: number;
  isStale: boolean;
};

/** The ground in tiles, each drawn once for a zoom and then only moved. */
export function addTiles(map: LeafletMap, draw: Draw): { readonly redraw: () => void } {
  const pane = map.createPane('ground');
  pane.style.zIndex = '350';
  const tiles = new Map<string, Tile>();
  let scale = 0;
  let waiting = 0;

  const drawSome = (): void => {
    waiting = 0;
    const until = performance.now() + MS_IN_FRAME;
    for (const tile of nearestFirst(tiles.values(), map)) {
      drawOn(tile.canvas, viewOfTile(tile, scale), draw);
      tile.isStale = false;
      if (performance.now() > until) break;
    }
    if ([...tiles.values()].some(({ isStale }) => isStale)) wait();
  };
  const wait = (): void => {
    if (waiting === 0) waiting = requestAnimationFrame(drawSome);
  };
  const cover = (): void => {
    const view = viewOf(map);
    if (view.scale !== scale) tiles.clear();
    if (view.scale !== scale) pane.replaceChildren();
    scale = view.scale;
    const wanted = spotsIn(view);
    for (const [key, { canvas }] of tiles)
      if (!wanted.has(key)) {
        canvas.remove();
        tiles.delete(key);
      }
    for (const [key, [x, y]] of wanted) if (!tiles.has(key)) tiles.set(key, addTile(x, y));
    wait();
  };
  const addTile = (x: number, y: number): Tile => {
    const canvas = document.createElement('canvas');
    DomUtil.setPosition(canvas, point(x * SIDE, y * SIDE).subtract(map.getPixelOrigin()));
    pane.append(canvas);
    return { canvas, x, y, isStale: true };
  };
  /** The spot from which Leaflet counts has moved, and all tiles with it. */
  const place = (): void => {
    for (const { canvas, x, y } of tiles.values())
      DomUtil.setPosition(canvas, point(x * SIDE, y * SIDE).subtract(map.getPixelOrigin()));
    cover();
  };
  map.on('viewreset', place);
  map.on('move zoom resize moveend', cover);
  map.on('unload', () => {
    cancelAnimationFrame(waiting);
  });
  return {
    redraw: () => {
      for (const tile of tiles.values()) tile.isStale = true;
      wait();
    },
  };
}

type Seen = ReturnType<typeof viewOf>;

function spotsIn({ left, top, width, height }: Seen): Map<string, readonly [number, number]> {
  const spots = new Map<string, readonly [number, number]>();
  const first = (pixels: number): number => Math.floor(pixels / SIDE) - BEYOND;
  for (let x = first(left); x <= first(left + width) + 2 * BEYOND; x++)
    for (let y = first(top); y <= first(top + height) + 2 * BEYOND; y++)
      spots.set(`${x} ${y}`, [x, y]);
  return spots;
}

function viewOfTile({ x, y }: Tile, scale: number): Seen {
  return { scale, left: x * SIDE, top: y * SIDE, width: SIDE, height: SIDE };
}

/** Of those to be drawn: what is in the middle of the view is looked at first. */
function nearestFirst(tiles: Iterable<Tile>, map: LeafletMap): Tile[] {
  const { left, top, width, height } = viewOf(map);
  const [x, y] = [(left + width / 2) / SIDE - 0.5, (top + height / 2) / SIDE - 0.5];
  const distance = (tile: Tile): number => Math.hypot(tile.x - x, tile.y - y);
  return [...tiles].filter(({ isStale }) => isStale).sort((a, b) => distance(a) - distance(b));
}
