import { type ReactNode, type SubmitEvent, useState } from 'react';

import { post, type Reply } from '../api/request.ts';
import { Status } from '../layout/trouble.tsx';
import { EXAMPLE } from './example.ts';

type Shown = Reply<unknown> | { readonly kind: 'none' } | { readonly kind: 'waiting' };

export function TryIt(): ReactNode {
  const [query, setQuery] = useState(EXAMPLE);
  const [shown, setShown] = useState<Shown>({ kind: 'none' });
  const run = (event: SubmitEvent): void => {
    event.preventDefault();
    setShown({ kind: 'waiting' });
    void post({ query }).then(setShown);
  };
  return (
    <section aria-labelledby="try">
      <h2 id="try" className="nhsuk-heading-m">
        Try it
      </h2>
      <form onSubmit={run}>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="query">
            Query
          </label>
          <textarea
            id="query"
            className="nhsuk-textarea code"
            rows={21}
            spellCheck={false}
            autoComplete="off"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
        </div>
        <button type="submit" className="nhsuk-button">
          Run
        </button>
        <Status>{inWords(shown)}</Status>
      </form>
      {shown.kind === 'answered' && (
        <>
          <h3 id="answer" className="nhsuk-heading-s">
            Answer
          </h3>
          <pre className="code" tabIndex={0} role="region" aria-labelledby="answer">
            {JSON.stringify(shown.data, null, 2)}
          </pre>
        </>
      )}
    </section>
  );
}

function inWords(shown: Shown): ReactNode {
  switch (shown.kind) {
    case 'waiting':
      return <p>Asking …</p>;
    case 'unreachable':
      return <p>Cannot reach the service. Your query has not been lost: run it again.</p>;
    case 'refused':
      return <p>{shown.message}</p>;
    case 'answered':
      return <p className="nhsuk-u-visually-hidden">The answer is below.</p>;
    case 'none':
      return null;
  }
}
