import type { ReactNode } from 'react';

import { WEIGHTS } from '../compare-boundaries/address.ts';
import { Choice } from '../compare-boundaries/choice.tsx';
import { WEIGHT_WORDS } from '../compare-boundaries/words.ts';
import { bodyName } from '../words/bodies.ts';
import { capital, listedKind } from '../words/kinds.ts';
import { HEALTH_OF_THE_DAY, type HistoryChoices } from './choices.ts';
import type { HistoryChoicesState } from './use-history-choices.ts';

type HistoryFormProps = Pick<HistoryChoicesState, 'kinds' | 'councils' | 'choose'> & {
  readonly choices: HistoryChoices;
};

const EVERYWHERE = '';

/** Each choice is made at once and stands in the address. */
export function HistoryForm({ kinds, councils, choose, choices }: HistoryFormProps): ReactNode {
  const kindOptions = kinds.map((kind) => [kind, listedKind(kind)] as const);
  return (
    <form
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className="choices-row">
        <Choice
          name="left"
          label="Compare"
          value={choices.left}
          options={kindOptions}
          choose={(left) => {
            choose({ left });
          }}
        />
        <Choice
          name="against"
          label="with"
          value={choices.against}
          options={[[HEALTH_OF_THE_DAY, 'The health bodies of the day'], ...kindOptions]}
          choose={(against) => {
            choose({ against });
          }}
        />
        <Choice
          name="within"
          label="within"
          value={choices.within ?? EVERYWHERE}
          options={[
            [EVERYWHERE, 'Everywhere'],
            ...councils.map((area) => [area.code, capital(bodyName(area))] as const),
          ]}
          choose={(code) => {
            choose({ within: code === EVERYWHERE ? null : code });
          }}
        />
        <Choice
          name="weight"
          label="weighed by"
          value={choices.weight}
          options={WEIGHTS.map((weight) => [weight, capital(WEIGHT_WORDS[weight])] as const)}
          choose={(chosen) => {
            const weight = WEIGHTS.find((each) => each === chosen);
            if (weight) choose({ weight });
          }}
        />
      </div>
    </form>
  );
}
