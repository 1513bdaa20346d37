import type { Postcode } from './postcode.ts';
import type { NextStep, NotRoutableReason } from './referral-outcome.ts';

export const URGENT_STEP: NextStep = {
  label: 'If someone is in danger now',
  detail: 'Ring 999. For urgent medical advice ring 111.',
};

/** Where to turn when nobody can be named. */
export function nextAfter(reason: NotRoutableReason): NextStep[] {
  const advice: Record<NotRoutableReason, string> = {
    MALFORMED: 'Check the postcode and enter it again.',
    PARTIAL: 'Enter the whole postcode: the first half covers too many homes.',
    UNKNOWN:
      'Check the postcode on a letter or with the person; a new one may not be in this release.',
    NO_POSITION:
      'Ask the person which council is on their council tax bill, and ring that council.',
    NON_GEOGRAPHIC: 'Ask for the postcode of the home.',
    FORCES: 'Ask for the postcode of the unit, or ring the defence medical centre.',
    CROWN_DEPENDENCY: 'Ring the health and social services of that island.',
    OVERSEAS: 'The person has no home address in the UK: act where the person is now.',
    PSEUDO:
      'Ask where the person is staying now; with no fixed abode, use the place where they are.',
    OUT_OF_COVERAGE: 'Ring the council for that address: find it at gov.uk/find-local-council.',
    NO_EDITION: 'Choose another date.',
    NO_TEAM_RECORDED: 'Ring the responsible body.',
    NOT_OFFERED_HERE: 'Ring the responsible body.',
    AGE_OUT_OF_RANGE: 'Choose another need.',
  };
  return [{ label: 'What to do', detail: advice[reason] }, URGENT_STEP];
}

/** Postcodes that may have been meant: to be chosen by the asker, never for them. */
export function suggested(postcodes: readonly Postcode[]): NextStep[] {
  return postcodes.length > 0
    ? [{ label: 'Did you mean', detail: `${postcodes.join(' or ')}? Check with the person.` }]
    : [];
}
