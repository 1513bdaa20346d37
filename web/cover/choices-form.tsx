import type { ReactNode } from 'react';

import { DateChoice, QuickDays } from '../compare-boundaries/date-choice.tsx';
import { groupNeeds } from '../find-team/need-groups.ts';
import type { Choices } from './address.ts';
import type { ChoicesState } from './use-choices.ts';

type ChoicesFormProps = Pick<ChoicesState, 'needs' | 'sets' | 'today' | 'choose'> & {
  readonly choices: Choices;
};

const ALL = '';

/** Each choice is made at once and stands in the address. */
export function ChoicesForm(props: ChoicesFormProps): ReactNode {
  const { choices, needs, sets, today, choose } = props;
  const chooseDay = (asAt: string): void => {
    choose({ asAt });
  };
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="choices-row">
        <div className="choice">
          <label className="nhsuk-label" htmlFor="choice-need">
            Need
          </label>
          <select
            className="nhsuk-select"
            id="choice-need"
            value={choices.need ?? ALL}
            onChange={({ target: { value } }) => {
              choose({ need: value === ALL ? null : value });
            }}
          >
            <option value={ALL}>All needs</option>
            {groupNeeds(needs).map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.needs.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <DateChoice asAt={choices.asAt} choose={chooseDay} />
      </div>
      <QuickDays asAt={choices.asAt} sets={sets} today={today} choose={chooseDay} />
    </form>
  );
}
