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
import { hasControls } from './geojson.ts';
import { checkRowCount, type Quarantine } from './table.ts';

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
 * `epcmem`, which ended in 2022, count for more than the latest one that `epraccur` has, unless that is later.
 */
export function readPractices(
  sources: readonly PracticeSource[],
  bodies: ReadonlySet<string>,
  quarantine: Quarantine = { sentences: [] },
): Practice[] {
  const read = (
    format: PracticeSource['format'],
    columns: readonly string[],
    use: (row: Fields) => void,
  ): void => {
    for (const source of sources)
      if (source.format === format)
        checkRowCount(
          source.file,
          source.rows,
          readHeadlessCsv(source.file, columns, use, quarantine),
        );
  };
  const dated = new Map<string, Membership[]>();
  read('epcmem', EPCMEM, (row) => {
    const code = readCode(row, 'code');
    dated.set(code, [...(dated.get(code) ?? []), ...readMembership(row)]);
  });
  const practices = new Map<string, Practice>();
  read('epraccur', EPRACCUR, (row) => {
    const practice = readPractice(row, dated);
    if (practices.has(practice.code)) throw row.fault('code', 'each practice once', practice.code);
    practices.set(practice.code, practice);
  });
  return [...practices.values()]
    .filter(({ memberships }) => memberships.some(({ body }) => bodies.has(body)))
    .sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
}

function readPractice(row: Fields, dated: ReadonlyMap<string, readonly Membership[]>): Practice {
  const code = readCode(row, 'code');
  const [known, own] = [dated.get(code), readMembership(row)];
  return {
    code,
    name: readName(row),
    postcode: parsePostcode(row.optionalText('postcode') ?? '') ?? null,
    open: readOpen(row),
    memberships: known ? withLatest(known, own) : own,
  };
}

const ODS = /^[A-Z\d]{1,10}$/;
/** What a spreadsheet leaves of `01A` or `001`, which it takes for numbers. */
const WITHOUT_ZERO = /^\d[A-Z\d]?$/;

function readCode(row: Fields, column: string): string {
  const code = row.text(column);
  if (!ODS.test(code) || WITHOUT_ZERO.test(code))
    throw row.fault(column, 'an ODS code, untouched by a spreadsheet', code);
  return code;
}

function readName(row: Fields): string {
  const name = row.text('name');
  if (hasControls(name)) throw row.fault('name', 'a name without control characters', name);
  return name;
}

/** The dated memberships, and the latest where it began after them all: it ends those left open. */
function withLatest(
  dated: readonly Membership[],
  latest: readonly Membership[],
): readonly Membership[] {
  const ordered = dated.toSorted(byStart);
  const [last, own] = [ordered.at(-1), latest[0]];
  if (!last || !own) return ordered;
  const start = own.period.from;
  if (start === null || start <= (last.period.from ?? '') || own.body === last.body) return ordered;
  const ended = ordered.map(({ body, period: { from, to } }) => ({
    body,
    period: { from, to: to === null || to > start ? start : to },
  }));
  return [...ended, own];
}

/** None where the practice left before it joined, as records made by mistake say. */
function readMembership(row: Fields): Membership[] {
  if (row.optionalText('body') === null) return [];
  const body = readCode(row, 'body');
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
