import { inTurns } from '../in-turns.ts';
import { type Parameters, wholeOf } from '../parameters.ts';

/** A page of a list, as Open Referral UK wraps one. */
export type Page<Item> = {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  /** How many there are on this page. */
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Item[];
};

export const PAGE_PARAMETERS = ['page', 'per_page'];

const USUAL_PER_PAGE = 50;
const MOST_PER_PAGE = 500;

/** Only what is on the page is written out. */
export async function pageOf<Thing, Item>(
  things: readonly Thing[],
  parameters: Parameters,
  write: (thing: Thing) => Item,
): Promise<Page<Item>> {
  const perPage = wholeOf(parameters, 'per_page', { from: 1, to: MOST_PER_PAGE }) ?? USUAL_PER_PAGE;
  const page = wholeOf(parameters, 'page', { from: 1, to: 1_000_000 }) ?? 1;
  const pages = Math.max(1, Math.ceil(things.length / perPage));
  const contents = await inTurns(things.slice((page - 1) * perPage, page * perPage), write);
  return {
    total_items: things.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
