import type { Kind } from '../../server/domain/area.ts';
import { type LocalDate, localDate } from '../../server/domain/calendar.ts';
import { firstNotBefore } from '../../server/domain/in-order.ts';
import { type LonLat, parseLonLat } from '../../server/domain/position.ts';
import type { Postcode } from '../../server/domain/postcode.ts';
import { InputFault } from '../input-fault.ts';
import { columnOf, pick, type WordColumn, wordColumn } from './columns.ts';
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
  /** How well each is placed as ONS counts (`gridind`), 1 best to 8; 0 where nobody says. */
  readonly qualities: Uint8Array;
  /** 1 for a postcode of one organisation that gets much post. */
  readonly largeUsers: Uint8Array;
  /** What the directories say themselves: a second opinion on where our lines put each postcode. */
  readonly said: readonly SaidCodes[];
  /** The day the directories speak of, as far as they say. */
  readonly day: LocalDate | null;
  /** Rows that said again what another row says. */
  readonly repeated: number;
  /** Rows that name no home of today. */
  readonly leftOut: number;
  /** Rows of a postcode that was known, from a file of which only new ones count. */
  readonly known: number;
};

/** Codes of areas of one kind that directories give their postcodes. */
export type SaidCodes = {
  readonly kind: Kind;
  /** A day on which they held. */
  readonly on: LocalDate;
  /** Each code once; null first, for nothing said. */
  readonly codes: readonly (string | null)[];
  /** By place in the list: which of the codes. */
  readonly at: Uint16Array;
};

/** Kinds of area a directory may name, and the last day of those that were past when it was made. */
export const SAYINGS = {
  district: { kind: 'district', on: null },
  upperTier: { kind: 'upper-tier', on: null },
  firstPct: { kind: 'pct', on: localDate('2006-09-30') },
  pct: { kind: 'pct', on: localDate('2013-03-31') },
  ccg: { kind: 'ccg', on: null },
  subIcb: { kind: 'sub-icb', on: null },
  icb: { kind: 'icb', on: null },
} as const satisfies Record<string, { kind: Kind; on: LocalDate | null }>;
export type Saying = keyof typeof SAYINGS;

/** A row of a directory. */
export type PostcodeRow = {
  readonly postcode: Postcode;
  /** Both `NaN` where the directory has no position. */
  readonly lon: number;
  readonly lat: number;
  /** Null for a live postcode. */
  readonly ended: LocalDate | null;
  readonly quality?: number;
  readonly largeUser?: boolean;
  readonly said?: Readonly<Partial<Record<Saying, string | null>>> | undefined;
};

/** Rows as they are read, in any order. */
export type PostcodeRows = {
  readonly add: (row: PostcodeRow) => void;
  /** Whether from here on only postcodes count that no row before has. */
  readonly takeOnlyNew: (only: boolean) => void;
  /** One more row names no home of today. */
  readonly leaveOut: () => void;
  /** A directory of this day was read; the latest of them counts. */
  readonly speakOf: (day: LocalDate) => void;
  /** What was read, once all is. Refuses a postcode in two places. */
  readonly list: () => PostcodeList;
};

export function noRows(): PostcodeRows {
  const float = (length: number): Float64Array => new Float64Array(length);
  const [codes, lons, lats] = [columnOf(float), columnOf(float), columnOf(float)];
  const byte = (length: number): Uint8Array => new Uint8Array(length);
  const [qualities, largeUsers] = [columnOf(byte), columnOf(byte)];
  const ended = wordColumn<LocalDate>();
  const said = saidColumns();
  let [leftOut, day]: [number, LocalDate | null] = [0, null];
  let [before, known]: [Float64Array | null, number] = [null, 0];
  return {
    add: (row) => {
      const code = pack(row.postcode);
      if (before !== null && isAmong(before, code)) {
        known++;
        return;
      }
      codes.push(code);
      lons.push(row.lon);
      lats.push(row.lat);
      ended.push(row.ended);
      qualities.push(row.quality ?? 0);
      largeUsers.push(Number(row.largeUser ?? false));
      said.push(row.said);
    },
    takeOnlyNew: (only) => {
      before = only ? codes.values().toSorted() : null;
    },
    leaveOut: () => {
      leftOut++;
    },
    speakOf: (each) => {
      if (day === null || each > day) day = each;
    },
    list: () => {
      const columns = {
        codes: codes.values(),
        lons: lons.values(),
        lats: lats.values(),
        ended: ended.values(),
        days: ended.words,
        qualities: qualities.values(),
        largeUsers: largeUsers.values(),
        said: said.values(day),
      };
      return { ...listOf(columns), leftOut, known, day };
    },
  };
}

