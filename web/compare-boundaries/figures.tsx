import type { ReactNode } from 'react';

import type { Comparison } from './ask.ts';
import { OverlapMatrix } from './overlap-matrix.tsx';
import { OverlapTable } from './overlap-table.tsx';
import type { Pointing } from './pointing.ts';
import { type View, VIEWS } from './view.ts';

type FiguresProps = {
  readonly comparison: Comparison;
  readonly selected: string | null;
  readonly select: (key: string) => void;
  readonly pointing: Pointing;
  readonly view: View;
  readonly show: (change: Partial<View>) => void;
};

const VIEW_WORDS = { list: 'List', matrix: 'Matrix' } as const satisfies Record<View['as'], string>;

/** The overlaps in figures, as a list or as a matrix. */
export function Figures(props: FiguresProps): ReactNode {
  const { view, show } = props;
  return (
    <>
      <div
        className="quick-days view-switch no-print"
        role="group"
        aria-label="Show the figures as"
      >
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === view.as}
            onClick={() => {
              show({ as: each });
            }}
          >
            {VIEW_WORDS[each]}
          </button>
        ))}
      </div>
      {view.as === 'list' ? (
        <OverlapTable {...props} />
      ) : (
        <OverlapMatrix
          {...props}
          measure={view.measure}
          choose={(measure) => {
            show({ measure });
          }}
        />
      )}
    </>
  );
}
