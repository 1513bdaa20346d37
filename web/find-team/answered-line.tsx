import type { ReactNode } from 'react';

import { momentInWords } from '../words/dates.ts';
import type { Routed } from './ask.ts';

/** When, and from which data: stands on the page, on paper and in every copy. */
export function AnsweredLine({
  routed: { at, release },
}: {
  readonly routed: Pick<Routed, 'at' | 'release'>;
}): ReactNode {
  return (
    <>
      Answered on {momentInWords(at)} from release <span className="code-word">{release.id}</span>.
    </>
  );
}
