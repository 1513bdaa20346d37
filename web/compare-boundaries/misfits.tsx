import type { ReactNode } from 'react';

import { type Comparison, keyOf } from './ask.ts';

type MisfitsProps = {
  readonly comparison: Comparison;
  readonly select: (key: string) => void;
};

export function Misfits({ comparison: { misfits }, select }: MisfitsProps): ReactNode {
  return (
    <section aria-labelledby="misfits">
      <h2 id="misfits" className="nhsuk-heading-m">
        Misfits
      </h2>
      {misfits.length === 0 ? (
        <p>None: wherever the two sets meet, one lies inside the other.</p>
      ) : (
        <>
          <p>Where the lines cross, those that cut off most first.</p>
          <ol className="misfits">
            {misfits.map((misfit) => (
              <li key={keyOf(misfit)}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    select(keyOf(misfit));
                  }}
                >
                  {misfit.left.name} and {misfit.right.name}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
