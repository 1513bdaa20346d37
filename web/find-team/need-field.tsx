import { Select } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

import { useReply } from '../api/use-reply.ts';
import { Trouble } from '../layout/trouble.tsx';
import { NEEDS } from './ask.ts';
import { groupNeeds } from './need-groups.ts';

type NeedFieldProps = {
  readonly chosen: string;
  readonly error: string;
  readonly choose: (need: string) => void;
};

const NOTHING = {};
const WHERE_NOW =
  'If the person is not at home, enter the postcode or point where they are now: that place decides.';

export function NeedField({ chosen, error, choose }: NeedFieldProps): ReactNode {
  const { reply, retry } = useReply(NEEDS, NOTHING);
  if (reply.kind === 'unreachable' || reply.kind === 'refused')
    return (
      <Trouble heading="The list of needs did not load" retry={retry}>
        Cannot reach the service. What you entered has not been lost: try again.
      </Trouble>
    );
  const needs = reply.kind === 'answered' ? reply.data.needs : [];
  const need = needs.find(({ id }) => id === chosen);
  return (
    <div className="need">
      <Select
        id="need"
        name="need"
        label="What the person needs"
        labelProps={{ size: 's' }}
        error={error}
        value={chosen}
        aria-describedby="need-description"
        onChange={(event) => {
          choose(event.target.value);
        }}
      >
        <option value="">{reply.kind === 'waiting' ? 'Loading …' : 'Choose a need'}</option>
        {groupNeeds(needs).map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.needs.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <p id="need-description" className="nhsuk-hint need-description">
        {need?.description}
        {need?.sectors.some(({ rule }) => rule === 'where-present') && ` ${WHERE_NOW}`}
      </p>
    </div>
  );
}
