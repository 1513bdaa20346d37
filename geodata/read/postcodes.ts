import { localDateOf } from '../../server/domain/calendar.ts';
import { InputFault } from '../input-fault.ts';
import type { PostcodeSource } from '../manifest.ts';
import type { Progress } from '../progress.ts';
import { codePointRows } from './code-point.ts';
import { DIRECTORY_COLUMNS, directoryRows, LATLONG_COLUMNS } from './postcode-directory.ts';
import { noRows, type PostcodeList, type PostcodeRows } from './postcode-list.ts';
import { checkRowCount, type Layout, type Quarantine, reportSetAside, tableRows } from './table.ts';
import { readUnpacked } from './unpacked.ts';

/** All postcodes of these files, and of the named entries of archives among them. */
export async function readPostcodes(
  sources: readonly PostcodeSource[],
  progress: Progress,
): Promise<PostcodeList> {
  const rows = noRows();
  if (sources.length === 0) return rows.list();
  const quarantine: Quarantine = { sentences: [] };
  const phase = progress.begin('Postcode rows read', 0);
  let done = 0;
  for (const source of sources)
    done = await readSource(source, rows, {
      quarantine,
      step: (count) => {
        phase.reach(done + count);
      },
    });
  const list = rows.list();
  phase.end();
  if (list.repeated > 0) progress.say(`Postcode rows that repeat another: ${list.repeated}`);
  if (list.known > 0)
    progress.say(`Postcode rows of a postcode that an earlier file has: ${list.known}`);
  if (list.leftOut > 0) progress.say(`Postcode rows that name no home of today: ${list.leftOut}`);
  reportSetAside(quarantine, 'Postcode', progress);
  return list;
}

type Reading = { readonly quarantine: Quarantine; readonly step: (rows: number) => void };

/** Returns how many rows there were. */
async function readSource(
  source: PostcodeSource,
  rows: PostcodeRows,
  { quarantine, step }: Reading,
): Promise<number> {
  let count = 0;
  rows.takeOnlyNew(source.onlyNew);
  await readUnpacked(source, (name) => {
    const table = tableRows(name, layoutOf(source, rows, name), quarantine);
    return {
      take: (bytes) => {
        table.take(bytes);
        step(count + table.count());
      },
      end: () => {
        table.end();
        count += table.count();
      },
    };
  });
  checkRowCount(source.file, source.rows, count);
  return count;
}

function layoutOf(source: PostcodeSource, rows: PostcodeRows, file: string): Layout {
  const { format, day } = source;
  const areas = source.areas === null ? undefined : new Set(source.areas);
  const today = localDateOf(Date.now());
  if (day !== null && day > today)
    throw new InputFault(`${file}: wanted the day it speaks of, found one to come, ${day}`);
  if (day !== null) rows.speakOf(day);
  if (format === 'codepoint') return codePointRows(rows, { areas, dated: day !== null });
  const wanted = format === 'latlong' ? LATLONG_COLUMNS : DIRECTORY_COLUMNS;
  return { header: true, begin: directoryRows(rows, file, { wanted, areas, day, today }) };
}
