import { goTo, useAddress } from '../layout/address-bar.ts';
import { changeQuery } from '../layout/address-query.ts';
import { type Measure, MEASURES } from './matrix.ts';

export const VIEWS = ['list', 'matrix'] as const;
/** How the figures are shown, and of a matrix which of them. */
export type View = { readonly as: (typeof VIEWS)[number]; readonly measure: Measure };

/** The measures as an address writes them. */
const WRITTEN = {
  residents: 'residents',
  postcodes: 'postcodes',
  km2: 'km2',
  shareOfLeft: 'share-of-left',
  shareOfRight: 'share-of-right',
} as const satisfies Record<Measure, string>;

/** Anything that cannot be read is a list, or residents. */
export function parseView(query: string): View {
  const given = new URLSearchParams(query);
  return {
    as: VIEWS.find((view) => view === given.get('view')) ?? 'list',
    measure: MEASURES.find((measure) => WRITTEN[measure] === given.get('cells')) ?? 'residents',
  };
}

export function formatView({ as, measure }: View, address = ''): string {
  return changeQuery(address, {
    view: as === 'list' ? null : as,
    cells: as === 'list' ? null : WRITTEN[measure],
  });
}

/** Stands in the address, beside the choices. */
export function useView(): readonly [view: View, show: (change: Partial<View>) => void] {
  const { path, query } = useAddress();
  const view = parseView(query);
  return [
    view,
    (change) => {
      goTo(`${path}${formatView({ ...view, ...change }, query)}`);
    },
  ];
}
