import type { Placeless } from '../domain/referral-outcome.ts';
import type { ChoiceOption } from '../domain/choice.ts';
import type { Responsibility } from '../domain/decision.ts';
import type { TeamOffer } from '../domain/team-offer.ts';
import { BAD_ROW, OUTCOME_NAMES } from './outcome-cells.ts';
import type { RowFault } from './row-ask.ts';

/** An answer as JSON, under the names GraphQL gives, without its place. */
export function outcomeJson(
  referral: Placeless,
  about: { readonly release: string; readonly holdsUntil: number | undefined },
): object {
  const outcome = OUTCOME_NAMES[referral.kind];
  const { release } = about;
  const holdsUntil = momentJson(about.holdsUntil ?? null);
  switch (referral.kind) {
    case 'routed':
      return {
        outcome,
        confidence: referral.confidence,
        responsible: referral.responsible.map(bodyJson),
        teams: referral.teams.map(offerJson),
        reasons: referral.reasons.map(({ rule, fact, source }) => ({ rule, fact, source })),
        holdsUntil,
        release,
      };
    case 'needs-choice': {
      const { reason: cause, key, question, message, nearby } = referral;
      const options = referral.options.map(optionJson);
      const urgent = referral.urgent.map(offerJson);
      const asked = { cause, key, question, options, message, urgent, nearby };
      return { outcome, ...asked, holdsUntil, release };
    }
    case 'not-routable': {
      const { reason, message, next } = referral;
      return { outcome, reason, message, next, holdsUntil, release };
    }
  }
}

export function faultJson({ fault, message }: RowFault, release: string): object {
  return { outcome: BAD_ROW, reason: fault, message, release };
}

function bodyJson({ sector, body, presumed, because, source }: Responsibility): object {
  return { sector, body: body.name, code: body.code, presumed, because, source };
}

function offerJson({ team, sectors, openNow, contactNow, opensNext }: TeamOffer): object {
  const { name, organisation, day } = team;
  return {
    name,
    organisation,
    sectors,
    phone: day.phone,
    openNow,
    phoneNow: contactNow?.phone ?? null,
    opensNext: momentJson(opensNext),
  };
}

function optionJson({ answer, label, share }: ChoiceOption): object {
  return { answer, label, share };
}

function momentJson(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
