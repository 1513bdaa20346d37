import { addDays, type LocalDate } from '../../server/domain/calendar.ts';
import { InputFault } from '../input-fault.ts';
import { type DirectoryColumns, findColumns, type Meaning } from './directory-columns.ts';
import {
  column,
  countryCode,
  countyCode,
  districtCode,
  healthCode,
  month,
  quality,
  type ReadField,
  zeroOrOne,
} from './directory-fields.ts';
import { positionReader } from './directory-position.ts';
import type { PostcodeRow, PostcodeRows } from './postcode-list.ts';
import { isElsewhere, readHome } from './postcode-text.ts';
import type { UseRow } from './table.ts';

export type DirectoryOptions = {
  /** Columns there must be. */
  readonly wanted: readonly Meaning[];
  /** Postcode areas to keep; undefined keeps all. */
  readonly areas: ReadonlySet<string> | undefined;
  /** The day the directory speaks of; null to learn it from the newest month in it. */
  readonly day: LocalDate | null;
  readonly today: LocalDate;
};

/** Columns of ONSPD and NSPL whatever their edition; each has health codes besides, under the names of its day. */
export const DIRECTORY_COLUMNS: readonly Meaning[] = [
  'postcode',
  'introduced',
  'ended',
  'largeUser',
  'east',
  'north',
  'quality',
  'country',
  'county',
  'district',
  'lat',
  'lon',
];
export const LATLONG_COLUMNS: readonly Meaning[] = ['postcode', 'lat', 'lon'];

const NORTHERN_IRELAND = 'N92000002';

/** Adds the rows of a directory whose columns have names. */
export function directoryRows(
  rows: PostcodeRows,
  file: string,
  { wanted, areas, day, today }: DirectoryOptions,
): (names: readonly string[]) => UseRow {
  return (names) => {
    const columns = findColumns(names, wanted, file);
    const read = recordReader(columns, day ?? today);
    const postcodeAt = columns.postcode ?? 0;
    let newest: LocalDate | null = null;
    return (row) => {
      const text = row.ascii(postcodeAt).trim();
      if (isElsewhere(text, areas)) return;
      const postcode = readHome(text, () => row.where);
      if (postcode !== undefined) {
        const record = read(row);
        rows.add({ postcode, ...record });
        if (day === null && isLater(record.newest, newest)) {
          newest = record.newest;
          rows.speakOf(endOfMonth(newest));
        }
      } else if (!areas) rows.leaveOut();
    };
  };
}

type DirectoryRecord = Omit<PostcodeRow, 'postcode'> & { readonly newest: LocalDate | null };

/** The postcode apart, all that a row says. */
function recordReader(columns: DirectoryColumns, until: LocalDate): ReadField<DirectoryRecord> {
  const readLife = lifeReader(columns, until);
  const readSaid = saidReader(columns);
  const readPosition = positionReader(columns);
  const readCountry = column(columns.country, countryCode, 'the code of a country');
  const readQuality = column(columns.quality, quality, 'a positional quality from 1 to 9');
  const readLargeUser = column(columns.largeUser, zeroOrOne, '0 for a small user or 1 for a large');
  return (row) => {
    const quality = readQuality(row);
    const isIrish = readCountry(row) === NORTHERN_IRELAND;
    const [lon = Number.NaN, lat = Number.NaN] = readPosition(row, { isIrish, quality }) ?? [];
    return {
      lon,
      lat,
      quality,
      largeUser: readLargeUser(row),
      said: readSaid(row),
      ...readLife(row),
    };
  };
}

/**
 * Only months are known. A postcode counts as ended from the first day of its last month, so that nobody
 * takes it for live in a month in which it ended.
 */
function lifeReader(
  columns: DirectoryColumns,
  until: LocalDate,
): ReadField<Pick<DirectoryRecord, 'ended' | 'newest'>> {
  const readIntroduced = column(columns.introduced, month, 'a month as YYYYMM');
  const readEnded = column(columns.ended, month, 'a month as YYYYMM');
  return (row) => {
    const [introduced, ended] = [readIntroduced(row), readEnded(row)];
    const newest = latest(introduced, ended);
    if (newest !== null && newest > until)
      throw new InputFault(
        `${row.where}: wanted months up to ${until}, found ${newest.slice(0, 7)}`,
      );
    if (introduced !== null && ended !== null && ended < introduced)
      throw new InputFault(
        `${row.where}: wanted an end after ${introduced.slice(0, 7)}, when it began, found ${ended.slice(0, 7)}`,
      );
    return { ended, newest };
  };
}

function isLater(one: LocalDate | null, other: LocalDate | null): one is LocalDate {
  return one !== null && (other === null || one > other);
}

function latest(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/** The first day of the month after. */
function endOfMonth(first: LocalDate): LocalDate {
  return `${addDays(first, 31).slice(0, 7)}-01` as LocalDate;
}

const HEALTH = ['firstPct', 'pct', 'ccg', 'subIcb', 'icb'] as const;

/** In a two-tier county the upper tier is the county, elsewhere the district itself. */
function saidReader(columns: DirectoryColumns): ReadField<PostcodeRow['said']> {
  if (columns.district === undefined) return () => undefined;
  const readDistrict = column(columns.district, districtCode, 'the code of a district');
  const readCounty = column(columns.county, countyCode, 'the code of a county');
  const health = HEALTH.filter((saying) => columns[saying] !== undefined).map(
    (saying) => [saying, column(columns[saying], healthCode, 'the code of a health body')] as const,
  );
  return (row) => {
    const district = readDistrict(row);
    const said: Record<string, string | null> = {
      district,
      upperTier: readCounty(row) ?? district,
    };
    for (const [saying, read] of health) said[saying] = read(row);
    return said;
  };
}
