import {
  type LatLng,
  latLngBounds,
  type LatLngBounds,
  type LeafletMouseEvent,
  type Point,
} from 'leaflet';

import { canvasSurface } from './canvas-surface.ts';
import { addOverlay } from './overlay.ts';
import { createMap, fitTo } from './create-map.ts';
import { fromWorld, type Ground, onWorld, pieceAt } from './ground.ts';
import { createGrounds, type LoadDrawing } from './grounds.ts';
import {
  namesAt,
  type NamesAtScale,
  type OverlapPicture,
  pictureOf,
  type Scene,
} from './overlap-picture.ts';
import { type Marks, namesOn, paint, paintMarks, paintNames } from './paint-picture.ts';
import type { Box, View } from './path.ts';
import { addCrossHair } from './cross-hair.ts';
import { squareOf, type DrawingMetres, drawingFor, metresToPixel } from './scale.ts';
import { addTiles } from './tiles.ts';
import { scaleAt, viewOf } from './view-of.ts';
import { type MovableMap, movesOf } from './moves.ts';
import { addScaleBar } from './scale-bar.ts';
import { NAME_FONT } from './surface.ts';

export type Position = { readonly lat: number; readonly lon: number };

/** What is looked at, from where, so that it can be drawn elsewhere. */
export type Shot = {
  readonly picture: OverlapPicture;
  readonly marks: Marks;
  readonly view: View;
  /** Metres to a pixel in the middle of the view. */
  readonly metres: number;
};

export type OverlapMap = MovableMap & {
  readonly show: (scene: Scene) => void;
  readonly select: (key: string | null) => void;
  readonly pointAt: (key: string | null) => void;
  readonly markPlace: (position: Position | null) => void;
  /** Undefined until something is drawn. */
  readonly shot: () => Shot | undefined;
  readonly remove: () => void;
};

export type MapListener = {
  readonly choose: (key: string) => void;
  readonly pointAt: (key: string | null) => void;
  readonly drawn: () => void;
  /** No drawing came. */
  readonly lost: () => void;
};

const NO_MARKS: Marks = { selected: null, pointedAt: null, place: null };
/** A place is shown no closer than this. */
const PLACE_ZOOM = 11;

