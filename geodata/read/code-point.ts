import { fromBritishGrid } from '../national-grid.ts';
import { column, countyCode, districtCode, metres, type ReadField } from './directory-fields.ts';
import { NO_POSITION, rounded } from './directory-position.ts';
import type { PostcodeRow, PostcodeRows } from './postcode-list.ts';
import { isElsewhere, readHome } from './postcode-text.ts';
import type { Layout } from './table.ts';

/**
 * Code-Point Open of Ordnance Survey: no header, metres of the British National Grid, no ended postcodes,
 * Great Britain only. What it calls the quality is ten times what ONS does.
 */
const [POSTCODE, QUALITY, EAST, NORTH, COUNTY, DISTRICT] = [0, 1, 2, 3, 7, 8];
const COLUMNS = 10;

/** Adds its rows; what it says of areas only where it is known of what day, since the file does not tell. */
export function codePointRows(
  rows: PostcodeRows,
  { areas, dated }: { readonly areas: ReadonlySet<string> | undefined; readonly dated: boolean },
): Layout {
  const readQuality = column(QUALITY, tenfoldQuality, 'a quality of 10 to 60 or 90');
  const readPosition = positionReader();
  const readSaid = dated ? saidReader() : (): undefined => undefined;
  return {
    header: false,
    columns: COLUMNS,
    use: (row) => {
      const text = row.ascii(POSTCODE).trim();
      if (isElsewhere(text, areas)) return;
      const postcode = readHome(text, () => row.where);
      if (postcode === undefined) return;
      const quality = readQuality(row);
      const [lon, lat] = quality === NO_POSITION ? NOWHERE : readPosition(row);
      rows.add({ postcode, lon, lat, ended: null, quality, said: readSaid(row) });
    },
  };
}

const NOWHERE = [Number.NaN, Number.NaN] as const;

function tenfoldQuality(text: string): number | undefined {
  return /^[1-69]0$/.test(text) ? Number(text) / 10 : undefined;
}

function positionReader(): ReadField<readonly [lon: number, lat: number]> {
  const readEast = column(EAST, metres, 'metres east');
  const readNorth = column(NORTH, metres, 'metres north');
  const fromGrid = fromBritishGrid();
  return (row) => {
    const position = fromGrid(readEast(row), readNorth(row));
    return position ? rounded(position) : NOWHERE;
  };
}

function saidReader(): ReadField<PostcodeRow['said']> {
  const readCounty = column(COUNTY, countyCode, 'the code of a county');
  const readDistrict = column(DISTRICT, districtCode, 'the code of a district');
  return (row) => {
    const district = readDistrict(row);
    return { district, upperTier: readCounty(row) ?? district };
  };
}
