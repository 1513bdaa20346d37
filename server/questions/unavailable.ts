import { DatabaseFault } from '../database/database-fault.ts';

/** Whether a fault is of the database rather than of the question or the code: asking again may well help. */
export function isUnavailable(fault: unknown): boolean {
  return fault instanceof DatabaseFault;
}
