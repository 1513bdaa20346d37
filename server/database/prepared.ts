import type { CompiledQuery, Kysely } from 'kysely';

import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

// Making the text of a query takes longer than running it, so texts are made once for each database.

type Made<Row> = { readonly compile: () => CompiledQuery<Row> };

/** A query without parameters. */
export function preparedQuery<Row>(
  make: (kysely: Kysely<Schema>) => Made<Row>,
): (database: Database) => Promise<Row[]> {
  const textFor = remembered(make);
  return (database) => rowsOf(database, textFor(database.kysely));
}

/** Stands in the text of a query for the release that is asked about. */
export const RELEASE = 0;

/** Lists are filled up to one of these lengths, so that few different texts are ever made. */
const LENGTHS = [1, 10, 100, 200, 400, 600, 800, 1000];
/** Under every engine's limit on parameters. */
const MOST_AT_ONCE = 1000;

/**
 * A query about a list of values within a release, in as many goes as it takes. Its only parameters are the
 * release and then the list.
 */
export function preparedListQuery<Row>(
  make: (kysely: Kysely<Schema>, values: readonly string[]) => Made<Row>,
): (database: Database, release: number, values: readonly string[]) => Promise<Row[]> {
  const textFor = remembered(make);
  return async (database, release, values) => {
    const rows: Row[] = [];
    for (let from = 0; from < values.length; from += MOST_AT_ONCE) {
      const list = filledUp(values.slice(from, from + MOST_AT_ONCE));
      const text = textFor(database.kysely, list);
      rows.push(...(await rowsOf<Row>(database, { ...text, parameters: [release, ...list] })));
    }
    return rows;
  };
}

async function rowsOf<Row>(database: Database, query: CompiledQuery<Row>): Promise<Row[]> {
  return database.rowsAtOnce?.(query) ?? (await database.kysely.executeQuery(query)).rows;
}

function remembered<Row>(
  make: (kysely: Kysely<Schema>, values: readonly string[]) => Made<Row>,
): (kysely: Kysely<Schema>, values?: readonly string[]) => CompiledQuery<Row> {
  const texts = new WeakMap<Kysely<Schema>, Map<number, CompiledQuery<Row>>>();
  return (kysely, values = []) => {
    const made = texts.get(kysely) ?? new Map<number, CompiledQuery<Row>>();
    const text = made.get(values.length) ?? make(kysely, values).compile();
    texts.set(kysely, made.set(values.length, text));
    return text;
  };
}

/** With the last one again and again: in a list, twice is once. */
function filledUp(values: readonly string[]): readonly string[] {
  const length = LENGTHS.find((each) => each >= values.length) ?? values.length;
  const missing = length - values.length;
  return missing === 0
    ? values
    : [...values, ...new Array<string>(missing).fill(values.at(-1) ?? '')];
}
