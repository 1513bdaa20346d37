import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { atLeast, print, shown, usageNow } from './measure.ts';
import type { Sending, Sent } from './send-bodies.ts';
import { serve, stop } from './serving.ts';

const A_SECOND = 50_000;
const AT_ONCE = 1000;
const ROWS = 100_000;
const ROUNDS = 4;

const DOCUMENT = `query Referrals($inputs: [ReferralInput!]!) {
  referrals(inputs: $inputs) {
    __typename
    ... on Routed { confidence responsible { sector body { code name } } teams { team { id name } contactNow { phone label } } }
    ... on NeedsChoice { question key options { answer label } }
    ... on NotRoutable { reason message }
  }
}`;

/** One way to ask for a table, and what stands in the answer to each row. */
type Way = {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly bodies: (header: string, lines: readonly string[]) => readonly string[];
  readonly answered: RegExp;
};

const WAYS: readonly Way[] = [
  {
    name: 'referrals of 1,000 (GraphQL)',
    path: '/graphql',
    type: 'application/json',
    bodies: (_header, lines) =>
      Array.from({ length: Math.ceil(lines.length / AT_ONCE) }, (_each, at) => {
        const inputs = lines.slice(at * AT_ONCE, (at + 1) * AT_ONCE).map(inputOf);
        return JSON.stringify({ query: DOCUMENT, variables: { inputs } });
      }),
    answered: /"__typename":"(?:Routed|NeedsChoice|NotRoutable)"/g,
  },
  {
    name: 'POST /referrals, CSV',
    path: '/referrals',
    type: 'text/csv',
    bodies: (header, lines) => [[header, ...lines].join('\n')],
    answered: /,(?:ROUTED|NEEDS_CHOICE|NOT_ROUTABLE),/g,
  },
  {
    name: 'POST /referrals, NDJSON',
    path: '/referrals',
    type: 'application/x-ndjson',
    bodies: (_header, lines) => [lines.map((line) => JSON.stringify(inputOf(line))).join('\n')],
    answered: /"outcome":"(?:ROUTED|NEEDS_CHOICE|NOT_ROUTABLE)"/g,
  },
];

/**
 * The same table to one server process, 1,000 rows a question and as it is. Each way begins with a server just
 * started, whose first answers are checked; each round is of other rows.
 */
export async function benchOverHttp(table: string, database: string): Promise<void> {
  const [header = '', ...lines] = readFileSync(table, 'utf8').split('\n', 1 + ROUNDS * ROWS);
  const client = fork(join(import.meta.dirname, 'send-bodies.ts'));
  for (const way of WAYS) await measured(way, client, { header, lines, database });
  client.disconnect();
}

type Table = {
  readonly header: string;
  readonly lines: readonly string[];
  readonly database: string;
};

async function measured(way: Way, client: ChildProcess, { header, lines, database }: Table) {
  const env = { DATABASE_URL: `sqlite:${database}` };
  const serving = await serve(['server/main.ts'], env, '{"query":"{ release { id } }"}');
  const rounds: Took[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bodies = way.bodies(header, lines.slice(round * ROWS, (round + 1) * ROWS));
    const before = await usageNow(serving.child);
    const address = new URL(way.path, serving.address).href;
    const sent = await sendBy(client, { address, type: way.type, bodies, keep: round === 0 });
    const { cpuSeconds } = await usageNow(serving.child);
    rounds.push({ ...sent, serverSeconds: cpuSeconds - before.cpuSeconds });
  }
  await stop(serving);
  const [first, ...others] = rounds;
  if (!first) throw new Error('Nothing was measured');
  check(way, first);
  const rates = others.map(({ wallSeconds }) => ROWS / wallSeconds);
  print(
    `${way.name}: ${shown(ROWS / first.wallSeconds)} a second of wall just started, then ${rates.map(shown).join(', ')}`,
  );
  const best = others.toSorted((a, b) => a.serverSeconds - b.serverSeconds)[0] ?? first;
  print(
    `${way.name}: ${shown(ROWS / best.serverSeconds)} a second of the server's CPU; the client's CPU ${shown((100 * best.cpuSeconds) / best.wallSeconds)} % of wall`,
  );
  atLeast(way.name, Math.max(...rates), A_SECOND, 'a second of wall');
}

/** A round: `cpuSeconds` are the client's. */
type Took = Sent & { readonly serverSeconds: number };

async function sendBy(client: ChildProcess, sending: Sending): Promise<Sent> {
  client.send(sending);
  const [sent] = (await once(client, 'message')) as [Sent];
  return sent;
}

/** Every row was answered, and none as a row that cannot be read. */
function check({ name, answered }: Way, { answers }: Sent): void {
  const found = answers.reduce((sum, answer) => sum + (answer.match(answered)?.length ?? 0), 0);
  if (found !== ROWS) throw new Error(`${name}: wanted ${ROWS} answers, found ${found}`);
}

function inputOf(line: string): object {
  const [, postcode, need, age] = line.split(',');
  return { postcode, need, age: Number(age) };
}
