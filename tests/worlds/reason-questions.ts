import type { ReleaseContent } from '../../server/database/release-content.ts';
import type { ReasonCode } from '../../server/domain/referral-outcome.ts';
import { fourSquares, pcts } from './four-squares.ts';

/** A question as the API takes it and as a person can type it. */
export type ReasonQuestion = {
  readonly postcode: string;
  readonly need?: string;
  readonly age?: number;
  readonly gpPractice?: string;
  readonly asAt?: string;
  readonly answers?: readonly { readonly question: string; readonly answer: string }[];
};

/** Every reason an answer may give, and a question about the four squares whose answer gives it. */
export const REASON_QUESTIONS: Readonly<Record<ReasonCode, ReasonQuestion>> = {
  'gp-registration': { postcode: 'SO99 1AA', need: 'mental-health' },
  'ordinary-residence': { postcode: 'SO99 1AA' },
  'where-present': { postcode: 'SO99 1AA', need: 'adult-safeguarding' },
  'looked-after-by': { postcode: 'SO99 1AA', need: 'looked-after' },
  'placed-from': { postcode: 'SO99 1AA', need: 'placed-health' },
  'placed-by-nhs': { postcode: 'SO99 1AA', need: 'care-home' },
  'detained-from': { postcode: 'SO99 1AA', need: 'after-care' },
  'resident-when-detained': { postcode: 'SO99 1AA', need: 'after-care' },
  'public-health': { postcode: 'SO99 1AA', need: 'health-visiting' },
  'home-district': { postcode: 'SO99 1AA', need: 'homelessness' },
  presumed: { postcode: 'SO99 1AA', need: 'mental-health' },
  'practice-unknown': { postcode: 'SO99 1AA', need: 'mental-health', gpPractice: 'J82001' },
  'boundary-status': { postcode: 'SO99 1AA', need: 'mental-health', asAt: '2004-03-31' },
  'no-body': { postcode: 'SO99 1AA', need: 'mental-health', asAt: '2015-01-01' },
  'no-team': { postcode: 'SO99 1AA', need: 'half-served' },
  'several-teams': { postcode: 'SO99 1AA', need: 'therapy', age: 85 },
  'not-checked': { postcode: 'SO99 1AA', need: 'therapy', age: 5 },
  ENDED: {
    postcode: 'SO99 1AF',
    answers: [{ question: 'ended', answer: 'still-there' }],
  },
  BY_SECTOR: { postcode: 'SO99 1AL' },
  NO_FIXED_ABODE: { postcode: 'ZZ99 3VZ' },
  NEAR_LINE: { postcode: 'SO99 1AH', need: 'homelessness' },
  POSITION_ROUGH: { postcode: 'SO99 1AP' },
  POSITION_GUESSED: { postcode: 'SO99 1AQ' },
  LARGE_USER: { postcode: 'SO99 1AR' },
  DIRECTORY_DISAGREES: { postcode: 'SO99 1AS', need: 'homelessness' },
};

const reconstructed = { ...pcts, status: 'RECONSTRUCTED' as const };

/** The four squares with lines of the PCTs that somebody had to draw again. */
export const reconstructedSquares: ReleaseContent = {
  ...fourSquares,
  sets: fourSquares.sets.map((set) => (set === pcts ? reconstructed : set)),
  areas: fourSquares.areas.map(({ area, shape }) => ({
    area: area.set === pcts ? { ...area, set: reconstructed } : area,
    shape,
  })),
};
