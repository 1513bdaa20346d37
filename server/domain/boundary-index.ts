import Flatbush from 'flatbush';

import type { Area } from './area.ts';
import { type Boundary, boundaryOf, covers } from './boundary.ts';
import { FAR_METRES } from './place.ts';
import { type Box, type LonLat, metresPerDegree } from './position.ts';
import { boxOf, edgesOf, ringsOf, type Shape } from './shape.ts';
import { NONE, SEVERAL, squaresOf } from './squares.ts';

/** One boundary set, ready to be asked about points: boxes first, exact shapes second. */
export type BoundaryIndex = {
  /** The area that covers a point; the first loaded where areas of one set overlap. */
  readonly areaAt: (point: LonLat) => Area | undefined;
  /**
   * Metres to the nearest outline of an area other than this one, so never to a coast; undefined beyond
   * `FAR_METRES`.
   */
  readonly metresToOther: (point: LonLat, area: Area | undefined) => number | undefined;
};

export type AreaShape = { readonly area: Area; readonly shape: Shape };

export function indexBoundaries(areas: readonly AreaShape[]): BoundaryIndex {
  const edges = edgesByArea(areas);
  const edgeBoxes = boxesOf(edges);
  const boundaries = areas.map(({ shape }): Boundary => boundaryOf(shape));
  const areaBoxes = new Flatbush(Math.max(1, areas.length));
  for (const { shape } of areas) areaBoxes.add(...boxOf(shape));
  if (areas.length === 0) areaBoxes.add(0, 0, 0, 0);
  areaBoxes.finish();

  const placeOfArea = (point: LonLat): number => {
    const [lon, lat] = point;
    const found = areaBoxes
      .search(lon, lat, lon, lat)
      .filter((at) => boundaries[at] && covers(boundaries[at], point));
    return found.length > 0 ? Math.min(...found) : NONE;
  };
  const ownerIn = (box: Box): number => {
    const owners = edgeBoxes.search(...box).map((at) => edges.owners[at] ?? NONE);
    const [first = NONE] = owners;
    return owners.every((owner) => owner === first) ? first : SEVERAL;
  };
  const squareAt = squaresOf(boxOfAll(areas), (square, withReach, point) => ({
    cover: ownerIn(square) === NONE ? placeOfArea(point) : SEVERAL,
    near: ownerIn(withReach),
  }));
  /** All lines near are its own: none is another's. */
  const isAlone = (point: LonLat, area: Area | undefined): boolean => {
    const near = squareAt(point)?.near ?? SEVERAL;
    return near === NONE || (near !== SEVERAL && areas[near]?.area === area);
  };

  return {
    areaAt: (point) => {
      const cover = squareAt(point)?.cover ?? SEVERAL;
      return areas[cover === SEVERAL ? placeOfArea(point) : cover]?.area;
    },
    metresToOther: (point, area) => {
      if (isAlone(point, area)) return undefined;
      const [lon, lat] = point;
      const [east, north] = metresPerDegree(lat);
      let nearest = FAR_METRES;
      const reachLon = FAR_METRES / east;
      const reachLat = FAR_METRES / north;
      for (const at of edgeBoxes.search(
        lon - reachLon,
        lat - reachLat,
        lon + reachLon,
        lat + reachLat,
      )) {
        if (areas[edges.owners[at] ?? -1]?.area === area) continue;
        nearest = Math.min(nearest, metresToEdge(edges.ends, at * 4, { lon, lat, east, north }));
      }
      return nearest < FAR_METRES ? nearest : undefined;
    },
  };
}

function boxOfAll(areas: readonly AreaShape[]): Box {
  const boxes = areas.map(({ shape }) => boxOf(shape));
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

function edgeCount(shape: Shape): number {
  return ringsOf(shape).reduce((sum, { length }) => sum + Math.max(0, length - 1), 0);
}

type Edges = { readonly ends: Float64Array; readonly owners: Uint32Array };

function edgesByArea(areas: readonly AreaShape[]): Edges {
  const counts = areas.map(({ shape }) => edgeCount(shape));
  const count = counts.reduce((sum, each) => sum + each, 0);
  const [ends, owners] = [new Float64Array(4 * count), new Uint32Array(count)];
  let edge = 0;
  areas.forEach(({ shape }, owner) => {
    for (const ring of ringsOf(shape)) {
      for (const [[lon1 = 0, lat1 = 0], [lon2 = 0, lat2 = 0]] of edgesOf(ring)) {
        ends.set([lon1, lat1, lon2, lat2], 4 * edge);
        owners[edge++] = owner;
      }
    }
  });
  return { ends, owners };
}

function boxesOf({ ends, owners }: Edges): Flatbush {
  const boxes = new Flatbush(Math.max(1, owners.length));
  for (let at = 0; at < ends.length; at += 4) {
    const [lon1 = 0, lat1 = 0, lon2 = 0, lat2 = 0] = ends.subarray(at, at + 4);
    boxes.add(
      Math.min(lon1, lon2),
      Math.min(lat1, lat2),
      Math.max(lon1, lon2),
      Math.max(lat1, lat2),
    );
  }
  if (owners.length === 0) boxes.add(0, 0, 0, 0);
  boxes.finish();
  return boxes;
}

type Eye = {
  readonly lon: number;
  readonly lat: number;
  readonly east: number;
  readonly north: number;
};

/** On a plane that touches the Earth at the point: exact enough over half a kilometre. */
function metresToEdge(ends: Float64Array, at: number, { lon, lat, east, north }: Eye): number {
  const x1 = ((ends[at] ?? 0) - lon) * east;
  const y1 = ((ends[at + 1] ?? 0) - lat) * north;
  const dx = ((ends[at + 2] ?? 0) - lon) * east - x1;
  const dy = ((ends[at + 3] ?? 0) - lat) * north - y1;
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length)) : 0;
  return Math.hypot(x1 + along * dx, y1 + along * dy);
}
