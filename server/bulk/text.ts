import { BulkFault } from './bulk-fault.ts';

/** What a table must never begin with, and what that is. */
const FOREIGN: readonly (readonly [beginning: readonly number[], what: string])[] = [
  [[0x1f, 0x8b], 'a gzip file: unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip file, as a workbook is: save the sheet as "CSV UTF-8"'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old workbook: save the sheet as "CSV UTF-8"'],
  [[0xff, 0xfe], 'UTF-16: save it as "CSV UTF-8"'],
  [[0xfe, 0xff], 'UTF-16: save it as "CSV UTF-8"'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
];
const BYTE_ORDER_MARK = '\uFEFF';

/** Bytes as they come, as text; throws a `BulkFault` for what is no UTF-8. `after` tells the row it was in. */
export function textReader(after: () => number): {
  readonly take: (bytes: Uint8Array) => string;
  readonly end: () => string;
  /** Whether it began with a byte order mark, as Excel wants. */
  readonly hadMark: () => boolean;
} {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let [isFirst, mark] = [true, false];
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new BulkFault(
        `After row ${after()}: wanted UTF-8, found bytes of another encoding, such as Windows-1252: save it as "CSV UTF-8".`,
      );
    }
  };
  return {
    take: (bytes) => {
      const foreign =
        isFirst && FOREIGN.find(([begin]) => begin.every((each, at) => bytes[at] === each));
      if (foreign) throw new BulkFault(`Wanted a table as UTF-8 text, found ${foreign[1]}.`);
      const text = decode(bytes);
      if (text.includes('\0'))
        throw new BulkFault(
          `After row ${after()}: wanted text, found a NUL: UTF-16, or no text at all.`,
        );
      const begins = isFirst && text.startsWith(BYTE_ORDER_MARK);
      isFirst &&= text === '';
      mark ||= begins;
      return begins ? text.slice(1) : text;
    },
    end: () => decode(undefined),
    hadMark: () => mark,
  };
}
