import type { ReactNode } from 'react';

import { shortKind } from '../words/kinds.ts';
import { type Comparison, keyOf, type Overlap } from './ask.ts';
import { sumOf } from './matrix.ts';
import { countInWords, percentInWords } from './words.ts';

type MisfitsProps = {
  readonly comparison: Comparison;
  readonly select: (key: string) => void;
};

/** Where the lines cross, by name, with the people who live there. */
export function Misfits({ comparison, select }: MisfitsProps): ReactNode {
  const { misfits, overlaps } = comparison;
  const found = new Map(overlaps.map((overlap) => [keyOf(overlap), overlap]));
  return (
    <section aria-labelledby="misfits">
      <h2 id="misfits" className="nhsuk-heading-m">
        Misfits
      </h2>
      {misfits.length === 0 ? (
        <p>None: wherever the two sets meet, one lies inside the other.</p>
      ) : (
        <>
          <p>{crossingInWords(overlaps)} Those that cut off most come first.</p>
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
                <span className="misfit-facts">
                  {factsOf(found.get(keyOf(misfit)), comparison)}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** All overlaps that cross, whether listed or not. */
function crossingInWords(overlaps: readonly Overlap[]): string {
  const crossing = overlaps.filter(({ relation }) => relation === 'CROSSES');
  const residents = sumOf(crossing, 'residents');
  const who =
    residents === null
      ? `${countInWords(sumOf(crossing, 'postcodes') ?? 0)} postcodes lie`
      : `${countInWords(residents)} residents live`;
  return `${who} where the lines cross: neither area holds all of the other.`;
}

function factsOf(overlap: Overlap | undefined, { left, right }: Comparison): string {
  if (!overlap) return '';
  const { residents, postcodes, shareOfLeft, shareOfRight } = overlap;
  const people =
    typeof residents === 'number'
      ? `${countInWords(residents)} residents`
      : `${countInWords(postcodes)} postcodes`;
  return `${people}: ${percentInWords(shareOfLeft)}% of the ${shortKind(left)}, ${percentInWords(shareOfRight)}% of the ${shortKind(right)}`;
}
