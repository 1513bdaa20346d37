import { isUtf8 } from 'node:buffer';

import { InputFault } from '../input-fault.ts';
import { CsvRow } from './csv-row.ts';
import { foreignFormat } from './file.ts';

/** Takes the bytes of a table as they come, and gives its rows one by one; blank lines are left out. */
export type CsvRows = {
  readonly take: (bytes: Buffer) => void;
  readonly end: () => void;
};

/** Ten times what any publisher has: one more is a loop, not a table. */
const MOST_ROWS = 10_000_000;
/** Ends files of another age; left out where it is the last byte. */
const CONTROL_Z = 0x1a;

/** The row given is the same object each time. `file` is for messages, which say what the bytes are where they are no table. */
export function csvRows(file: string, give: (row: CsvRow) => void): CsvRows {
  const row = new CsvRow(file);
  let [room, rest]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  let isFirst = true;
  /** What was left and what came, in one place that is used again and again. */
  const joined = (bytes: Buffer): Buffer => {
    const length = rest.length + bytes.length;
    if (room.length < length) room = Buffer.concat([rest, bytes]);
    else {
      rest.copy(room);
      bytes.copy(room, rest.length);
    }
    return room.subarray(0, length);
  };
  const read = (data: Buffer, isLast: boolean): void => {
    const areText = isText(whole(data, isLast));
    let from = 0;
    while (from < data.length) {
      const next = row.read(data, from, isLast);
      if (next < 0) break;
      if (!areText) checkText(row, data.subarray(from, next));
      if (row.number > MOST_ROWS)
        throw new InputFault(`${file}: wanted at most ${MOST_ROWS} rows, found more`);
      if (!isBlank(row)) give(row);
      from = next;
    }
    rest = data.subarray(from);
  };
  const begin = (bytes: Buffer): Buffer => {
    isFirst = false;
    const foreign = foreignFormat(bytes);
    if (foreign !== undefined) throw new InputFault(`${file}: wanted CSV, found ${foreign}`);
    return bytes.subarray(hasMark(bytes) ? MARK.length : 0);
  };
  return {
    take: (bytes) => {
      const data = joined(bytes);
      if (isFirst && data.length < LONGEST_BEGINNING) rest = data;
      else read(isFirst ? begin(data) : data, false);
    },
    end: () => {
      const data = isFirst ? begin(rest) : rest;
      read(data.at(-1) === CONTROL_Z ? data.subarray(0, -1) : data, true);
    },
  };
}

/** Enough to tell what a file is. */
const LONGEST_BEGINNING = 64;
/** A byte order mark, in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];

function hasMark(bytes: Buffer): boolean {
  return MARK.every((byte, at) => bytes[at] === byte);
}

function isBlank(row: CsvRow): boolean {
  return row.count === 1 && row.holds(0, '');
}

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0) && isUtf8(bytes);
}

function checkText({ where }: CsvRow, bytes: Buffer): void {
  if (bytes.includes(0))
    throw new InputFault(`${where}: wanted text, found a NUL byte: UTF-16, or no text at all`);
  if (isUtf8(bytes)) return;
  throw new InputFault(
    `${where}: wanted UTF-8, found bytes of another encoding, such as Windows-1252: save it as "CSV UTF-8"`,
  );
}

/** Without a character that is cut off at the end, since the rest of it is still to come. */
function whole(bytes: Buffer, isLast: boolean): Buffer {
  if (isLast) return bytes;
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}
