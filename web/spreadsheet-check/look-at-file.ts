import { type Alphabet, alphabetOf, textOf } from './file-text.ts';
import { type ColumnsLook, guessDelimiter, lookAtColumns, rowsIn } from './guess.ts';

/** What can be told of a file from its beginning. */
export type FileLook = ColumnsLook & { readonly alphabet: Alphabet; readonly delimiter: string };

export type Looked =
  | { readonly kind: 'look'; readonly look: FileLook }
  | { readonly kind: 'fault'; readonly fault: string };

/** Characters; more than enough for some hundred rows. */
const SAMPLE = 500_000;

export async function lookAtFile(file: File): Promise<Looked> {
  const found = await alphabetOf(file, file.name);
  if (found.kind === 'fault') return found;
  const { alphabet } = found;
  const sample = await beginningOf(file, alphabet);
  const delimiter = guessDelimiter(sample);
  const rows = rowsIn(sample, delimiter);
  const columns = lookAtColumns(rows);
  return columns.columns.every(({ heading, examples }) => heading === '' && examples.length === 0)
    ? { kind: 'fault', fault: `${file.name}: wanted a CSV file, found nothing in it.` }
    : { kind: 'look', look: { ...columns, alphabet, delimiter } };
}

async function beginningOf(file: Blob, alphabet: Alphabet): Promise<string> {
  let text = '';
  for await (const piece of textOf(file, alphabet)) {
    text += piece.text;
    // The last line is likely cut off.
    if (text.length >= SAMPLE) return text.slice(0, text.lastIndexOf('\n') + 1 || undefined);
  }
  return text;
}
