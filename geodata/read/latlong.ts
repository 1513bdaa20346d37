import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { parsePostcode, readPostcode } from '../../server/domain/postcode.ts';
import { InputFault } from '../input-fault.ts';
import { isGzip, unreadable } from './file.ts';
import type { PostcodeRows } from './postcode-list.ts';
import { positionFault } from './shape.ts';

/**
 * A directory cut down to `Postcode,lat,long`, its rows added to those already read. Split by hand: a CSV
 * reader takes several times as long over 2.7 million rows, and these never hold quotes.
 */
export async function readLatLong(
  file: string,
  areas: readonly string[] | null,
  rows: PostcodeRows,
  step: (rows: number) => void,
): Promise<void> {
  const lines = lineReader(file, areas === null ? undefined : new Set(areas), rows);
  await readChunks(file, (text) => {
    lines.take(text);
    step(lines.count());
  });
  lines.end();
}

async function readChunks(file: string, take: (text: string) => void): Promise<void> {
  try {
    const source = createReadStream(file, { highWaterMark: CHUNK });
    const sink = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of chunks) take(chunk.toString('latin1'));
    };
    if (await beginsAsGzip(file)) await pipeline(source, createGunzip({ chunkSize: CHUNK }), sink);
    else await pipeline(source, sink);
  } catch (cause) {
    throw cause instanceof InputFault ? cause : unreadable(file, cause);
  }
}

const CHUNK = 1 << 18;

async function beginsAsGzip(file: string): Promise<boolean> {
  await using handle = await open(file);
  const { buffer } = await handle.read(new Uint8Array(2), 0, 2, 0);
  return isGzip(buffer);
}

type LineReader = {
  readonly take: (text: string) => void;
  readonly end: () => void;
  readonly count: () => number;
};

function lineReader(
  file: string,
  areas: ReadonlySet<string> | undefined,
  rows: PostcodeRows,
): LineReader {
  let rest = '';
  let number = 0;
  const line = (text: string): void => {
    number++;
    if (number === 1) checkHeader(file, text);
    else if (text !== '') readRow(text, { areas, rows, where: () => `${file}, row ${number}` });
  };
  return {
    take: (text) => {
      const whole = rest + text;
      let from = 0;
      for (let to = whole.indexOf('\n'); to >= 0; to = whole.indexOf('\n', from)) {
        line(whole.slice(from, whole.charCodeAt(to - 1) === RETURN ? to - 1 : to));
        from = to + 1;
      }
      rest = whole.slice(from);
    },
    end: () => {
      if (rest !== '') line(rest);
      if (number === 0) throw new InputFault(`${file}: wanted a header row, found an empty file`);
    },
    count: () => number,
  };
}

const RETURN = 13;
const HEADER = 'Postcode,lat,long';

function checkHeader(file: string, text: string): void {
  const header = text.replace(/^\u00ef\u00bb\u00bf/, '');
  if (header.toLowerCase() !== HEADER.toLowerCase())
    throw new InputFault(
      `${file}: wanted the header ${HEADER}, found ${JSON.stringify(header.slice(0, 60))}`,
    );
}

type RowReader = {
  readonly areas: ReadonlySet<string> | undefined;
  readonly rows: PostcodeRows;
  readonly where: () => string;
};

function readRow(line: string, { areas, rows, where }: RowReader): void {
  const first = line.indexOf(',');
  const second = line.indexOf(',', first + 1);
  if (first < 0 || second < 0 || line.includes(',', second + 1))
    throw new InputFault(
      `${where()}: wanted ${HEADER}, found ${JSON.stringify(line.slice(0, 60))}`,
    );
  if (isElsewhere(line, areas)) return;
  const postcode = parsePostcode(line.slice(0, first));
  if (postcode === undefined) {
    checkNoHome(line.slice(0, first), where);
    if (!areas) rows.leaveOut();
    return;
  }
  const lat = line.slice(first + 1, second);
  const lon = line.slice(second + 1);
  const hasPosition = lat !== '' && lon !== '' && !lat.startsWith(NOWHERE);
  if (hasPosition) checkPosition(lon, lat, where);
  rows.add({
    postcode,
    lon: hasPosition ? Number(lon) : Number.NaN,
    lat: hasPosition ? Number(lat) : Number.NaN,
    ended: null,
  });
}

const BEGINNING = /^ *([A-Z]{1,2})\d/i;

/** Of another postcode area. What does not begin as postcodes do is of none, and has yet to be looked at. */
function isElsewhere(line: string, areas: ReadonlySet<string> | undefined): boolean {
  if (!areas) return false;
  const area = BEGINNING.exec(line)?.[1];
  return area !== undefined && !areas.has(area) && !areas.has(area.toUpperCase());
}

/** The latitude ONS writes for a postcode without a grid reference is 99.999999. */
const NOWHERE = '99.99';

/** The 2,417 postcodes Newport had until 1984, in a form that no other had. */
const OLD_NEWPORT = /^NPT ?\d[A-Z]{2}$/i;

/** Codes that name no home of today, such as GIR 0AA, are left out; anything else that is no postcode is refused. */
function checkNoHome(text: string, where: () => string): void {
  if (OLD_NEWPORT.test(text) || readPostcode(text).kind === 'special') return;
  throw new InputFault(`${where()}: wanted a postcode, found ${JSON.stringify(text.slice(0, 20))}`);
}

const DEGREES = /^-?\d{1,7}(?:\.\d{1,15})?$/;

function checkPosition(lon: string, lat: string, where: () => string): void {
  if (!DEGREES.test(lon) || !DEGREES.test(lat))
    throw new InputFault(
      `${where()}: wanted degrees, found ${JSON.stringify(`${lat},${lon}`.slice(0, 40))}`,
    );
  const fault = positionFault(Number(lon), Number(lat));
  if (fault !== undefined) throw new InputFault(`${where()}: wanted ${fault}`);
}
