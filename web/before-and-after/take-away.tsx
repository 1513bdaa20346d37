import type { ReactNode } from 'react';

import { SaveFiles } from '../take-away/save-files.tsx';
import type { Change } from './ask.ts';
import { moversCsv, successorsCsv } from './change-csv.ts';

export function TakeAway({ change }: { readonly change: Change }): ReactNode {
  const { kind, toKind, from, to } = change;
  const ending = `${kind}-${from}-${toKind}-${to}.csv`;
  return (
    <SaveFiles
      files={[
        {
          words: 'Where each area went as CSV',
          name: `successors-${ending}`,
          write: () => successorsCsv(change),
        },
        {
          words: 'Who moved, area by area, as CSV',
          name: `movers-${ending}`,
          write: () => moversCsv(change),
        },
      ]}
    />
  );
}
