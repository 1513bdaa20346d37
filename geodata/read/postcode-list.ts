import type { LocalDate } from '../../server/domain/calendar.ts';
import { type LonLat, parseLonLat } from '../../server/domain/position.ts';
import type { Postcode } from '../../server/domain/postcode.ts';
import { InputFault } from '../input-fault.ts';
import { columnOf, pick, wordColumn } from './columns.ts';
import { pack, unpack } from './packed-postcode.ts';

/** Postcodes in order, each once, column by column: millions of objects would not fit. */
export type PostcodeList = {
  readonly count: number;
  readonly postcodeAt: (at: number) => Postcode;
  /** WGS84 degrees; `NaN` where the directory has no position. */
  readonly lons: Float64Array;
  readonly lats: Float64Array;
  /** Null for a live postcode. */
  readonly endedAt: (at: number) => LocalDate | null;
  /** Rows that said again what another row says. */
  readonly repeated: number;
  /** Rows that name no home of today. */
  readonly leftOut: number;
};

/** A row of a directory. */
export type PostcodeRow = {
  readonly postcode: Postcode;
  /** Both `NaN` where the directory has no position. */
  readonly lon: number;
  readonly lat: number;
  /** Null for a live postcode. */
  readonly ended: LocalDate | null;
};

/** Rows as they are read, in any order. */
export type PostcodeRows = {
  readonly add: (row: PostcodeRow) => void;
  /** One more row names no home of today. */
  readonly leaveOut: () => void;
  /** What was read, once all is. Refuses a postcode in two places. */
  readonly list: () => PostcodeList;
};

export function noRows(): PostcodeRows {
  const float = (length: number): Float64Array => new Float64Array(length);
  const [codes, lons, lats] = [columnOf(float), columnOf(float), columnOf(float)];
  const ended = wordColumn<LocalDate>();
  let leftOut = 0;
  return {
    add: (row) => {
      codes.push(pack(row.postcode));
      lons.push(row.lon);
      lats.push(row.lat);
      ended.push(row.ended);
    },
    leaveOut: () => {
      leftOut++;
    },
    list: () => {
      const columns = { codes: codes.values(), lons: lons.values(), lats: lats.values() };
      return listOf({ ...columns, ended: ended.values(), days: ended.words }, leftOut);
    },
  };
}

type Columns = {
  readonly codes: Float64Array;
  readonly lons: Float64Array;
  readonly lats: Float64Array;
  /** Places in `days`. */
  readonly ended: Uint16Array;
  readonly days: readonly (LocalDate | null)[];
};

function listOf(columns: Columns, leftOut: number): PostcodeList {
  const kept = isInOrder(columns.codes) ? undefined : keep(columns);
  const codes = pick(columns.codes, kept);
  const ended = pick(columns.ended, kept);
  return {
    count: codes.length,
    postcodeAt: (at) => unpack(codes[at] ?? 0),
    lons: pick(columns.lons, kept),
    lats: pick(columns.lats, kept),
    endedAt: (at) => columns.days[ended[at] ?? 0] ?? null,
    repeated: columns.codes.length - codes.length,
    leftOut,
  };
}

/** Undefined where the directory has no position. */
export function positionAt({ lons, lats }: PostcodeList, at: number): LonLat | undefined {
  return parseLonLat(lons[at] ?? Number.NaN, lats[at] ?? Number.NaN);
}

/** As publishers' files are: each once, rising. */
function isInOrder(codes: Float64Array): boolean {
  for (let at = 1; at < codes.length; at++)
    if ((codes[at - 1] ?? 0) >= (codes[at] ?? 0)) return false;
  return true;
}

/** Row numbers in order, without repeats. Refuses a postcode in two places. */
function keep(columns: Columns): Uint32Array {
  const { codes } = columns;
  const order = new Uint32Array(codes.length).map((_, row) => row);
  order.sort((a, b) => (codes[a] ?? 0) - (codes[b] ?? 0) || a - b);
  let count = 0;
  for (const row of order) {
    const last = count > 0 ? order[count - 1] : undefined;
    if (last !== undefined && codes[last] === codes[row]) checkSame(columns, last, row);
    else order[count++] = row;
  }
  return order.subarray(0, count);
}

function checkSame({ codes, lons, lats, ended, days }: Columns, one: number, other: number): void {
  const say = (row: number): string =>
    `${String(lons[row])}, ${String(lats[row])}, ${days[ended[row] ?? 0] ?? 'live'}`;
  if (say(one) === say(other)) return;
  throw new InputFault(
    `Postcodes: wanted one position for ${unpack(codes[one] ?? 0)}, found ${say(one)} and ${say(other)}`,
  );
}
