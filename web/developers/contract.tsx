import type { ReactNode } from 'react';

import { Section } from './section.tsx';
import { useFile } from './use-file.ts';

/** As the server publishes it at `/contract.json`, from the constants it answers by. */
type PublishedContract = {
  readonly limits: readonly { readonly of: string; readonly limit: string }[];
  readonly errors: readonly {
    readonly code: string;
    readonly status: number;
    readonly says: string;
  }[];
};

const EMPTY: PublishedContract = { limits: [], errors: [] };

const STATUSES = [
  ['400', 'The body is not JSON in UTF-8, or says a name twice.'],
  ['401, 403', 'A key is wanted, or one that is allowed to ask this.'],
  ['405, 415', 'Only POST, only JSON, not compressed.'],
  ['408', 'The question did not come whole within ten seconds.'],
  ['413', 'The body is too large.'],
  [
    '429, 503',
    'Too much is asked just now: wait as long as Retry-After says, then ask the same again.',
  ],
] as const;

export function Contract(): ReactNode {
  const file = useFile('/contract.json');
  const { limits, errors } =
    file.kind === 'read' ? (JSON.parse(file.text) as PublishedContract) : EMPTY;
  const lost = file.kind === 'lost' && (
    <p>
      The list did not load. It is at <a href="/contract.json">contract.json</a>.
    </p>
  );
  return (
    <>
      <Section id="limits" name="Limits">
        {lost}
        <dl className="plain-list">
          {limits.map(({ of, limit }) => (
            <div key={of}>
              <dt>{of}</dt>
              <dd>{limit}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="errors" name="Errors">
        <p>
          An outcome you may not like is an answer, never an error. An error has a sentence in{' '}
          <span className="code-word">message</span> and one of these in{' '}
          <span className="code-word">extensions.code</span>; the status is that of an answer in{' '}
          <span className="code-word">application/graphql-response+json</span>. Neither ever repeats
          a postcode.
        </p>
        {lost}
        <dl className="plain-list">
          {errors.map(({ code, status, says }) => (
            <div key={code}>
              <dt className="code-word">{code}</dt>
              <dd>
                {status}. {says}
              </dd>
            </div>
          ))}
        </dl>
        <p>A request that never reaches GraphQL is refused by its status, with a sentence:</p>
        <dl className="plain-list">
          {STATUSES.map(([status, says]) => (
            <div key={status}>
              <dt className="code-word">{status}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <p>
          Limits and codes as data: <a href="/contract.json">contract.json</a>.
        </p>
      </Section>
    </>
  );
}
