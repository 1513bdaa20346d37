import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { cellOf, keptCell } from '../../server/bulk/csv-cell.ts';
import { CsvRows } from '../../server/bulk/csv-rows.ts';
import { ADDED_COLUMNS } from '../../server/bulk/outcome-cells.ts';

/** The yardstick of a bulk: reads the same table and writes as long a one, and asks nobody anything. */
const [from = '', to = ''] = process.argv.slice(2);
const rows = new CsvRows(',');
const tail = ADDED_COLUMNS.map((name) => `,${cellOf(name, ',')}`).join('');

await pipeline(
  createReadStream(from, 'utf8'),
  async function* (pieces: AsyncIterable<string>) {
    for await (const piece of pieces) {
      const lines = rows.take(piece).map(({ cells }) => cells.map((cell) => keptCell(cell, ',')));
      yield lines.map((cells) => `${cells.join(',')}${tail}\r\n`).join('');
    }
  },
  createWriteStream(to),
);
