import type { ReactNode } from 'react';

import { LINES } from './chart.tsx';

/** The marks of the picture in words; drawn by the same style as the lines themselves. */
export function ChartLegend({ hasAnnounced }: { readonly hasAnnounced: boolean }): ReactNode {
  return (
    <ul className="legend" aria-label="Legend">
      {LINES.map(({ score, name }) => (
        <li key={score}>
          <svg width="44" height="12" aria-hidden="true">
            <path className={`score-line ${score}`} d="M2 6H42" />
          </svg>
          {name}
        </li>
      ))}
      <li>
        <svg width="12" height="18" aria-hidden="true" className="today">
          <line x1="6" x2="6" y1="0" y2="18" />
        </svg>
        today
      </li>
      {hasAnnounced && (
        <li>
          <span className="swatch announced-swatch" />
          announced, not yet made
        </li>
      )}
    </ul>
  );
}
