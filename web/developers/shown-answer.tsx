import type { ReactNode } from 'react';

import { Status } from '../layout/trouble.tsx';
import { outcomeOf } from './outcome.ts';
import type { Shown } from './use-run.ts';

type ShownAnswerProps = {
  readonly shown: Shown;
  /** Of the question, for whoever hears the page. */
  readonly name: string;
};

export function ShownAnswer({ shown, name }: ShownAnswerProps): ReactNode {
  return (
    <>
      <Status>{inWords(shown)}</Status>
      {shown.kind === 'answered' && (
        <pre className="code" tabIndex={0} role="region" aria-label={`Answer: ${name}`}>
          {JSON.stringify(shown.data, null, 2)}
        </pre>
      )}
    </>
  );
}

function inWords(shown: Shown): ReactNode {
  switch (shown.kind) {
    case 'waiting':
      return <p>Asking …</p>;
    case 'unreachable':
      return <p>Cannot reach the service. Your question has not been lost: run it again.</p>;
    case 'refused':
      return <p>{shown.message}</p>;
    case 'answered':
      return (
        <p>
          Answered: <strong>{outcomeOf(shown.data)}</strong>
        </p>
      );
    case 'none':
      return null;
  }
}
