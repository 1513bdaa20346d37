import { RULES, type Sector, SECTORS } from '../domain/need.ts';
import type { NeedsChoice, NotRoutable, Placeless, Reason } from '../domain/referral-outcome.ts';
import type { TeamOffer } from '../domain/team-offer.ts';
import type { RowFault } from './row-ask.ts';

const SECTOR_COLUMNS = ['body', 'code', 'team', 'phone', 'phone_now'] as const;

/** What is put behind the columns of each row. */
export const ADDED_COLUMNS: readonly string[] = [
  'outcome',
  'reason',
  'message',
  'confidence',
  ...SECTORS.flatMap((sector) => SECTOR_COLUMNS.map((each) => `${sector.toLowerCase()}_${each}`)),
  'holds_until',
  'release',
];

/** As GraphQL has them, and one for rows that could not be asked. */
export const OUTCOME_NAMES = {
  routed: 'ROUTED',
  'needs-choice': 'NEEDS_CHOICE',
  'not-routable': 'NOT_ROUTABLE',
} as const satisfies Record<Placeless['kind'], string>;
export const BAD_ROW = 'BAD_ROW';

type About = { readonly release: string; readonly holdsUntil: number | undefined };

/** One text for each of the added columns. */
export function outcomeCells(referral: Placeless, { release, holdsUntil }: About): string[] {
  const until = holdsUntil === undefined ? '' : new Date(holdsUntil).toISOString();
  const outcome = OUTCOME_NAMES[referral.kind];
  switch (referral.kind) {
    case 'routed':
      return [
        outcome,
        '',
        doubtsIn(referral.reasons),
        referral.confidence,
        ...SECTORS.flatMap((sector) => sectorCells(sector, referral)),
        until,
        release,
      ];
    case 'needs-choice':
      return [outcome, referral.reason, choiceInWords(referral), ...blank(), release];
    case 'not-routable':
      return [outcome, referral.reason, refusalInWords(referral), ...blank(), release];
  }
}

export function faultCells({ fault, message }: RowFault, release: string): string[] {
  return [BAD_ROW, fault, message, ...blank(), release];
}

/** From `confidence` to `holds_until`. */
function blank(): string[] {
  return new Array<string>(SECTORS.length * SECTOR_COLUMNS.length + 2).fill('');
}

type Routed = Extract<Placeless, { kind: 'routed' }>;

function sectorCells(sector: Sector, { responsible, teams }: Routed): string[] {
  const bodies = responsible.filter((each) => each.sector === sector).map(({ body }) => body);
  const offers = teams.filter(({ sectors }) => sectors.includes(sector));
  return [
    bodies.map(({ name }) => name),
    bodies.map(({ code }) => code),
    offers.map(({ team }) => team.name),
    offers.map(({ team }) => team.day.phone),
    offers.map(({ contactNow }) => contactNow?.phone ?? ''),
  ].map((each) => each.filter((text) => text !== '').join(' | '));
}

const RULE_CODES: readonly string[] = RULES;

/** What makes the answer less than sure: the rules applied stand in the other columns. */
function doubtsIn(reasons: readonly Reason[]): string {
  return reasons
    .filter(({ rule }) => !RULE_CODES.includes(rule))
    .map(({ fact }) => fact)
    .join(' ');
}

function choiceInWords({ question, options, message, urgent, nearby }: NeedsChoice): string {
  const asked = `${question} ${options.map(({ label }) => label).join(' / ')}.`;
  const near = nearby.length > 0 ? [`Postcodes near it: ${nearby.join(', ')}.`] : [];
  const now = urgent.map(({ team, contactNow }: TeamOffer) => `${team.name} ${contactNow?.phone}`);
  const first = now.length > 0 ? [`If it cannot wait: ${now.join(', ')}.`] : [];
  return [...first, message, asked, ...near].join(' ');
}

function refusalInWords({ message, next }: NotRoutable): string {
  const [step] = next;
  return step ? `${message} ${step.label}: ${step.detail}` : message;
}
