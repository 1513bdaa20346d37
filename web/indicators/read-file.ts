/** Counts of every small area of the country are under this. */
const MOST_BYTES = 1_000_000;

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly fault: string };

/** The text of a file a person picked, in the alphabets spreadsheets write. It never leaves the browser as a file. */
export async function readFile(file: File): Promise<FileText> {
  const fault = (said: string): FileText => ({ kind: 'fault', fault: `${file.name}: ${said}` });
  if (file.size > MOST_BYTES)
    return fault(`wanted a file of at most ${MOST_BYTES} bytes, found ${file.size}.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (startsWith(bytes, [0x50, 0x4b]))
    return fault('wanted a CSV file, found a workbook. Save the sheet as CSV first.');
  const text = textOf(bytes);
  return text.includes('\0') ? fault('wanted a CSV file, found no text.') : { kind: 'text', text };
}

function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Codes and counts are the same in the older alphabet of Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}
