import type { ReactNode } from 'react';

import type { PracticesQuery } from '../api/generated/graphql.ts';
import type { Asked } from '../api/use-reply.ts';
import { Status } from '../layout/trouble.tsx';
import { dayInWords } from '../words/dates.ts';
import { practiceName } from '../words/practices.ts';
import { MOST_PRACTICES, type Practice } from './ask.ts';

type PracticeOptionsProps = {
  readonly searched: string;
  readonly reply: Asked<PracticesQuery, unknown>['reply'];
  readonly retry: () => void;
  readonly chosen: Pick<Practice, 'code'> | null;
  readonly choose: (practice: Practice) => void;
};

/** The practices found, as radios; how many is read out. */
export function PracticeOptions(props: PracticeOptionsProps): ReactNode {
  const { searched, reply, retry, chosen, choose } = props;
  if (reply.kind === 'unreachable' || reply.kind === 'refused')
    return (
      <p role="alert">
        The search had no answer.{' '}
        <button type="button" className="link-button" onClick={retry}>
          Search again
        </button>{' '}
        or leave the practice out: the answer then says “presumed”.
      </p>
    );
  const found = reply.kind === 'answered' ? reply.data.practices : [];
  const differ = new Set(found.map(({ body }) => body?.name)).size > 1;
  return (
    <>
      <Status>{reply.kind === 'answered' && <p>{foundInWords(found.length, searched)}</p>}</Status>
      {found.length > 0 && (
        <div className="nhsuk-form-group">
          <fieldset className="nhsuk-fieldset">
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
              Which practice is it?
            </legend>
            <div className="nhsuk-radios nhsuk-radios--small">
              {found.map((practice) => (
                <PracticeOption
                  key={practice.code}
                  practice={practice}
                  facts={factsOf(practice, differ)}
                  isChosen={chosen?.code === practice.code}
                  choose={choose}
                />
              ))}
            </div>
          </fieldset>
        </div>
      )}
    </>
  );
}

type PracticeOptionProps = {
  readonly practice: Practice;
  readonly facts: string;
  readonly isChosen: boolean;
  readonly choose: (practice: Practice) => void;
};

function PracticeOption({ practice, facts, isChosen, choose }: PracticeOptionProps): ReactNode {
  const { code, name } = practice;
  const id = `practice-${code}`;
  return (
    <div className="nhsuk-radios__item">
      <input
        className="nhsuk-radios__input"
        type="radio"
        name="practice-found"
        id={id}
        checked={isChosen}
        aria-describedby={`${id}-facts`}
        onChange={() => {
          choose(practice);
        }}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
        {practiceName(name)}
      </label>
      <div id={`${id}-facts`} className="nhsuk-hint nhsuk-radios__hint">
        {facts}
      </div>
    </div>
  );
}

/** The NHS body only where it tells them apart. */
function factsOf({ code, postcode, body, closed }: Practice, differ: boolean): string {
  return [
    ...(postcode ? [postcode] : []),
    ...(differ && body ? [body.name] : []),
    ...(closed ? [`closed on ${dayInWords(closed)}`] : []),
    `code ${code}`,
  ].join(', ');
}

function foundInWords(count: number, searched: string): string {
  if (count === 0)
    return `No practice here has “${searched}” in its name, postcode or code. Try one word, or the first half of its postcode.`;
  if (count === 1) return '1 practice found. Choose it below if it is the one.';
  const more = count === MOST_PRACTICES ? ' There may be more: add a word or the postcode.' : '';
  return `${count} practices found. Choose one below.${more}`;
}
