import type { ShortAnswer } from '../../server/domain/outward-file.ts';
import type { Outcome } from './match.ts';

export const OUTCOME_WORDS = {
  Routed: 'Team found',
  NeedsChoice: 'One question to ask',
  NotRoutable: 'Nobody can be named',
  NoPostcode: 'No postcode in the row',
  NotFetched: 'Could not be looked up',
} as const satisfies Record<Outcome, string>;

type Reason = Exclude<ShortAnswer, { readonly outcome: 'Routed' }>['reason'];

export const REASON_WORDS = {
  STRADDLES: 'the postcode lies on both sides of a line',
  ENDED: 'the postcode has ended',
  WHERE_NOW: 'no fixed abode: where the person is now decides',
  AGE: 'the age decides',
  MALFORMED: 'not written as a postcode is',
  PARTIAL: 'only part of a postcode',
  UNKNOWN: 'no such postcode is known',
  NO_POSITION: 'the directory gives no place for the postcode',
  NON_GEOGRAPHIC: 'the postcode of an organisation, not of a home',
  FORCES: 'a British forces address',
  CROWN_DEPENDENCY: 'in a Crown dependency',
  OVERSEAS: 'in an overseas territory',
  PSEUDO: 'an NHS code, not a place',
  OUT_OF_COVERAGE: 'outside the area covered',
  NO_EDITION: 'no boundaries are loaded for that day',
  NO_TEAM_RECORDED: 'no team is recorded',
  NO_RULE_RECORDED: 'no rule is recorded for that day',
  NOT_OFFERED_HERE: 'not offered there',
  AGE_OUT_OF_RANGE: 'not for that age',
} as const satisfies Record<Reason, string>;

export const CERTAINTY_WORDS = { HIGH: 'sure', MEDIUM: 'fairly sure', LOW: 'not sure' } as const;
