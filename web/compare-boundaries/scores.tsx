import type { ReactNode } from 'react';

import { MeasureSources } from '../layout/measure-sources.tsx';
import type { Comparison } from './ask.ts';
import { scoresInWords } from './words.ts';

export function Scores({ comparison }: { readonly comparison: Comparison }): ReactNode {
  return (
    <dl className="scores" aria-label="How far the two sets agree">
      {scoresInWords(comparison).map(({ name, value, meaning, sources }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="score-value">{value}</span>{' '}
            <span>
              {meaning} <MeasureSources sources={sources} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
