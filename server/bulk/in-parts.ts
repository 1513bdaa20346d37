import { setImmediate as turn } from 'node:timers/promises';

/** So many cells are written in one go, a few milliseconds of work. */
const CELLS = 40_000;
/** What an answer adds to a row, about. */
const ADDED = 30;

/** Rows of one piece of a table, a part at a time: between them others have their turn, however short the rows are. */
export async function* inParts<Row>(
  rows: readonly Row[],
  width: number,
): AsyncGenerator<readonly Row[]> {
  const most = Math.ceil(CELLS / (width + ADDED));
  for (let from = 0; from < rows.length; from += most) {
    if (from > 0) await turn();
    yield rows.slice(from, from + most);
  }
}
