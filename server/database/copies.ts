import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { Kysely } from 'kysely';

import type { Database, ReleaseName } from './database.ts';
import { DatabaseFault } from './database-fault.ts';
import type { Schema } from './schema.ts';

/** A copy that failed is passed over for so long, then tried by one asker first. */
const REST_MS = 1000;

/** One server of several that hold the same data, and until when it is passed over, epoch milliseconds. */
type Copy = { readonly database: Database; restsUntil: number };

type Answer = QueryResult<unknown>;
type Order = (copies: readonly Copy[]) => readonly Copy[];

/**
 * A primary and its replicas as one database to read from. Which release answers is asked of the primary
 * while it lives; all else is spread over the copies that hold the release asked about. A copy that is lost
 * or behind is passed over, and the same query put to the next.
 */
export function overCopies(primary: Database, replicas: readonly Database[]): Database {
  const copies = [primary, ...replicas].map((database): Copy => ({ database, restsUntil: 0 }));
  const reading = (order: Order, release?: ReleaseName): Kysely<Schema> =>
    new Kysely<Schema>({
      dialect: dialectOver(copies, (query) => firstAnswer(order(copies), query, release)),
    });
  return {
    ...primary,
    kysely: reading(inOrder),
    holding: (release) => ({ ...primary, kysely: reading(inTurn(), release) }),
  };
}

const inOrder: Order = (copies) => copies;

/** Begins one further each time. */
function inTurn(): Order {
  let turn = 0;
  return (copies) => {
    const first = turn++ % copies.length;
    return [...copies.slice(first), ...copies.slice(0, first)];
  };
}

/** Copies that rest come last: when all do, all are tried. */
async function firstAnswer(
  copies: readonly Copy[],
  query: CompiledQuery,
  release: ReleaseName | undefined,
): Promise<Answer> {
  const now = Date.now();
  const awake = copies.filter(({ restsUntil }) => restsUntil <= now);
  const faults: unknown[] = [];
  for (const copy of [...awake, ...copies.filter((each) => !awake.includes(each))]) {
    try {
      const answer = await answerOf(copy, query, release);
      copy.restsUntil = 0;
      return answer;
    } catch (fault) {
      if (!(fault instanceof DatabaseFault)) throw fault;
      copy.restsUntil = Date.now() + REST_MS;
      faults.push(fault);
    }
  }
  throw faults[0];
}

/**
 * An answer counts only if the very connection that gave it still shows the release afterwards: releases
 * never change and their keys are never given twice, so it was there, whole, when the answer was read.
 */
async function answerOf(
  copy: Copy,
  query: CompiledQuery,
  release: ReleaseName | undefined,
): Promise<Answer> {
  // The first asker after a rest finds out for the others.
  if (copy.restsUntil > 0) copy.restsUntil = Date.now() + REST_MS;
  return copy.database.kysely.connection().execute(async (connection) => {
    const answer = await connection.executeQuery(query);
    if (!release) return answer;
    const held = await connection
      .selectFrom('release')
      .select('release.key')
      .where('release.key', '=', release.key)
      .where('release.id', '=', release.id)
      .executeTakeFirst();
    if (held) return answer;
    throw new DatabaseFault(`A copy does not hold release ${release.id}`, { passing: true });
  });
}

/** Speaks as the first copy does, and leaves the asking to `ask`. */
function dialectOver(
  copies: readonly Copy[],
  ask: (query: CompiledQuery) => Promise<Answer>,
): Dialect {
  const [first] = copies;
  if (!first) throw new Error('There is always a primary');
  const { kysely } = first.database;
  const executor = kysely.getExecutor();
  return {
    createAdapter: () => executor.adapter,
    createDriver: () => new CopiesDriver(copies, ask),
    createIntrospector: () => kysely.introspection,
    createQueryCompiler: () => ({
      compileQuery: (node, id) => executor.compileQuery(node, id),
    }),
  };
}

class CopiesDriver implements Driver {
  readonly #copies: readonly Copy[];
  readonly #connection: DatabaseConnection;

  constructor(copies: readonly Copy[], ask: (query: CompiledQuery) => Promise<Answer>) {
    this.#copies = copies;
    this.#connection = {
      executeQuery: <Row>(query: CompiledQuery) => ask(query) as Promise<QueryResult<Row>>,
      streamQuery: refuse,
    };
  }

  async init(): Promise<void> {
    // each copy connects when first asked
  }
  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }
  async releaseConnection(): Promise<void> {
    // given back by each query
  }
  beginTransaction = refuse;
  commitTransaction = refuse;
  rollbackTransaction = refuse;
  async destroy(): Promise<void> {
    await Promise.all(this.#copies.map(({ database }) => database.kysely.destroy()));
  }
}

function refuse(): never {
  throw new Error('Copies are read, one query at a time');
}
