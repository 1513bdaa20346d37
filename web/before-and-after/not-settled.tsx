import type { ReactNode } from 'react';

import { dayInWords } from '../words/dates.ts';
import { shortKinds } from '../words/kinds.ts';
import { sentence } from '../words/sentences.ts';
import type { Change } from './ask.ts';

/** Said first: lines to come, and lines pieced together, are not to be trusted like published ones. */
export function NotSettled({ change }: { readonly change: Change }): ReactNode {
  const { before, after, toKind, kind } = change;
  return (
    <>
      {after.status === 'ANNOUNCED' && (
        <p className="note announced">
          <strong className="nhsuk-tag nhsuk-tag--orange">Announced</strong> The{' '}
          {shortKinds(toKind)} of {dayInWords(after.from ?? change.to)} are announced, not in force:
          nothing changes before that day, and they may still change. {sentence(after.source)}
        </p>
      )}
      {before.status === 'RECONSTRUCTED' && (
        <p className="note">
          The {shortKinds(kind)} before are reconstructed, not published: {sentence(before.source)}
        </p>
      )}
      {after.status === 'RECONSTRUCTED' && (
        <p className="note">
          The {shortKinds(toKind)} afterwards are reconstructed, not published:{' '}
          {sentence(after.source)}
        </p>
      )}
    </>
  );
}
