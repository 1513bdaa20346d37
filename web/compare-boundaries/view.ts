import { goTo, useAddress } from '../layout/address-bar.ts';
import { changeQuery } from '../layout/address-query.ts';
import { readOne } from './address.ts';
import { type Measure, MEASURES } from './matrix.ts';
import { type Shade, SHADES } from './shade.ts';

export const VIEWS = ['list', 'matrix'] as const;
/** How the figures are shown, and of a matrix which of them; what shades the map; the one area whose partners are shown. */
export type View = {
  readonly as: (typeof VIEWS)[number];
  readonly measure: Measure;
  readonly shade: Shade;
  /** Its code; null shows all. */
  readonly area: string | null;
};

/** The measures as an address writes them. */
const WRITTEN = {
  residents: 'residents',
  postcodes: 'postcodes',
  km2: 'km2',
  shareOfLeft: 'share-of-left',
  shareOfRight: 'share-of-right',
} as const satisfies Record<Measure, string>;

/** Anything that cannot be read is a list, or residents, or shaded by the share of the left area, or of all areas. */
export function parseView(query: string): View {
  const given = new URLSearchParams(query);
  return {
    as: VIEWS.find((view) => view === given.get('view')) ?? 'list',
    measure: MEASURES.find((measure) => WRITTEN[measure] === given.get('cells')) ?? 'residents',
    shade: SHADES.find((shade) => shade === given.get('shade')) ?? 'left',
    area: readOne(given, 'area', readCode) ?? null,
  };
}

function readCode(text: string): string | undefined {
  return /^[A-Za-z0-9]{1,20}$/.test(text) ? text : undefined;
}

export function formatView({ as, measure, shade, area }: View, address = ''): string {
  return changeQuery(address, {
    view: as === 'list' ? null : as,
    cells: as === 'list' ? null : WRITTEN[measure],
    shade: shade === 'left' ? null : shade,
    area,
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
