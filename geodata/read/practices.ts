import {
  addDays,
  type LocalDate,
  parseLocalDate,
  type Period,
} from '../../server/domain/calendar.ts';
import { parsePostcode } from '../../server/domain/postcode.ts';
import type { Membership, Practice } from '../../server/domain/practice.ts';
import type { Fields } from '../fields.ts';
import type { PracticeSource } from '../manifest.ts';
import { readHeadlessCsv } from './csv.ts';

/** Column names of NHS ODS files, which have no header; only those up to the last that is read. */
const EPRACCUR = [
  'code',
  'name',
  'national grouping',
  'high level health geography',
  'address 1',
  'address 2',
  'address 3',
  'address 4',
  'address 5',
  'postcode',
  'opened',
  'closed',
  'status',
  'sub-type',
  'body',
  'joined',
  'left',
];
const EPCMEM = ['code', 'body', 'type', 'joined', 'left'];

/**
 * Practices that ever belonged to one of these bodies, in order of code. The dated memberships of
 * `epcmem` count for more than the latest one that `epraccur` repeats.
 */
export function readPractices(
  sources: readonly PracticeSource[],
  bodies: ReadonlySet<string>,
): Practice[] {
  const rowsOf = (format: PracticeSource['format'], columns: readonly string[]): Fields[] =>
    sources
      .filter((source) => source.format === format)
      .flatMap(({ file }) => readHeadlessCsv(file, columns));
  const dated = membershipsByCode(rowsOf('epcmem', EPCMEM));
  const practices = rowsOf('epraccur', EPRACCUR).map((row) => ({
    code: row.text('code'),
    name: row.text('name'),
    postcode: parsePostcode(row.optionalText('postcode') ?? '') ?? null,
    open: readOpen(row),
    memberships: dated.get(row.text('code')) ?? readMembership(row),
  }));
  return practices
    .filter(({ memberships }) => memberships.some(({ body }) => bodies.has(body)))
    .sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
}

function membershipsByCode(rows: readonly Fields[]): Map<string, Membership[]> {
  const memberships = new Map<string, Membership[]>();
  for (const row of rows) {
    const code = row.text('code');
    memberships.set(code, [...(memberships.get(code) ?? []), ...readMembership(row)]);
  }
  return new Map([...memberships].map(([code, each]) => [code, each.sort(byStart)]));
}

/** None where the practice left before it joined, as records made by mistake say. */
function readMembership(row: Fields): Membership[] {
  const body = row.optionalText('body');
  if (body === null) return [];
  const from = readDay(row, 'joined');
  const lastDay = readDay(row, 'left');
  const to = lastDay && addDays(lastDay, 1);
  return from !== null && to !== null && from >= to ? [] : [{ body, period: { from, to } }];
}

function readOpen(row: Fields): Period {
  const lastDay = readDay(row, 'closed');
  return { from: readDay(row, 'opened'), to: lastDay && addDays(lastDay, 1) };
}

function byStart(a: Membership, b: Membership): number {
  return (a.period.from ?? '') < (b.period.from ?? '') ? -1 : 1;
}

/** ODS writes days as YYYYMMDD, and nothing for none. */
function readDay(row: Fields, column: string): LocalDate | null {
  const text = row.optionalText(column);
  if (text === null) return null;
  const day = /^\d{8}$/.test(text)
    ? parseLocalDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
    : undefined;
  if (!day) throw row.fault(column, 'a day as YYYYMMDD', text);
  return day;
}
