import type { Area, Kind } from './area.ts';
import { holds, type LocalDate, type Period } from './calendar.ts';
import { coversGround, type CoverageTerm } from './coverage.ts';

export const SECTORS = ['HEALTH', 'SOCIAL_CARE', 'HOUSING'] as const;
export type Sector = (typeof SECTORS)[number];

export const SECTOR_IN_WORDS: Readonly<Record<Sector, string>> = {
  HEALTH: 'health',
  SOCIAL_CARE: 'social care',
  HOUSING: 'housing',
};

export const RULES = [
  'gp-registration',
  'ordinary-residence',
  'where-present',
  'looked-after-by',
  'placed-from',
  'placed-by-nhs',
  'detained-from',
  'resident-when-detained',
  'public-health',
  'home-district',
] as const;
export type RuleId = (typeof RULES)[number];

/** Which body answers, and why. */
export type Rule = {
  /** Kinds of body, first one in force on the day. */
  readonly kinds: readonly Kind[];
  /** One sentence after the body's name: why it is responsible. */
  readonly because: string;
  /** The same for a person with no fixed abode: what then decides. */
  readonly withNoFixedAbode: string;
  /** Set where the place alone cannot make the answer sure: what would. */
  readonly presumedUnless: string | null;
  /** Act or guidance, where a need names none of its own. */
  readonly source: string;
};

export const RULE_OF: Readonly<Record<RuleId, Rule>> = {
  'gp-registration': {
    kinds: ['icb', 'ccg', 'pct'],
    because: 'covers the usual address, and the GP practice is not known',
    withNoFixedAbode:
      'covers where the person is now, which decides with no fixed abode and no known GP practice',
    presumedUnless: 'Give the GP practice: NHS responsibility follows registration, not the home.',
    source: 'NHS England, Who Pays? (March 2024), general rules',
  },
  'ordinary-residence': {
    kinds: ['upper-tier'],
    because: 'does social care where the person is ordinarily resident',
    withNoFixedAbode:
      'does social care for people who are in its area and have no settled residence',
    presumedUnless: null,
    source:
      'Care Act 2014, sections 18 and 39; before April 2015, National Assistance Act 1948, section 24',
  },
  'where-present': {
    kinds: ['upper-tier'],
    because: 'must act where the person is now, wherever they come from',
    withNoFixedAbode: 'must act where the person is now, wherever they come from',
    presumedUnless: null,
    source:
      'Children Act 1989, section 47; Care Act 2014, section 42; Mental Health Act 1983, section 13',
  },
  'looked-after-by': {
    kinds: ['upper-tier'],
    because:
      'covers the address; the council that looks after a child stays responsible wherever it places them',
    withNoFixedAbode:
      'covers where the child is now; the council that looks after a child stays responsible wherever it is',
    presumedUnless: 'Check which council looks after the child: it stays responsible after a move.',
    source: 'Children Act 1989, sections 22 and 105(6)',
  },
  'placed-from': {
    kinds: ['icb', 'ccg', 'pct'],
    because:
      'is the NHS body of the address or GP practice; that of the place a council placed a child from stays responsible',
    withNoFixedAbode:
      'covers where the child is now; the NHS body of the place a council placed a child from stays responsible',
    presumedUnless:
      'Check where the child lived when the council placed it: the NHS body of that place stays responsible.',
    source: 'NHS England, Who Pays? (March 2024), on children placed by a council',
  },
  'placed-by-nhs': {
    kinds: ['icb', 'ccg', 'pct'],
    because:
      'is the NHS body of the address or GP practice; one that placed the person in a care home elsewhere stays responsible',
    withNoFixedAbode:
      'covers where the person is now; an NHS body that placed the person in a care home elsewhere stays responsible',
    presumedUnless:
      'Check whether an NHS body placed the person in a care home: the one that did stays responsible, whatever the GP practice now.',
    source: 'NHS England, Who Pays? (March 2024), on placements and continuing healthcare',
  },
  'detained-from': {
    kinds: ['icb', 'ccg', 'pct'],
    because:
      'is the NHS body of the address or GP practice given; the one responsible when the person was detained stays responsible',
    withNoFixedAbode:
      'covers the place given; the NHS body responsible when the person was detained stays responsible',
    presumedUnless:
      'Check that the home and GP practice given are those of just before the person was detained: the NHS body of that time stays responsible.',
    source: 'Mental Health Act 1983, section 117; NHS England, Who Pays? (March 2024)',
  },
  'resident-when-detained': {
    kinds: ['upper-tier'],
    because:
      'covers the address given; the council where the person lived just before being detained stays responsible',
    withNoFixedAbode:
      'covers the place given; the council where the person lived just before being detained stays responsible',
    presumedUnless:
      'Check that the home given is that of just before the person was detained: the council of that home stays responsible.',
    source: 'Mental Health Act 1983, section 117(3)',
  },
  'public-health': {
    kinds: ['upper-tier'],
    because: 'commissions public health services for people who live in its area',
    withNoFixedAbode: 'commissions public health services for people who are in its area',
    presumedUnless: null,
    source: 'National Health Service Act 2006, section 2B, since April 2013',
  },
  'home-district': {
    kinds: ['district'],
    because: 'is the housing authority for the address',
    withNoFixedAbode: 'takes homelessness applications from people in its area',
    presumedUnless: null,
    source:
      'Housing Act 1996, Part 7; Housing Grants, Construction and Regeneration Act 1996, section 23',
  },
};

/** By which rule a sector answers a need, and since and until when. */
export type SectorRule = {
  readonly sector: Sector;
  readonly rule: RuleId;
  /** Act or guidance, with its section. */
  readonly source: string;
  readonly link: string | null;
  readonly period: Period;
};

/** A record that nobody offers a need on some ground: why, and what to do instead. */
export type NotOffered = {
  readonly covers: readonly CoverageTerm[];
  readonly period: Period;
  readonly because: string;
  readonly instead: string;
};

/** Years, both ends included; null is open. */
export type AgeBand = { readonly from: number | null; readonly to: number | null };

/** What the person needs, and which sectors answer by which rule. */
export type Need = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Urgent answers always carry a contact that answers now. */
  readonly urgent: boolean;
  readonly sectors: readonly SectorRule[];
  readonly ages: AgeBand;
  readonly notOffered: readonly NotOffered[];
};

/** The need as its rules stood on a day. */
export function needOn(need: Need, on: LocalDate): Need {
  return { ...need, sectors: need.sectors.filter(({ period }) => holds(period, on)) };
}

/** The record that nobody offers the need on this ground that day. */
export function notOfferedOn(
  { notOffered }: Need,
  ground: readonly Area[],
  on: LocalDate,
): NotOffered | undefined {
  return notOffered.find(({ covers, period }) => holds(period, on) && coversGround(covers, ground));
}

export function fitsAge({ from, to }: AgeBand, age: number | undefined): boolean {
  return age === undefined || ((from === null || age >= from) && (to === null || age <= to));
}
