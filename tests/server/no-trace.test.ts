import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';

/**
 * Postcodes that stand in no reference data and in none of our own words, which a cache of compiled code holds
 * too: wherever one is found, a look-up left it there.
 */
const CANARY_SECTORS = ['SO23 8', 'GU14 7', 'PO1 2', 'ZE9 9'];
const OUR_WORDS = filesBelow('server')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'.split('');
const listed = new Set(
  Array.from(readEmbeddedPack().postcodes, ({ postcode }) => String(postcode)),
);
const canaries = CANARY_SECTORS.flatMap((sector) =>
  LETTERS.flatMap((one) => LETTERS.map((other) => `${sector}${one}${other}`)),
).filter((postcode) => !listed.has(postcode) && !OUR_WORDS.includes(postcode));
const BATCH = 400;
const ROUNDS = 7;

const folder = mkdtempSync(join(tmpdir(), 'no-trace-'));
let server: ChildProcess | undefined;
afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true });
});

describe('a server of its own', async () => {
  const said: Buffer[] = [];
  const base = await start(said);

  test('keeps no trace of 10,000 look-ups in its output, its database or its temporary files', async () => {
    let asked = 0;
    for (let round = 0; round < ROUNDS; round++)
      for (let from = 0; from < canaries.length; from += BATCH) {
        const inputs = canaries
          .slice(from, from + BATCH)
          .map((postcode) => ({ postcode, need: 'carers' }));
        const { data } = (await ask(base, REFERRALS, { inputs })) as {
          data: { referrals: unknown[] };
        };
        asked += data.referrals.length;
      }
    expect(asked).toBeGreaterThan(10_000);
    for (const postcode of canaries.slice(0, 100)) await ask(base, PLACE, { postcode });
    // Questions that go wrong are the likeliest to be written down.
    for (const postcode of canaries.slice(0, 20)) {
      await ask(base, `{ place(postcode: "${postcode}" { nonsense }`, {});
      await ask(base, REFERRALS, { inputs: [{ postcode, need: postcode }] });
      await ask(base, PLACE, { postcode: { odd: postcode } });
      await fetch(
        `${base}/graphql?query={place(postcode:"${encodeURIComponent(postcode)}"){__typename}}`,
      );
    }
    await stop();
    const written = [Buffer.concat(said), ...filesBelow(folder).map((file) => readFileSync(file))];
    expect(filesBelow(folder).length).toBeGreaterThan(0);
    for (const bytes of written) {
      const text = bytes.toString('latin1');
      expect(
        canaries.filter(
          (postcode) => text.includes(postcode) || text.includes(postcode.replace(' ', '')),
        ),
      ).toEqual([]);
    }
  }, 60_000);
});

const REFERRALS = 'query($inputs: [ReferralInput!]!) { referrals(inputs: $inputs) { __typename } }';
const PLACE = 'query($postcode: String) { place(postcode: $postcode) { __typename } }';

async function ask(base: string, query: string, variables: object): Promise<unknown> {
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** Starts `server/main.ts` as it is started for real, all it writes kept; gives its address. */
async function start(said: Buffer[]): Promise<string> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: `sqlite:${join(folder, 'canary.sqlite')}`,
      TMPDIR: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server = child;
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said.push(chunk);
      const at = /http:\/\/127\.0\.0\.1:\d+/.exec(Buffer.concat(said).toString())?.[0];
      if (at !== undefined) resolve(at);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => {
      reject(
        new Error(`The server ended with ${code ?? 'a signal'}: ${Buffer.concat(said).toString()}`),
      );
    });
  });
}

function stop(): Promise<void> {
  return new Promise((resolve) => {
    server?.once('exit', () => {
      resolve();
    });
    server?.kill('SIGTERM');
  });
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
