import { DatabaseFault } from '../server/database/database-fault.ts';
import { type DatabaseTrouble, databaseTrouble } from '../server/database/trouble.ts';
import { UsageFault } from './arguments.ts';
import { LockedFault } from './claimed.ts';
import { FetchFault } from './fetch/trouble.ts';
import { InputFault } from './input-fault.ts';

/** How a command that could not do its work ends: one sentence, and an exit code of sysexits.h. */
export type Ending = { readonly sentence: string; readonly code: number };

const UNCHANGED = 'Nothing was changed; what answered before answers still';

const DATABASE_ENDINGS = {
  full: { sentence: `The disk is full. ${UNCHANGED}.`, code: 74 },
  busy: {
    sentence: 'Another process holds the database. What answered before answers still.',
    code: 75,
  },
  damaged: {
    sentence: 'The database is damaged, or is no database of this service.',
    code: 74,
  },
  unreadable: { sentence: `The database could not be read or written. ${UNCHANGED}.`, code: 74 },
  unwritable: { sentence: `The database may not be written. ${UNCHANGED}.`, code: 73 },
} as const satisfies Record<DatabaseTrouble, Ending>;

/** Of the system itself. */
const SYSTEM_ENDINGS: ReadonlyMap<unknown, Ending> = new Map<unknown, Ending>([
  ['ENOSPC', DATABASE_ENDINGS.full],
  ['EDQUOT', DATABASE_ENDINGS.full],
  ['EIO', DATABASE_ENDINGS.unreadable],
  ['EACCES', DATABASE_ENDINGS.unwritable],
  ['EROFS', DATABASE_ENDINGS.unwritable],
]);

export function endingOf(fault: unknown): Ending {
  if (fault instanceof UsageFault) return { sentence: fault.message, code: 64 };
  if (fault instanceof InputFault) return { sentence: fault.message, code: 65 };
  if (fault instanceof FetchFault) return { sentence: fault.message, code: fault.code };
  if (fault instanceof LockedFault) return { sentence: fault.message, code: 75 };
  if (fault instanceof DatabaseFault) return { sentence: fault.message, code: 69 };
  const trouble = databaseTrouble(fault);
  if (trouble) return DATABASE_ENDINGS[trouble];
  const { code } = (fault ?? {}) as NodeJS.ErrnoException;
  return SYSTEM_ENDINGS.get(code) ?? { sentence: unforeseen(fault), code: 70 };
}

/** Where it happened helps whoever mends it. */
function unforeseen(fault: unknown): string {
  if (!(fault instanceof Error)) return 'A fault nobody foresaw.';
  const where = fault.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return `A fault nobody foresaw: ${fault.message} (${where?.trim() ?? 'nowhere'}).`;
}
