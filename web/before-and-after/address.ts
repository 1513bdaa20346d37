import { readDate, readKind, readOne } from '../compare-boundaries/address.ts';
import { changeQuery } from '../layout/address-query.ts';

/** What is held against what. All of it stands in the address, so that a view can be sent to a colleague. */
export type Choices = {
  /** The kind of area before, and its day, `YYYY-MM-DD`. */
  readonly before: string;
  readonly from: string;
  readonly after: string;
  readonly to: string;
};

export type Wanted = {
  /** What the address asks for; a choice it does not make, or not well, is left out. */
  readonly choices: Partial<Choices>;
  /** Names of choices it makes that cannot be read. */
  readonly ignored: readonly string[];
};

/** Reads an address anyone may have written. */
export function parseChoices(query: string): Wanted {
  const given = new URLSearchParams(query);
  const read = {
    before: readOne(given, 'before', readKind),
    from: readOne(given, 'from', readDate),
    after: readOne(given, 'after', readKind),
    to: readOne(given, 'to', readDate),
  };
  const { before, from, after, to } = read;
  return {
    choices: {
      ...(before !== undefined && { before }),
      ...(from !== undefined && { from }),
      ...(after !== undefined && { after }),
      ...(to !== undefined && { to }),
    },
    ignored: Object.entries(read)
      .filter(([name, value]) => given.has(name) && value === undefined)
      .map(([name]) => name),
  };
}

/** What else the address says, such as what is compared on the next page, is kept. */
export function formatChoices({ before, from, after, to }: Choices, address = ''): string {
  return changeQuery(address, { before, from, after, to });
}
