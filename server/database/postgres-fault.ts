import pg from 'pg';

import { DatabaseFault } from './database-fault.ts';

/** What PostgreSQL says by SQLSTATE about itself rather than about the question. */
const STATES: readonly {
  readonly state: RegExp;
  readonly said: string;
  readonly passing: boolean;
}[] = [
  { state: /^28/, said: 'refused the user or the password', passing: false },
  {
    state: /^3D000/,
    said: 'is not there: the server has no database of that name',
    passing: false,
  },
  { state: /^42501/, said: 'allows its user too little', passing: false },
  { state: /^25006/, said: 'can only be read: it is a replica, or set so', passing: false },
  { state: /^53[12]/, said: 'has no room left', passing: false },
  { state: /^53/, said: 'has no connection free', passing: true },
  { state: /^(?:57014|55P03)/, said: 'took longer than it may', passing: true },
  { state: /^(?:08|40|57P)/, said: 'broke off', passing: true },
];

/** How Node and pg say that a connection is lost or never came about. */
const LOST =
  /^(?:Connection terminated|Query read timeout|Client (?:was closed|has encountered)|timeout exceeded|timeout expired)/;

/** The fault of a database at a place, or the error itself when it is about the question asked. */
export function faultOf(error: unknown, place: string): unknown {
  if (error instanceof DatabaseFault) return error;
  if (!(error instanceof Error)) return error;
  if (error instanceof pg.DatabaseError) {
    const known = STATES.find(({ state }) => state.test(error.code ?? ''));
    if (!known) return error;
    const { said, passing } = known;
    return new DatabaseFault(`The database at ${place} ${said}: ${error.message}`, {
      cause: error,
      passing,
    });
  }
  return isLost(error) ? lost(error, place, true) : error;
}

/** When connecting, whatever goes wrong is the database’s. */
export function connectFaultOf(error: unknown, place: string): unknown {
  const fault = faultOf(error, place);
  if (fault instanceof DatabaseFault) return fault;
  return lost(error as Error, place, false);
}

function lost(error: Error, place: string, passing: boolean): DatabaseFault {
  const why = 'code' in error && error.message === '' ? String(error.code) : error.message;
  return new DatabaseFault(`The database at ${place} cannot be reached: ${why}`, {
    cause: error,
    passing,
  });
}

function isLost(error: Error): boolean {
  const isOfTheSystem = 'syscall' in error || error instanceof AggregateError;
  return isOfTheSystem || LOST.test(error.message);
}
