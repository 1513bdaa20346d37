import type { Sector } from './need.ts';
import type { Postcode } from './postcode.ts';
import type { NextStep, NotRoutableReason } from './referral-outcome.ts';

export const URGENT_STEP: NextStep = {
  label: 'If someone is in danger now',
  detail: 'Ring 999. For urgent medical advice ring 111.',
};
/** NHS 111 answers in England, Scotland and Wales alone. */
const URGENT_WITHOUT_111: NextStep = {
  ...URGENT_STEP,
  detail: 'Ring 999. For urgent medical advice ring a doctor there: 111 does not answer.',
};

export const ASK_PRACTICE =
  'Ring the person’s GP practice: it knows its NHS body, and to whom that refers.';

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
    OUT_OF_COVERAGE: FIND_COUNCIL,
    NO_EDITION: 'Choose another date.',
    NO_TEAM_RECORDED: 'Ring the responsible body.',
    NO_RULE_RECORDED:
      'Ring the person’s GP practice or council and ask who answers. For today, leave the date out.',
    NOT_OFFERED_HERE: 'Ring the responsible body.',
    AGE_OUT_OF_RANGE: 'Choose another need.',
  };
  const urgent = reason === 'CROWN_DEPENDENCY' ? URGENT_WITHOUT_111 : URGENT_STEP;
  return [{ label: 'What to do', detail: advice[reason] }, urgent];
}

const FIND_COUNCIL = 'Ring the council for that address: find it at gov.uk/find-local-council.';
const FIND_TRUST =
  'Ring the health and social care trust for that address, which does both: nidirect.gov.uk names all five. Housing is for the Northern Ireland Housing Executive.';

/** Whom to ring about a place this service does not cover: who that is goes by the sectors of the need, and the country. */
export function nextOutside(sectors: readonly Sector[], country?: string): NextStep[] {
  if (country === 'Northern Ireland')
    return [{ label: 'What to do', detail: FIND_TRUST }, URGENT_WITHOUT_111];
  const council = { label: 'What to do', detail: FIND_COUNCIL };
  const practice = { label: 'For health', detail: ASK_PRACTICE };
  const isHealthAlone = sectors.length > 0 && sectors.every((sector) => sector === 'HEALTH');
  if (isHealthAlone) return [{ ...practice, label: 'What to do' }, URGENT_STEP];
  return [council, ...(sectors.includes('HEALTH') ? [practice] : []), URGENT_STEP];
}

export const DID_YOU_MEAN = 'Did you mean';

/** Postcodes that may have been meant: to be chosen by the asker, never for them. */
export function suggested(postcodes: readonly Postcode[]): NextStep[] {
  return postcodes.length > 0
    ? [{ label: DID_YOU_MEAN, detail: `${postcodes.join(' or ')}? Check with the person.` }]
    : [];
}
