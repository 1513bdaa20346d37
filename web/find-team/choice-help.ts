import { HEALTH_KINDS } from '../words/kinds.ts';
import type { Choice } from './ask.ts';

/** Where a referrer finds the answer, in a minute. */
export function helpWith({ cause, key, options }: Choice): string {
  if (cause === 'ENDED') return 'Otherwise change what you entered.';
  if (HEALTH_KINDS.includes(key))
    return 'If you do not know, ask which surgery the person goes to; the surgery knows.';
  if (options.some(({ area }) => area?.kind === 'district' || area?.kind === 'upper-tier'))
    return 'If nobody knows, look up the address at gov.uk/find-local-council.';
  return 'If you do not know, ask the person.';
}
