import type { ReactNode } from 'react';

import { bodyName } from '../words/bodies.ts';
import { capital } from '../words/kinds.ts';
import { shareInWords } from '../words/shares.ts';
import type { Choice } from './ask.ts';

type Option = Choice['options'][number];

type ChoiceOptionsProps = {
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly choose: (answer: string) => void;
};

export function ChoiceOptions({ options, chosen, choose }: ChoiceOptionsProps): ReactNode {
  return (
    <div className="nhsuk-radios">
      {options.map((option, index) => {
        const id = `option-${index + 1}`;
        return (
          <div key={option.answer} className="nhsuk-radios__item">
            <input
              className="nhsuk-radios__input"
              type="radio"
              name="answer"
              id={id}
              value={option.answer}
              checked={chosen === option.answer}
              aria-describedby={hasShare(option) ? `${id}-share` : undefined}
              onChange={() => {
                choose(option.answer);
              }}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
              {option.area ? bodyName({ ...option.area, name: option.label }) : option.label}
            </label>
            {hasShare(option) && (
              <div id={`${id}-share`} className="nhsuk-hint nhsuk-radios__hint">
                {capital(shareInWords(option.share))} with this postcode
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

function hasShare(option: Option): option is Option & { readonly share: number } {
  return typeof option.share === 'number';
}
