import type { LocalDate } from '../../server/domain/calendar.ts';
import { type LonLat, parseLonLat } from '../../server/domain/position.ts';
import type { Postcode } from '../../server/domain/postcode.ts';
import { InputFault } from '../input-fault.ts';

/** Postcodes in order, each once, column by column: millions of objects would not fit. */
export type PostcodeList = {
  readonly postcodes: readonly Postcode[];
  /** WGS84 degrees; `NaN` where the directory has no position. */
  readonly lons: Float64Array;
  readonly lats: Float64Array;
  /** By place in the list; absent for a live postcode. */
  readonly ended: ReadonlyMap<number, LocalDate>;
  /** Rows that said again what another row says. */
  readonly repeated: number;
  /** Rows that name no home of today. */
  readonly leftOut: number;
};

/** Rows as they are read, in any order. */
export type PostcodeRows = {
  readonly postcodes: Postcode[];
  readonly lons: number[];
  readonly lats: number[];
  readonly ended: Map<number, LocalDate>;
  leftOut: number;
};

export function noRows(): PostcodeRows {
  return { postcodes: [], lons: [], lats: [], ended: new Map(), leftOut: 0 };
}

export function listOf(rows: PostcodeRows): PostcodeList {
  const order = inOrder(rows.postcodes) ? undefined : orderOf(rows.postcodes);
  const kept = keep(rows, order);
  return {
    postcodes: pick(rows.postcodes, kept),
    lons: pickNumbers(rows.lons, kept),
    lats: pickNumbers(rows.lats, kept),
    ended: endedOf(rows, kept),
    repeated: rows.postcodes.length - kept.length,
    leftOut: rows.leftOut,
  };
}

/** Not by `map` or `from`, which hold a second copy of millions of values. */
function pickNumbers(values: readonly number[], kept: Uint32Array): Float64Array {
  const picked = new Float64Array(kept.length);
  for (let at = 0; at < kept.length; at++) picked[at] = values[kept[at] ?? 0] ?? Number.NaN;
  return picked;
}

function pick(postcodes: readonly Postcode[], kept: Uint32Array): readonly Postcode[] {
  if (kept.length === postcodes.length && inOrder(postcodes)) return postcodes;
  return Array.from(kept, (row) => postcodes[row]).filter((postcode) => postcode !== undefined);
}

/** Undefined where the directory has no position. */
export function positionAt({ lons, lats }: PostcodeList, at: number): LonLat | undefined {
  return parseLonLat(lons[at] ?? Number.NaN, lats[at] ?? Number.NaN);
}

function inOrder(postcodes: readonly Postcode[]): boolean {
  for (let at = 1; at < postcodes.length; at++)
    if ((postcodes[at - 1] ?? '') > (postcodes[at] ?? '')) return false;
  return true;
}

function orderOf(postcodes: readonly Postcode[]): Uint32Array {
  const order = Uint32Array.from(postcodes, (_, at) => at);
  return order.sort((a, b) => {
    const [one = '', other = ''] = [postcodes[a], postcodes[b]];
    return one < other ? -1 : one > other ? 1 : a - b;
  });
}

/** Row numbers in order, without repeats. Refuses a postcode in two places. */
function keep(rows: PostcodeRows, order: Uint32Array | undefined): Uint32Array {
  const kept = new Uint32Array(rows.postcodes.length);
  let count = 0;
  for (let at = 0; at < kept.length; at++) {
    const row = order?.[at] ?? at;
    const last = kept[count - 1];
    if (last !== undefined && rows.postcodes[last] === rows.postcodes[row])
      checkSame(rows, last, row);
    else kept[count++] = row;
  }
  return kept.subarray(0, count);
}

function checkSame(rows: PostcodeRows, one: number, other: number): void {
  const say = (row: number): string =>
    `${String(rows.lons[row])}, ${String(rows.lats[row])}, ${rows.ended.get(row) ?? 'live'}`;
  if (say(one) === say(other)) return;
  throw new InputFault(
    `Postcodes: wanted one position for ${rows.postcodes[one] ?? ''}, found ${say(one)} and ${say(other)}`,
  );
}

function endedOf({ ended }: PostcodeRows, kept: Uint32Array): Map<number, LocalDate> {
  if (ended.size === 0) return new Map();
  const days = Array.from(kept, (row, at) => [at, ended.get(row)] as const);
  return new Map(
    days.filter((each): each is readonly [number, LocalDate] => each[1] !== undefined),
  );
}
