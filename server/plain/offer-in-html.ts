import { dayInWords } from '../domain/calendar.ts';
import type { TeamOffer } from '../domain/team-offer.ts';
import { type Html, html } from './html.ts';
import { numbersInHtml } from './numbers-in-html.ts';

/** A team: its numbers before all else, then what it does and what it may be told. */
export function offerInHtml(offer: TeamOffer): Html {
  const { team, stale, tied } = offer;
  return html`<section class="team">
    <h2 class="nhsuk-heading-m">${team.name}</h2>
    ${tied ? html`<p>Another team fits as well: ring either and ask.</p>` : null}
    ${stale ? html`<p>This entry has not been checked for a year: make sure of the number.</p>` : null}
    ${numbersInHtml(offer)}
    <p>${team.does} Not this team: ${team.doesNot}</p>
    <details class="nhsuk-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">What you may share with this team</span>
      </summary>
      <div class="nhsuk-details__text">${team.sharing}</div>
    </details>
    <p class="team-checked">
      Run by ${team.organisation}. Entry last checked on ${dayInWords(team.checkedOn)}.
    </p>
  </section>`;
}
