/** How the letters of a file are written as bytes. */
export type Alphabet = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type FoundAlphabet =
  | { readonly kind: 'text'; readonly alphabet: Alphabet }
  | { readonly kind: 'fault'; readonly fault: string };

/** Larger files are of no list of people, and would fill the memory. */
export const MOST_BYTES = 200_000_000;

const MARKS: readonly (readonly [readonly number[], Alphabet])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
];
const SAVE_AS = 'In the spreadsheet choose “Save as” or “Download”, then CSV.';
/** How files begin that people take for a table of text. */
const OTHERS: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], `found a workbook. ${SAVE_AS}`],
  [[0xd0, 0xcf, 0x11, 0xe0], `found an old workbook. ${SAVE_AS}`],
  [[0x25, 0x50, 0x44, 0x46], 'found a PDF.'],
];
/** So much of a file is looked at for what no text has. */
const HEAD_BYTES = 65_536;

/** UTF-16 says so by its first bytes; UTF-8 has its own rules, and what breaks them is the older alphabet of Windows. */
export async function alphabetOf(file: Blob, name: string): Promise<FoundAlphabet> {
  const fault = (found: string): FoundAlphabet => ({
    kind: 'fault',
    fault: `${name}: wanted a CSV file, ${found}`,
  });
  if (file.size === 0) return fault('found an empty one.');
  if (file.size > MOST_BYTES)
    return fault(
      `of at most ${inMegabytes(MOST_BYTES)}, found ${inMegabytes(file.size)}. Divide it in parts.`,
    );
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const other = OTHERS.find(([signs]) => beginsWith(head, signs));
  if (other) return fault(other[1]);
  const marked = MARKS.find(([signs]) => beginsWith(head, signs));
  if (marked) return { kind: 'text', alphabet: marked[1] };
  if (head.includes(0)) return fault('found no text.');
  return { kind: 'text', alphabet: (await isUtf8(file)) ? 'utf-8' : 'windows-1252' };
}

function beginsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

async function isUtf8(file: Blob): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of piecesOf(file)) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return true;
  } catch (fault) {
    if (fault instanceof TypeError) return false;
    throw fault;
  }
}

/** The text of a file, piece by piece, each with the bytes read so far. */
export async function* textOf(
  file: Blob,
  alphabet: Alphabet,
): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  const decoder = new TextDecoder(alphabet);
  let bytes = 0;
  for await (const piece of piecesOf(file)) {
    bytes += piece.length;
    yield { text: decoder.decode(piece, { stream: true }), bytes };
  }
  yield { text: decoder.decode(), bytes };
}

/** Not every browser can walk through a stream by itself. */
async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
