import type { ChoiceOption } from '../domain/choice.ts';
import type { NeedsChoice } from '../domain/referral-outcome.ts';
import type { Contact } from '../domain/team.ts';
import type { TeamOffer } from '../domain/team-offer.ts';
import { type Html, html } from './html.ts';
import { DANGER } from './linked.ts';
import { phone } from './numbers-in-html.ts';
import { carriedOn, nameOfAnswer, PLAIN_PATH, type Sent } from './sent.ts';

/** The one question, under the numbers for who cannot wait for its answer. */
export function choiceInHtml(choice: NeedsChoice, sent: Sent): Html {
  const { urgent, options, nearby } = choice;
  const name = nameOfAnswer(choice.key);
  return html`${urgentInHtml(urgent)}
    <form method="post" action="${PLAIN_PATH}">
      ${carriedOn(sent)}
      <fieldset class="nhsuk-fieldset nhsuk-form-group">
        <legend class="nhsuk-fieldset__legend">
          <h1 class="nhsuk-heading-l">${choice.question}</h1>
        </legend>
        <p>${choice.message}</p>
        <div class="nhsuk-radios">
          ${options.map((option, at) => optionInHtml(name, option, at))}
        </div>
      </fieldset>
      <button class="nhsuk-button" type="submit">Continue</button>
    </form>
    ${
      nearby.length > 0
        ? html`<p>Postcodes in use nearby, the nearest first: ${nearby.join(', ')}.</p>`
        : null
    }`;
}

/** Numbers alone, so that the question stays in sight: teams closed at night share one, shown once. */
function urgentInHtml(urgent: readonly TeamOffer[]): Html | null {
  const numbers = new Map<string, { readonly contact: Contact; readonly teams: string[] }>();
  for (const { contactNow: contact, team } of urgent)
    if (contact) {
      const known = numbers.get(contact.phone) ?? { contact, teams: [] };
      numbers.set(contact.phone, { contact, teams: [...known.teams, team.name] });
    }
  if (numbers.size === 0) return null;
  return html`<section class="urgent">
    <h2 class="nhsuk-heading-s">If it cannot wait, ring now</h2>
    ${Array.from(
      numbers.values(),
      ({ contact, teams }) =>
        html`<p>${phone(contact, 'big-number')}, for ${teams.join(' and ')}</p>`,
    )}
    ${DANGER}
  </section>`;
}

function optionInHtml(name: string, { answer, label, share }: ChoiceOption, at: number): Html {
  const id = `option-${at}`;
  const part = share === null ? null : html`, ${percent(share)} of its addresses`;
  return html`<div class="nhsuk-radios__item">
    <input
      class="nhsuk-radios__input"
      id="${id}"
      type="radio"
      name="${name}"
      value="${answer}"
      required
    />
    <label class="nhsuk-label nhsuk-radios__label" for="${id}">${label}${part}</label>
  </div>`;
}

function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded < 1) return 'under 1 %';
  return rounded > 99 && share < 1 ? 'over 99 %' : `about ${rounded} %`;
}
