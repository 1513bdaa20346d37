import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { startServer } from './own-process.ts';

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

describe('a server of its own', async () => {
  const { base, folder, stdout, stderr, stop } = await startServer({ LOG: 'yes' });

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
    for (const postcode of canaries.slice(0, 20)) await askOddly(base, postcode);
    const metrics = await (await fetch(`${base}/metrics`)).text();
    await stop();
    expect(stderr().split('\n').length).toBeGreaterThan(200);
    expect(metrics).toContain('coterminosity_referrals_total{outcome="');
    expect(filesBelow(folder).length).toBeGreaterThan(0);
    const kept = filesBelow(folder).map((file) => readFileSync(file, 'latin1'));
    for (const text of [stdout(), stderr(), metrics, ...kept]) {
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

/** Wherever a request can hold a postcode besides its question. */
async function askOddly(base: string, postcode: string): Promise<void> {
  const short = postcode.replace(' ', '');
  const headers = {
    'x-request-id': short,
    'user-agent': short,
    referer: `${base}/?postcode=${short}`,
    'x-forwarded-for': short,
    authorization: `Bearer ${short}`,
    origin: `https://${short}.example`,
  };
  await fetch(`${base}/${short}`, { headers });
  await fetch(`${base}/oruk/services?postcode=${short}`, { headers });
  await fetch(`${base}/drawings/${short}/district/pct/2004-03-31/100`, { headers });
  await fetch(`${base}/plain`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ postcode, need: postcode }),
  });
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
