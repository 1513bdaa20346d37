import { type LonLat, metresPerDegree } from '../../server/domain/position.ts';
import { InputFault } from '../input-fault.ts';
import { fromBritishGrid } from '../national-grid.ts';
import type { CsvRow } from './csv-row.ts';
import type { DirectoryColumns } from './directory-columns.ts';
import { column, degrees, metres } from './directory-fields.ts';
import { positionFault } from './shape.ts';

/** What else tells whether a row has a position. */
export type PositionFacts = {
  /** In Northern Ireland, whose metres are of the Irish Grid. */
  readonly isIrish: boolean;
  /** As ONS counts: 9 is none. */
  readonly quality: number;
};

export const NO_POSITION = 9;

/** Latitude and longitude of one directory, and its grid, were two places further apart than this. */
const MOST_APART_METRES = 100;

/** WGS84 from latitude and longitude, or else from the British grid; undefined where a row has neither. */
export function positionReader(
  columns: DirectoryColumns,
): (row: CsvRow, facts: PositionFacts) => readonly [lon: number, lat: number] | undefined {
  const [readLon, readLat] = [columns.lon, columns.lat].map((at) =>
    column(at, degrees, 'degrees'),
  ) as [Degrees, Degrees];
  const [readEast, readNorth] = [columns.east, columns.north].map((at) =>
    column(at, metres, 'metres of a national grid'),
  ) as [Degrees, Degrees];
  const fromGrid = fromBritishGrid();
  return (row, { isIrish, quality }) => {
    const [lon, lat] = [readLon(row), readLat(row)];
    const [east, north] = [readEast(row), readNorth(row)];
    if (quality === NO_POSITION) return undefined;
    const gridded = isIrish || east + north === 0 ? undefined : fromGrid(east, north);
    if (Number.isNaN(lon + lat) || lat > NOWHERE) return gridded && rounded(gridded);
    checkPosition(row, lon, lat);
    if (gridded) checkTogether(row, [lon, lat], gridded);
    return [lon, lat];
  };
}
type Degrees = (row: CsvRow) => number;

/** The latitude ONS writes for a postcode without a grid reference is 99.999999. */
const NOWHERE = 99.99;

function checkPosition(row: CsvRow, lon: number, lat: number): void {
  const fault = positionFault(lon, lat);
  if (fault !== undefined) throw new InputFault(`${row.where}: wanted ${fault}`);
}

function checkTogether(row: CsvRow, [lon, lat]: readonly [number, number], gridded: LonLat): void {
  const [east, north] = metresPerDegree(lat);
  const apart = Math.hypot((gridded[0] - lon) * east, (gridded[1] - lat) * north);
  if (apart <= MOST_APART_METRES) return;
  throw new InputFault(
    `${row.where}: wanted latitude and longitude at its grid reference, found them ${Math.round(apart)} metres away`,
  );
}

/** To a tenth of a metre, as ONS writes degrees. */
export function rounded([lon, lat]: LonLat): readonly [number, number] {
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}
