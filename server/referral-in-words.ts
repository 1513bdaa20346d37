import type { Referral, Routed } from './domain/referral-outcome.ts';
import type { TeamOffer } from './domain/team-offer.ts';

/** A referral as a terminal shows it: who is responsible, whom to ring, what to ask. */
export function referralInWords(referral: Referral): string {
  switch (referral.kind) {
    case 'routed':
      return routedInWords(referral);
    case 'needs-choice':
      return [
        ...referral.urgent.map(offerInWords),
        referral.message,
        referral.question,
        ...referral.options.map(
          ({ answer, label }) => `  --answer ${referral.key}=${answer}  ${label}`,
        ),
      ].join('\n');
    case 'not-routable':
      return [
        `${referral.reason}: ${referral.message}`,
        ...referral.next.map(({ label, detail }) => `  ${label}: ${detail}`),
      ].join('\n');
  }
}

function routedInWords({ need, confidence, responsible, teams, reasons }: Routed): string {
  return [
    `${need.name}, confidence ${confidence.toLowerCase()}`,
    '',
    ...responsible.map(
      ({ sector, body, presumed, because }) =>
        `${sector}: ${body.name}${presumed ? ' (presumed)' : ''}\n  ${because}.`,
    ),
    '',
    ...teams.map(offerInWords),
    '',
    ...reasons.map(({ fact, source }) => `- ${fact} (${source})`),
  ].join('\n');
}

function offerInWords({ team, openNow, contactNow, opensNext }: TeamOffer): string {
  const { phone, label } = contactNow ?? team.day;
  const opening = opensNext === null ? '' : ` until ${inLondon(opensNext)}`;
  const state = openNow ? 'Open now' : contactNow ? 'Closed; out of hours' : `Closed${opening}`;
  return `${team.name}, ${team.organisation}\n  ${state}: ${phone} (${label})`;
}

function inLondon(epochMs: number): string {
  return new Date(epochMs).toLocaleString('en-GB', { timeZone: 'Europe/London' });
}
