import { readDate, readOne } from '../compare-boundaries/address.ts';
import { changeQuery } from '../layout/address-query.ts';

/** Which need is looked at, on which day. No person is in it: it stands in the address, to be sent to a colleague. */
export type Choices = {
  /** Id of the need; null is all of them. */
  readonly need: string | null;
  /** `YYYY-MM-DD`. */
  readonly asAt: string;
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
  const need = readOne(given, 'need', readNeed);
  const asAt = readOne(given, 'date', readDate);
  const read = { need, date: asAt };
  return {
    choices: { ...(need !== undefined && { need }), ...(asAt !== undefined && { asAt }) },
    ignored: Object.entries(read)
      .filter(([name, value]) => given.has(name) && value === undefined)
      .map(([name]) => name),
  };
}

/** What else the address says, such as what is compared on the next page, is kept. */
export function formatChoices({ need, asAt }: Choices, address = ''): string {
  return changeQuery(address, { need, date: asAt });
}

function readNeed(text: string): string | undefined {
  return /^[a-z][a-z0-9-]{0,59}$/.test(text) ? text : undefined;
}
