import { readFileSync } from 'node:fs';

import { atLeast, print, shown } from './measure.ts';
import { serve, stop } from './serving.ts';

const A_SECOND = 50_000;
const AT_ONCE = 1000;
const ROWS = 100_000;

const DOCUMENT = `query Referrals($inputs: [ReferralInput!]!) {
  referrals(inputs: $inputs) {
    __typename
    ... on Routed { confidence responsible { sector body { code name } } teams { team { id name } contactNow { phone label } } }
    ... on NeedsChoice { question key options { answer label } }
    ... on NotRoutable { reason message }
  }
}`;

type Took = { readonly wallSeconds: number; readonly cpuSeconds: number };
type Ask = (path: string, type: string, body: string) => Promise<void>;

/** The same table to a server: 1,000 rows a question, and as it is. What its start takes is left out. */
export async function benchOverHttp(table: string, database: string): Promise<void> {
  const [header = '', ...lines] = readFileSync(table, 'utf8').split('\n', 1 + ROWS);
  const idle = await served(database, () => Promise.resolve());
  const told = async (name: string, rows: number, work: (ask: Ask) => Promise<void>) => {
    const { wallSeconds, cpuSeconds } = await served(database, work);
    print(`${name}: ${shown(rows / (cpuSeconds - idle.cpuSeconds))} a second of CPU`);
    atLeast(name, rows / wallSeconds, A_SECOND, 'a second of wall');
  };
  await told('referrals of 1,000 (GraphQL)', ROWS, async (ask) => {
    for (let from = 0; from < ROWS; from += AT_ONCE) {
      const inputs = lines.slice(from, from + AT_ONCE).map(inputOf);
      const body = JSON.stringify({ query: DOCUMENT, variables: { inputs } });
      await ask('/graphql', 'application/json', body);
    }
  });
  await told('POST /referrals, CSV', ROWS, (ask) =>
    ask('/referrals', 'text/csv', [header, ...lines].join('\n')),
  );
  await told('POST /referrals, NDJSON', ROWS, (ask) =>
    ask(
      '/referrals',
      'application/x-ndjson',
      lines.map((line) => JSON.stringify(inputOf(line))).join('\n'),
    ),
  );
}

async function served(database: string, work: (ask: Ask) => Promise<void>): Promise<Took> {
  const env = { DATABASE_URL: `sqlite:${database}` };
  const serving = await serve(['server/main.ts'], env, '{"query":"{ release { id } }"}');
  const began = performance.now();
  await work(async (path, type, body) => {
    const headers = { 'content-type': type };
    const answer = await fetch(new URL(path, serving.address), { method: 'POST', headers, body });
    const text = await answer.text();
    if (!answer.ok || text.startsWith('{"errors"')) throw new Error(text.slice(0, 200));
  });
  const wallSeconds = (performance.now() - began) / 1000;
  const { cpuSeconds } = await stop(serving);
  return { wallSeconds, cpuSeconds };
}

function inputOf(line: string): object {
  const [, postcode, need, age] = line.split(',');
  return { postcode, need, age: Number(age) };
}
