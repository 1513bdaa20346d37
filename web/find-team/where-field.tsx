import { TextInput } from 'nhsuk-react-components';
import { type ReactNode, useEffect, useRef } from 'react';

import { PointField } from './point-field.tsx';
import { LONGEST_POSTCODE } from './question.ts';
import { Suggestions } from './suggestions.tsx';
import type { ReferralState } from './use-referral.ts';

type WhereFieldProps = {
  readonly state: Pick<ReferralState, 'typed' | 'faults' | 'suggestions' | 'type'>;
};

/** A postcode, or a point where there is none: a caravan, a field, a boat. */
export function WhereField({ state }: WhereFieldProps): ReactNode {
  const { typed, type } = state;
  const { by } = typed;
  const shown = useRef(by);
  useEffect(() => {
    if (shown.current !== by) document.getElementById(by)?.focus();
    shown.current = by;
  }, [by]);
  return (
    <>
      {by === 'postcode' ? (
        <PostcodeField state={state} />
      ) : (
        <PointField
          point={typed.point}
          error={state.faults.point ?? ''}
          choose={(point) => {
            type({ point });
          }}
        />
      )}
      <p className="other-way">
        <button
          type="button"
          className="link-button"
          onClick={() => {
            type({ by: by === 'postcode' ? 'point' : 'postcode' });
          }}
        >
          {by === 'postcode' ? 'No postcode? Use a point on a map' : 'Use a postcode'}
        </button>
      </p>
    </>
  );
}

function PostcodeField({ state }: WhereFieldProps): ReactNode {
  const { typed, faults, suggestions, type } = state;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <TextInput
        id="postcode"
        name="postcode"
        label="Postcode of the person’s home"
        labelProps={{ size: 's' }}
        hint="For example, SO23 8UJ. For no fixed abode, ZZ99 3VZ"
        width={10}
        autoComplete="postal-code"
        spellCheck={false}
        autoCapitalize="characters"
        maxLength={LONGEST_POSTCODE}
        error={faults.postcode ?? ''}
        value={typed.postcode}
        ref={input}
        onChange={(event) => {
          type({ postcode: event.target.value });
        }}
      />
      <Suggestions
        postcodes={suggestions}
        use={(postcode) => {
          type({ postcode });
          input.current?.focus();
        }}
      />
    </>
  );
}
