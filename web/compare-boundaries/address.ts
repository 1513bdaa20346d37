import type { Weight } from '../api/generated/graphql.ts';
import { changeQuery } from '../layout/address-query.ts';

/** What is compared. All of it stands in the address, so that a view can be sent to a colleague. */
export type Choices = {
  readonly left: string;
  readonly right: string;
  /** `YYYY-MM-DD`. */
  readonly asAt: string;
  readonly weight: Weight;
  /** Code of the one area looked at; null is everywhere. */
  readonly within: string | null;
};

export const WEIGHTS = ['RESIDENTS', 'POSTCODES', 'AREA'] as const satisfies readonly Weight[];

const EVERYWHERE = 'everywhere';

export type Wanted = {
  /** What the address asks for; a choice it does not make, or not well, is left out. */
  readonly choices: Partial<Choices>;
  /** Names of choices it makes that cannot be read. */
  readonly ignored: readonly string[];
};

/** Reads an address anyone may have written: only known names, only values that can be what they say. */
export function parseChoices(query: string): Wanted {
  const given = new URLSearchParams(query);
  const left = readOne(given, 'left', readKind);
  const right = readOne(given, 'right', readKind);
  const asAt = readOne(given, 'date', readDate);
  const weight = readOne(given, 'weight', readWeight);
  const within = readOne(given, 'within', readWithin);
  const read = { left, right, date: asAt, weight, within };
  return {
    choices: {
      ...(left !== undefined && { left }),
      ...(right !== undefined && { right }),
      ...(asAt !== undefined && { asAt }),
      ...(weight !== undefined && { weight }),
      ...(within !== undefined && { within }),
    },
    ignored: Object.entries(read)
      .filter(([name, value]) => given.has(name) && value === undefined)
      .map(([name]) => name),
  };
}

/** What else the address says, such as how the figures are shown, is kept. */
export function formatChoices(
  { left, right, asAt, weight, within }: Choices,
  address = '',
): string {
  return changeQuery(address, {
    left,
    right,
    date: asAt,
    weight: weight.toLowerCase(),
    within: within ?? EVERYWHERE,
  });
}

export function readOne<Value>(
  given: URLSearchParams,
  name: string,
  read: (text: string) => Value | undefined,
): Value | undefined {
  const text = given.get(name);
  return text === null ? undefined : read(text);
}

export function readKind(text: string): string | undefined {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text) ? text : undefined;
}

export function readDate(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
  return isReal ? text : undefined;
}

function readWeight(text: string): Weight | undefined {
  return WEIGHTS.find((weight) => weight.toLowerCase() === text);
}

function readWithin(text: string): string | null | undefined {
  if (text === EVERYWHERE) return null;
  return /^[A-Za-z0-9]{1,20}$/.test(text) ? text : undefined;
}
