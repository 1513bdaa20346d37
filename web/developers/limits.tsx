import type { ReactNode } from 'react';

const LIMITS = [
  ['Body', '256 kB'],
  ['Document', '1,000 tokens, 10 levels deep, 15 aliases'],
  ['Cost', '5,000, where each list counts as ten rows'],
  ['Bulk', '1,000 referrals in a request'],
  ['Introspection', 'within the same limits: schema.graphql is the quicker way'],
] as const;

export function Limits(): ReactNode {
  return (
    <>
      <h2 className="nhsuk-heading-m">Limits</h2>
      <dl className="plain-list">
        {LIMITS.map(([name, limit]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{limit}</dd>
          </div>
        ))}
      </dl>
      <p>
        Every answer can carry the id of its release, which changes whenever any of the data does.
        Ask for <span className="code-word">release {'{ id }'}</span> and keep an answer no longer
        than its release; the number that answers now changes with the hour.
      </p>
    </>
  );
}
