import { metresPerDegree } from '../../server/domain/position.ts';
import type { Shape } from '../../server/domain/shape.ts';
import { packed, type PackedShape } from './packed-shape.ts';

const RADIANS = Math.PI / 180;
/** WGS84: semi-major axis in kilometres, and first eccentricity squared. */
const SEMI_MAJOR_KM = 6378.137;
const ECCENTRICITY_SQUARED = 0.006694379990141316;

/**
 * Square kilometres on the WGS84 ellipsoid, edges straight in longitude and latitude. Adding a point on an
 * edge changes nothing, so the parts of a cut shape add up to the whole (Snyder 1987, equation 3-12).
 */
export function areaKm2(shape: Shape): number {
  return packedKm2(packed(shape));
}

export function packedKm2(shape: PackedShape): number {
  let [ring, at, total] = [0, 0, 0];
  for (const rings of shape.polygons)
    for (let nth = 0; nth < rings; nth++) {
      const end = at + 2 * (shape.rings[ring++] ?? 0);
      const area = Math.abs(ringKm2(shape.numbers, at, end));
      total += nth === 0 ? area : -area;
      at = end;
    }
  return total;
}

/** Two-point Gauss quadrature along each edge: error far under rounding for edges of a few kilometres. */
const GAUSS = 0.5 / Math.sqrt(3);

function ringKm2(numbers: Float64Array, from: number, end: number): number {
  let [sum, lon1, lat1] = [0, numbers[from] ?? 0, numbers[from + 1] ?? 0];
  for (let at = from + 2; at < end; at += 2) {
    const [lon2, lat2] = [numbers[at] ?? 0, numbers[at + 1] ?? 0];
    const middle = (lat1 + lat2) / 2;
    const step = (lat2 - lat1) * GAUSS;
    sum += (lon2 - lon1) * (authalic(middle - step) + authalic(middle + step));
    lon1 = lon2;
    lat1 = lat2;
  }
  return (sum * RADIANS * SEMI_MAJOR_KM ** 2) / 4;
}

/** Of the series of `authalic`, in powers of e² sin²: the first left out is under 1e-15 of the whole. */
const TERMS = [0, 1, 2, 3, 4, 5, 6].map((power) => (2 * power + 2) / (2 * power + 1)).toReversed();

/**
 * Snyder's q: twice the area between the equator and a latitude, per radian and squared semi-major axis. His
 * fraction and logarithm, each as its series: the same, without the logarithm.
 */
function authalic(lat: number): number {
  const sine = Math.sin(lat * RADIANS);
  const x = ECCENTRICITY_SQUARED * sine * sine;
  let series = 0;
  for (const term of TERMS) series = series * x + term;
  return (1 - ECCENTRICITY_SQUARED) * sine * series;
}

/** Metres round all rings, holes too. */
export function outlineMetres({ numbers, rings }: PackedShape): number {
  let [at, metres] = [0, 0];
  for (const length of rings) {
    const end = at + 2 * length;
    let [lon1, lat1] = [numbers[at] ?? 0, numbers[at + 1] ?? 0];
    for (at += 2; at < end; at += 2) {
      const [lon2, lat2] = [numbers[at] ?? 0, numbers[at + 1] ?? 0];
      const [east, north] = metresPerDegree((lat1 + lat2) / 2);
      metres += Math.sqrt(((lon2 - lon1) * east) ** 2 + ((lat2 - lat1) * north) ** 2);
      lon1 = lon2;
      lat1 = lat2;
    }
  }
  return metres;
}

/** Mean width in metres of so much ground: of a long strip its breadth, of a square half its side. */
export function meanWidthMetres(shape: PackedShape, km2: number): number {
  const outline = outlineMetres(shape);
  return outline > 0 ? (2e6 * km2) / outline : 0;
}
