import type { ReactNode } from 'react';

import { bodyName } from '../words/bodies.ts';
import { sectorsInWords } from '../words/sectors.ts';
import type { Routed } from './ask.ts';

/** The bodies that must act, by sector, and whether that is sure. */
export function Responsible({ responsible }: Pick<Routed, 'responsible'>): ReactNode {
  return (
    <section className="responsible" aria-labelledby="responsible">
      <h2 id="responsible" className="nhsuk-heading-s">
        Who is responsible
      </h2>
      <dl>
        {responsible.map(({ sector, body, presumed }) => (
          <div key={`${sector} ${body.name}`}>
            <dt>
              {sectorsInWords([sector])}, {presumed ? <em>presumed</em> : 'sure'}
            </dt>
            <dd>{bodyName(body)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
