import type { Need } from '../domain/need.ts';
import { type Html, html } from './html.ts';
import type { Fault } from './question.ts';
import { type Field, LONGEST_POSTCODE, PLAIN_PATH, type Sent } from './sent.ts';

type Input = {
  readonly name: Field;
  readonly label: string;
  readonly hint: string;
  readonly type: 'text' | 'date';
  readonly width: number;
  readonly autocomplete: 'postal-code' | 'off';
};

const POSTCODE: Input = {
  name: 'postcode',
  label: 'Postcode of the person’s home',
  hint: 'For example, SO23 8UJ. For no fixed abode, ZZ99 3VZ. For someone at risk who is not at home, where they are now',
  type: 'text',
  width: 10,
  autocomplete: 'postal-code',
};
const MORE: readonly Input[] = [
  {
    name: 'practice',
    label: 'Code of the GP practice (optional)',
    hint: 'It stands on prescriptions. For example, J82001',
    type: 'text',
    width: 10,
    autocomplete: 'off',
  },
  {
    name: 'age',
    label: 'Age in years (optional)',
    hint: 'Some teams are for some ages only',
    type: 'text',
    width: 3,
    autocomplete: 'off',
  },
  {
    name: 'day',
    label: 'As at another day (optional)',
    hint: 'Leave empty for today. Year, month, day: 2004-03-31',
    type: 'date',
    width: 10,
    autocomplete: 'off',
  },
];

/** The form, with all that was sent in it, and what is wrong at its head and by each field. */
export function formOf(sent: Sent, needs: readonly Need[], faults: readonly Fault[]): Html {
  const isOpen = MORE.some(({ name }) => sent[name] !== '');
  const more = html`<summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">More that makes the answer surer</span>
    </summary>
    <div class="nhsuk-details__text">${MORE.map((input) => inputOf(input, sent, faults))}</div>`;
  return html`${faults.length > 0 ? problems(faults) : null}
    <h1 class="nhsuk-heading-xl">Find the team</h1>
    <p>Who is responsible for a person, and the number that answers now.</p>
    <form method="post" action="${PLAIN_PATH}" autocomplete="off">
      ${inputOf(POSTCODE, sent, faults)} ${needOf(sent, needs, faults)}
      ${
        isOpen
          ? html`<details class="nhsuk-details" open>${more}</details>`
          : html`<details class="nhsuk-details">${more}</details>`
      }
      <button class="nhsuk-button" type="submit">Find the team</button>
    </form>
    <p>
      If someone is in danger now, ring <a href="tel:999">999</a>. For urgent medical advice ring
      <a href="tel:111">111</a>.
    </p>`;
}

function inputOf(
  { name, label, hint, type, width, autocomplete }: Input,
  sent: Sent,
  faults: readonly Fault[],
): Html {
  const isWrong = faults.some(({ field }) => field === name);
  return html`<div class="nhsuk-form-group ${isWrong ? 'nhsuk-form-group--error' : ''}">
    <label class="nhsuk-label" for="${name}">${label}</label>
    <div class="nhsuk-hint" id="${name}-hint">${hint}</div>
    ${faultOf(name, faults)}
    <input
      class="nhsuk-input nhsuk-input--width-${width} ${isWrong ? 'nhsuk-input--error' : ''}"
      id="${name}"
      name="${name}"
      type="${type}"
      value="${sent[name]}"
      maxlength="${LONGEST_POSTCODE}"
      autocomplete="${autocomplete}"
      spellcheck="false"
      aria-describedby="${name}-hint ${name}-fault"
    />
  </div>`;
}

function needOf(sent: Sent, needs: readonly Need[], faults: readonly Fault[]): Html {
  return html`<div class="nhsuk-form-group">
    <label class="nhsuk-label" for="need">What the person needs</label>
    ${faultOf('need', faults)}
    <select class="nhsuk-select" id="need" name="need" aria-describedby="need-fault">
      <option value="">Choose a need</option>
      ${[true, false].map((urgent) => needGroup(sent, needs, urgent))}
    </select>
  </div>`;
}

function needGroup(sent: Sent, needs: readonly Need[], urgent: boolean): Html {
  const inGroup = needs
    .filter((need) => need.urgent === urgent)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return html`<optgroup label="${urgent ? 'Cannot wait' : 'Can wait'}">
    ${inGroup.map(({ id, name }) =>
      id === sent.need
        ? html`<option value="${id}" selected>${name}</option>`
        : html`<option value="${id}">${name}</option>`,
    )}
  </optgroup>`;
}

/** The same words as at the head; an empty place for them otherwise, so that the field may always name it. */
function faultOf(name: Field, faults: readonly Fault[]): Html {
  const fault = faults.find(({ field }) => field === name);
  return fault
    ? html`<span class="nhsuk-error-message" id="${name}-fault">Error: ${fault.text}</span>`
    : html`<span id="${name}-fault"></span>`;
}

function problems(faults: readonly Fault[]): Html {
  return html`<div class="nhsuk-error-summary" role="alert">
    <h2 class="nhsuk-error-summary__title">There is a problem</h2>
    <ul class="nhsuk-list nhsuk-error-summary__list">
      ${faults.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}
    </ul>
  </div>`;
}