/** All of it is drawn on canvases: Leaflet moves them, and knows nothing of what is on them. */
export function createOverlapMap(
  container: HTMLElement,
  load: LoadDrawing,
  listener: MapListener,
): OverlapMap {
  const map = createMap(container, true, false);
  let scene: Scene | undefined;
  let marks = NO_MARKS;
  let drawn: Drawn | undefined;
  /** All of it, perhaps more coarsely than what is drawn around the middle of the view. */
  let whole: Drawn | undefined;
  let names: NamesAtScale | undefined;
  let isDragged = false;
  /** A page may still speak to a map that it has just taken away. */
  let isGone = false;
  let fitted: string | undefined;

  const tiles = addTiles(map, (context, view, sharpness) => {
    if (!drawn) return;
    const surface = canvasSurface(context, view, sharpness);
    paint(surface, view, drawn.picture);
    paintNames(surface, view, namesFor(drawn.picture, view.scale, context));
  });
  const overlay = addOverlay(map, (context, view, sharpness) => {
    if (!drawn) return;
    const surface = canvasSurface(context, view, sharpness);
    paintMarks(surface, view, drawn.picture, marks);
    const all = namesFor(drawn.picture, view.scale, context);
    paintNames(surface, view, namesOn(drawn.picture, marks, all));
  });
  const grounds = createGrounds(load, { came: prepare, lost: listener.lost });

  /** Takes the drawing that suits the zoom, or the nearest there is. */
  function prepare(): void {
    if (!scene || isGone) return;
    const metres = whole ? drawingFor(metresNow()) : firstDrawing(scene, map.getSize());
    grounds.want(metres);
    const ground = grounds.nearest(metres);
    if (!ground) return;
    whole = drawnOf(ground, scene, whole);
    if (fitted !== scene.extent) {
      fitted = scene.extent;
      fitTo(map, boundsOf(whole.picture.box));
    }
    const close = closeGround(metres);
    const next = close ? drawnOf(close, scene, drawn) : whole;
    if (next === drawn) return;
    drawn = next;
    names = undefined;
    container.dataset['drawn'] = String(whole.picture.overlaps.size);
    container.dataset['metres'] = String(drawn.ground.metres);
    tiles.redraw();
    listener.drawn();
    overlay.redraw();
  }
  function closeGround(metres: DrawingMetres): Ground | undefined {
    const bounds = map.getBounds();
    const square = squareOf({
      west: bounds.getWest(),
      south: bounds.getSouth(),
      east: bounds.getEast(),
      north: bounds.getNorth(),
    });
    return square && grounds.around(square, metres);
  }
  function namesFor(
    picture: OverlapPicture,
    scale: number,
    context: CanvasRenderingContext2D,
  ): NamesAtScale {
    if (names?.scale !== scale) names = namesAt(picture, scale, widthOn(context));
    return names;
  }
  function metresNow(): number {
    return metresToPixel(map.getCenter().lat, scaleAt(map.getZoom()));
  }
  function overlapAt(lon: number, lat: number): string | null {
    return (drawn && pieceAt(drawn.picture.overlaps, ...onWorld(lon, lat))) ?? null;
  }
  function mark(change: Partial<Marks>): void {
    marks = { ...marks, ...change };
    if (!isGone) overlay.redraw();
  }
  function chooseAt({ lat, lng }: LatLng): void {
    const key = overlapAt(lng, lat);
    if (key !== null) listener.choose(key);
  }

  map.setView([54, -2], 6, { animate: false });
  map.on('zoomend moveend', prepare);
  map.on('click', ({ latlng }: LeafletMouseEvent) => {
    chooseAt(latlng);
  });
  map.on('mousemove', ({ latlng }: LeafletMouseEvent) => {
    if (isDragged) return;
    listener.pointAt(overlapAt(latlng.lng, latlng.lat));
  });
  map.on('dragstart', () => {
    isDragged = true;
  });
  map.on('dragend', () => {
    isDragged = false;
  });
  map.on('mouseout', () => {
    listener.pointAt(null);
  });
  addScaleBar(map);
  addCrossHair(map, {
    pointAt: (centre) => {
      listener.pointAt(centre && overlapAt(centre.lng, centre.lat));
    },
    choose: chooseAt,
  });

  return {
    ...movesOf(map, () => boundsOf(whole?.picture.box ?? NOWHERE)),
    show: (next) => {
      scene = next;
      prepare();
    },
    select: (key) => {
      mark({ selected: key });
      const piece = key === null ? undefined : whole?.picture.overlaps.get(key);
      if (piece && !isGone) bringIntoView(boundsOf(piece.box));
    },
    pointAt: (key) => {
      if (key !== marks.pointedAt) mark({ pointedAt: key });
    },
    markPlace: (position) => {
      mark({ place: position && onWorld(position.lon, position.lat) });
      if (position && !isGone)
        map.setView([position.lat, position.lon], Math.max(map.getZoom(), PLACE_ZOOM), {
          animate: false,
        });
    },
    shot: () => drawn && { picture: drawn.picture, marks, view: viewOf(map), metres: metresNow() },
    remove: () => {
      isGone = true;
      map.remove();
    },
  };

  function bringIntoView(bounds: LatLngBounds): void {
    if (map.getBounds().contains(bounds)) return;
    if (map.getBoundsZoom(bounds) < map.getZoom()) fitTo(map, bounds, 24);
    else map.panTo(bounds.getCenter(), { animate: false });
  }
}

const NOWHERE: Box = [1, 1, 0, 0];

type Drawn = {
  readonly ground: Ground;
  readonly scene: Scene;
  readonly picture: OverlapPicture;
};

/** The same again where it is of the same. */
function drawnOf(ground: Ground, scene: Scene, before: Drawn | undefined): Drawn {
  return before?.ground === ground && before.scene === scene
    ? before
    : { ground, scene, picture: pictureOf(ground, scene) };
}

/** Of nothing: none, to which no map is fitted. */
function boundsOf([west, north, east, south]: Box): LatLngBounds {
  if (west > east) return latLngBounds([]);
  const [first, last] = [fromWorld(west, north), fromWorld(east, south)];
  return latLngBounds([first.lat, first.lon], [last.lat, last.lon]);
}

/** Before anything is drawn: as if its ground were a square that fills the map. */
function firstDrawing({ km2 }: Scene, { x, y }: Point): DrawingMetres {
  return drawingFor((Math.sqrt(km2) * 1000) / Math.max(1, Math.min(x, y)));
}

const widths = new Map<string, number>();

function widthOn(context: CanvasRenderingContext2D): (text: string) => number {
  return (text) => {
    context.font = NAME_FONT;
    const width = widths.get(text) ?? context.measureText(text).width;
    widths.set(text, width);
    return width;
  };
}
