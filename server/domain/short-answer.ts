import type { Responsibility } from './decision.ts';
import { DID_YOU_MEAN } from './next-steps.ts';
import type { ShortAnswer, ShortBody, ShortContact, ShortTeam } from './outward-file.ts';
import type { Placeless, Routed } from './referral-outcome.ts';
import type { Contact } from './team.ts';
import type { TeamOffer } from './team-offer.ts';

/** Without what differs from one postcode to the next and decides nothing: shares, and others that may be meant. */
export function shorten(referral: Placeless): ShortAnswer {
  switch (referral.kind) {
    case 'routed':
      return {
        outcome: 'Routed',
        confidence: referral.confidence,
        bodies: referral.responsible.map(shortBody),
        teams: referral.teams.map(shortTeam),
        doubts: doubtsOf(referral),
      };
    case 'needs-choice':
      return {
        outcome: 'NeedsChoice',
        reason: referral.reason,
        message: referral.message,
        question: referral.question,
        options: referral.options.map(({ label }) => label),
        urgent: referral.urgent.map(shortTeam),
      };
    case 'not-routable':
      return {
        outcome: 'NotRoutable',
        reason: referral.reason,
        message: referral.message,
        next: referral.next.filter(({ label }) => label !== DID_YOU_MEAN),
      };
  }
}

/** Reasons that are no rule of responsibility. */
function doubtsOf({ reasons, responsible }: Pick<Routed, 'reasons' | 'responsible'>): string[] {
  const rules = new Set<string>(responsible.map(({ rule }) => rule));
  return [...new Set(reasons.filter(({ rule }) => !rules.has(rule)).map(({ fact }) => fact))];
}

function shortBody({ sector, body, presumed }: Responsibility): ShortBody {
  return { sector, kind: body.set.kind, code: body.code, gss: body.gss, name: body.name, presumed };
}

function shortTeam({ team, sectors, tied, stale }: TeamOffer): ShortTeam {
  const { name, organisation, day, outOfHours } = team;
  return {
    name,
    organisation,
    sectors,
    day: shortContact(day),
    outOfHours: outOfHours && shortContact(outOfHours),
    tied,
    stale,
  };
}

function shortContact({ label, phone }: Contact): ShortContact {
  return { label, phone };
}