/** A column for each saying that any row has; rows that do not have it say nothing. */
function saidColumns(): {
  readonly push: (said: PostcodeRow['said']) => void;
  readonly values: (day: LocalDate | null) => SaidCodes[];
} {
  const columns = new Map<Saying, WordColumn<string>>();
  let count = 0;
  const begin = (saying: Saying): void => {
    const column = wordColumn<string>();
    for (let row = 0; row < count; row++) column.push(null);
    columns.set(saying, column);
  };
  return {
    push: (said) => {
      for (const saying in said) if (!columns.has(saying as Saying)) begin(saying as Saying);
      for (const [saying, column] of columns) column.push(said?.[saying] ?? null);
      count++;
    },
    values: (day) =>
      [...columns].map(([saying, { values, words }]) => {
        const { kind, on } = SAYINGS[saying];
        const held = on ?? day;
        if (held === null) throw new Error(`Nobody told the day of codes of kind ${kind}`);
        return { kind, on: held, codes: words, at: values() };
      }),
  };
}

type Columns = {
  readonly codes: Float64Array;
  readonly lons: Float64Array;
  readonly lats: Float64Array;
  /** Places in `days`. */
  readonly ended: Uint16Array;
  readonly days: readonly (LocalDate | null)[];
  readonly qualities: Uint8Array;
  readonly largeUsers: Uint8Array;
  readonly said: readonly SaidCodes[];
};

/** Of numbers in order. */
function isAmong(numbers: Float64Array, wanted: number): boolean {
  return numbers[firstNotBefore(numbers.length, (at) => (numbers[at] ?? 0) < wanted)] === wanted;
}

function listOf(columns: Columns): Omit<PostcodeList, 'leftOut' | 'known' | 'day'> {
  const kept = isInOrder(columns.codes) ? undefined : keep(columns);
  const codes = pick(columns.codes, kept);
  const ended = pick(columns.ended, kept);
  return {
    count: codes.length,
    postcodeAt: (at) => unpack(codes[at] ?? 0),
    lons: pick(columns.lons, kept),
    lats: pick(columns.lats, kept),
    endedAt: (at) => columns.days[ended[at] ?? 0] ?? null,
    qualities: pick(columns.qualities, kept),
    largeUsers: pick(columns.largeUsers, kept),
    said: columns.said.map((each) => ({ ...each, at: pick(each.at, kept) })),
    repeated: columns.codes.length - codes.length,
  };
}

/** Undefined where the directory has no position. */
export function positionAt({ lons, lats }: PostcodeList, at: number): LonLat | undefined {
  return parseLonLat(lons[at] ?? Number.NaN, lats[at] ?? Number.NaN);
}

/** As ONS counts, 1 best to 9 for none; null where nobody says. */
export function qualityAt({ qualities }: PostcodeList, at: number): number | null {
  const quality = qualities[at] ?? 0;
  return quality === 0 ? null : quality;
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

function checkSame(columns: Columns, one: number, other: number): void {
  const [first, second] = [inWords(columns, one), inWords(columns, other)];
  if (first === second) return;
  throw new InputFault(
    `Postcodes: wanted one position for ${unpack(columns.codes[one] ?? 0)}, found ${first} and ${second}`,
  );
}

function inWords({ lons, lats, ended, days, said }: Columns, row: number): string {
  const life = days[ended[row] ?? 0] ?? 'live';
  const codes = said.map(({ codes, at }) => codes[at[row] ?? 0]).filter((code) => code !== null);
  return [lons[row], lats[row], life, ...codes].join(', ');
}
