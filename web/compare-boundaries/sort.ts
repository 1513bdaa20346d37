import type { Overlap } from './ask.ts';

export const COLUMNS = [
  'left',
  'right',
  'residents',
  'postcodes',
  'km2',
  'shareOfLeft',
  'shareOfRight',
  'relation',
] as const;
export type Column = (typeof COLUMNS)[number];

export type Order = { readonly by: Column; readonly descending: boolean };

/** A copy in order; equals stay as the server put them, the heaviest first. */
export function sortOverlaps(overlaps: readonly Overlap[], { by, descending }: Order): Overlap[] {
  const sign = descending ? -1 : 1;
  return overlaps.toSorted((a, b) => sign * compare(a, b, by));
}

/** Numbers begin with the largest, words with the first letter; a second press turns the order round. */
export function nextOrder({ by, descending }: Order, pressed: Column): Order {
  return { by: pressed, descending: by === pressed ? !descending : isNumber(pressed) };
}

export function isNumber(column: Column): boolean {
  return column !== 'left' && column !== 'right' && column !== 'relation';
}

function compare(a: Overlap, b: Overlap, by: Column): number {
  switch (by) {
    case 'left':
    case 'right':
      return a[by].name.localeCompare(b[by].name, 'en-GB');
    case 'relation':
      return a.relation.localeCompare(b.relation);
    case 'residents':
      return (a.residents ?? -1) - (b.residents ?? -1);
    case 'postcodes':
    case 'km2':
    case 'shareOfLeft':
    case 'shareOfRight':
      return a[by] - b[by];
  }
}
