import type { ReactNode } from 'react';

import type { CouncilsQuery } from '../api/generated/graphql.ts';
import { bodyName } from '../words/bodies.ts';
import { capital } from '../words/kinds.ts';
import { type Choices, WEIGHTS } from './address.ts';
import { Choice } from './choice.tsx';
import { WEIGHT_WORDS } from './words.ts';

type WithinAndWeightChosen = Pick<Choices, 'within' | 'weight'>;
type Councils = CouncilsQuery['areas'];

type WithinAndWeightProps = {
  readonly choices: WithinAndWeightChosen;
  readonly councils: Councils;
  readonly choose: (change: Partial<WithinAndWeightChosen>) => void;
};

const EVERYWHERE = '';

/** Where the sets are looked at, and by what they are weighed. */
export function WithinAndWeight({ choices, councils, choose }: WithinAndWeightProps): ReactNode {
  return (
    <>
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
    </>
  );
}

/** As ` within Hampshire County Council, weighed by residents`. */
export function withinAndWeightInWords(
  { within, weight }: WithinAndWeightChosen,
  councils: Councils,
): string {
  const council = councils.find(({ code }) => code === within);
  return `${council ? ` within ${bodyName(council)}` : ''}, weighed by ${WEIGHT_WORDS[weight]}`;
}
