/** What a database can be in, by no fault of ours. */
export type DatabaseTrouble = 'full' | 'busy' | 'damaged' | 'unreadable' | 'unwritable';

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const SQLITE_TROUBLES: Readonly<Record<number, DatabaseTrouble>> = {
  5: 'busy',
  6: 'busy',
  8: 'unwritable',
  10: 'unreadable',
  11: 'damaged',
  13: 'full',
  14: 'unreadable',
  26: 'damaged',
};

/** Looks through what caused what. Undefined for a fault of another kind. */
export function databaseTrouble(fault: unknown): DatabaseTrouble | undefined {
  if (!(fault instanceof Error)) return undefined;
  return sqliteTrouble(fault) ?? databaseTrouble(fault.cause);
}

/** Undefined for a fault of another kind. The low byte of an extended code is the primary one. */
export function sqliteTrouble(fault: unknown): DatabaseTrouble | undefined {
  const { errcode } = (fault ?? {}) as { errcode?: unknown };
  return typeof errcode === 'number' ? SQLITE_TROUBLES[errcode & 0xff] : undefined;
}
