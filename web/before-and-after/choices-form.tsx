import type { ReactNode } from 'react';

import { Choice } from '../compare-boundaries/choice.tsx';
import { DateChoice } from '../compare-boundaries/date-choice.tsx';
import { kindsInForce, type SetInForce } from '../compare-boundaries/settle.ts';
import { dayInWords } from '../words/dates.ts';
import { capital, listedKind, shortKinds } from '../words/kinds.ts';
import type { Choices } from './address.ts';
import type { Reorganisation } from './ask.ts';
import { canFollow, choicesOf } from './settle.ts';

type ChoicesFormProps = {
  readonly choices: Choices;
  readonly reorganisations: readonly Reorganisation[];
  readonly sets: readonly SetInForce[];
  readonly choose: (change: Partial<Choices>) => void;
};

/** Each choice is made at once and stands in the address. */
export function ChoicesForm(props: ChoicesFormProps): ReactNode {
  const { choices, sets, choose } = props;
  const listed = (kinds: readonly string[]): (readonly [string, string])[] =>
    kinds.map((kind) => [kind, listedKind(kind)] as const);
  const later = kindsInForce(sets, choices.to).filter((kind) => canFollow(choices.before, kind));
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <QuickChoices {...props} />
      <div className="choices-row">
        <Choice
          name="before"
          label="Areas before"
          value={choices.before}
          options={listed(kindsInForce(sets, choices.from))}
          choose={(before) => {
            choose({ before, after: canFollow(before, choices.after) ? choices.after : before });
          }}
        />
        <DateChoice
          name="from"
          label="Day before"
          asAt={choices.from}
          choose={(from) => {
            choose({ from });
          }}
        />
        <Choice
          name="after"
          label="Areas after"
          value={choices.after}
          options={listed(later)}
          choose={(after) => {
            choose({ after });
          }}
        />
        <DateChoice
          name="to"
          label="Day after"
          asAt={choices.to}
          choose={(to) => {
            choose({ to });
          }}
        />
      </div>
    </form>
  );
}

/** Every reorganisation this release knows, one press each. */
function QuickChoices({ choices, reorganisations, choose }: ChoicesFormProps): ReactNode {
  if (reorganisations.length === 0) return null;
  return (
    <>
      <p className="quick-lead" id="reorganisations">
        Reorganisations
      </p>
      <div className="quick-days" role="group" aria-labelledby="reorganisations">
        {reorganisations.map((each) => {
          const wanted = choicesOf(each);
          return (
            <button
              key={JSON.stringify(wanted)}
              type="button"
              aria-pressed={isSame(wanted, choices)}
              onClick={() => {
                choose(wanted);
              }}
            >
              {nameOf(each)}
            </button>
          );
        })}
      </div>
    </>
  );
}

function nameOf({ day, before, after }: Reorganisation): string {
  const kinds =
    before.kind === after.kind
      ? capital(shortKinds(before.kind))
      : `${capital(shortKinds(before.kind))} to ${shortKinds(after.kind)}`;
  const announced = after.status === 'ANNOUNCED' ? ' (announced)' : '';
  return `${kinds}, ${dayInWords(day)}${announced}`;
}

function isSame(one: Choices, other: Choices): boolean {
  return (['before', 'from', 'after', 'to'] as const).every((name) => one[name] === other[name]);
}
