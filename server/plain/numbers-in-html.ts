import type { Contact } from '../domain/team.ts';
import type { TeamOffer } from '../domain/team-offer.ts';
import { type Html, html } from './html.ts';

export const WHEN = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** The number that answers now before all others; then the other one, and when it answers. */
export function numbersInHtml(offer: TeamOffer): Html {
  const { openNow, contactNow } = offer;
  return html`<div class="numbers ${openNow ? 'open' : 'closed'}">
    ${stateOf(offer)} ${contactNow && html`<p>${phone(contactNow, 'big-number')}</p>`}
    ${openNow ? whenClosed(offer) : whenOpen(offer)}
  </div>`;
}

function stateOf({ openNow, contactNow, opensNext }: TeamOffer): Html {
  if (openNow) return html`<p><strong>Open now.</strong></p>`;
  if (contactNow) return html`<p><strong>Closed now.</strong> Ring instead:</p>`;
  const closed = opensNext === null ? 'Closed now.' : `Closed until ${WHEN.format(opensNext)}.`;
  return html`<p><strong>${closed}</strong> Nobody answers for it until then.</p>`;
}

function whenClosed({ team: { outOfHours, hoursText }, contactNow }: TeamOffer): Html | null {
  if (outOfHours === null)
    return hoursText === 'always' ? null : html`<p>When closed, nobody answers for it.</p>`;
  if (outOfHours.phone === contactNow?.phone) return null;
  return html`<p>When closed: ${phone(outOfHours, 'phone')}</p>`;
}

function whenOpen({ team: { day }, contactNow, opensNext }: TeamOffer): Html | null {
  const opens = opensNext === null ? undefined : WHEN.format(opensNext);
  if (day.phone === contactNow?.phone) return opens ? html`<p>Closed until ${opens}.</p>` : null;
  return html`<p>${opens ? `From ${opens}` : 'When open'}: ${phone(day, 'phone')}</p>`;
}

export function phone({ phone: number, label }: Contact, look: string): Html {
  const address = `tel:${number.replaceAll(/[^\d+]/g, '')}`;
  return html`<a class="${look}" href="${address}">${number}</a> ${label}`;
}
