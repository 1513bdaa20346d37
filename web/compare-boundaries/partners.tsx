import { type ReactNode, useState } from 'react';

import { MeasureSources } from '../layout/measure-sources.tsx';
import { capital, shortKind, shortKinds } from '../words/kinds.ts';
import { PARTNERS_NOTE } from '../words/measures.ts';
import type { Comparison, Partners } from './ask.ts';
import { percentInWords } from './words.ts';

/** With how many of the other side each area has to work, those with most first. */
export function PartnersTables({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { left, right, ofLeft, ofRight } = comparison;
  return (
    <section aria-labelledby="partners">
      <h2 id="partners" className="nhsuk-heading-m">
        Partners of each area
      </h2>
      <p>
        {PARTNERS_NOTE.name}: {PARTNERS_NOTE.meaning}{' '}
        <MeasureSources sources={PARTNERS_NOTE.sources} />
      </p>
      <div className="partners">
        <PartnersTable own={left} other={right} partners={ofLeft} />
        <PartnersTable own={right} other={left} partners={ofRight} />
      </div>
    </section>
  );
}

type PartnersTableProps = {
  readonly own: string;
  readonly other: string;
  readonly partners: readonly Partners[];
};

const FIRST_ROWS = 12;

function PartnersTable({ own, other, partners }: PartnersTableProps): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? partners : partners.slice(0, FIRST_ROWS);
  const name = `${capital(shortKinds(own))} and their ${shortKinds(other)}`;
  return (
    <div>
      <div className="scroll-box" role="region" aria-label={name} tabIndex={0}>
        <table className="matrix">
          <caption className="nhsuk-u-visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{capital(shortKind(own))}</th>
              <th scope="col" className="number">
                Effective partners
              </th>
              <th scope="col" className="number">
                {capital(shortKinds(other))}
              </th>
              <th scope="col">Main {shortKind(other)}</th>
              <th scope="col" className="number">
                % in it
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ area, effective, count, main, mainShare }) => (
              <tr key={area.code}>
                <th scope="row">{area.name}</th>
                <td className="number">{effective.toFixed(2)}</td>
                <td className="number">{count}</td>
                <td>{main.name}</td>
                <td className="number">{percentInWords(mainShare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < partners.length && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            setWhole(true);
          }}
        >
          Show all {partners.length} {shortKinds(own)}
        </button>
      )}
    </div>
  );
}
