import type { ReactNode } from 'react';

import { momentInWords, openingInWords } from '../words/dates.ts';
import type { Routed } from './ask.ts';

/** When, and from which data: stands on the page, on paper and in every copy. */
export function AnsweredLine({
  routed: { at, holdsUntil, release },
}: {
  readonly routed: Pick<Routed, 'at' | 'holdsUntil' | 'release'>;
}): ReactNode {
  return (
    <>
      Answered on {momentInWords(at)} from release <span className="code-word">{release.id}</span>.
      {holdsUntil && ` The numbers hold until ${openingInWords(holdsUntil, at)}.`}
    </>
  );
}
