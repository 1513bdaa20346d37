import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { claimed } from '../../geodata/claimed.ts';
import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { makeReady } from '../../geodata/ready.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import { ON_POSTGRES } from '../worlds/engine.ts';
import {
  PROGRAMS,
  type PostgresServer,
  serverFolder,
  startServer,
} from '../worlds/postgres-server.ts';
import { type ApiProcess, startApi } from './api-process.ts';

/** More for a long run. */
const CYCLES = Number(process.env['FAILOVER_CYCLES'] ?? 2);
const KILLS = Number(process.env['FAILOVER_KILLS'] ?? 4);

if (ON_POSTGRES && PROGRAMS === undefined)
  console.warn('Skipped: PostgreSQL is not installed here, so failover was not tested.');

const QUERY = `query ($postcode: String!) {
  place(postcode: $postcode) { __typename ... on Located { postcode areas { area { code name } } } }
  release { id }
}`;
const postcodes = Array.from(readEmbeddedPack().postcodes)
  .filter(({ position }) => position !== null)
  .map(({ postcode }) => String(postcode))
  .slice(0, 40);

describe.runIf(ON_POSTGRES && PROGRAMS !== undefined)(
  'a primary, a replica and two API processes',
  () => {
    const { folder, remove } = serverFolder();
    let primary: PostgresServer;
    let replica: PostgresServer;
    let apis: ApiProcess[];
    const known = new Map<string, string>();

    beforeAll(async () => {
      primary = await startServer(folder, 'primary');
      const database = connect(primary.address);
      await makeReady(database, () => undefined);
      await disconnect(database);
      replica = await startServer(folder, 'replica', primary);
      apis = await Promise.all([1, 2].map(() => startApi(primary.address, replica.address)));
      for (const postcode of postcodes) {
        const { text } = await ask(apis[0], postcode);
        expect(text).toContain(`"postcode":"${postcode}"`);
        known.set(postcode, text);
      }
    });
    afterAll(() => {
      for (const api of apis) api.stop();
      for (const server of [replica, primary]) server.stopHard();
      remove();
    });

    test('B7: reads go on without a wrong answer while the primary is stopped hard and returns', async () => {
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        const load = startLoad();
        await setTimeout(500);
        primary.stopHard();
        const during = load.right();
        await setTimeout(1500);
        expect(load.right()).toBeGreaterThan(during);
        primary.start();
        await setTimeout(1500);
        expect(await load.stop()).toEqual({ wrong: 0, refused: 0 });
      }
      expect(apis.every((api) => api.isRunning())).toBe(true);
      await expectFewConnections();
    }, 120_000);

    test('B7: with no copy left every answer is 503 with Retry-After, and all recover by themselves', async () => {
      for (const server of [primary, replica]) server.stopHard();
      for (const api of apis)
        for (const postcode of postcodes.slice(0, 5)) {
          const { status, retryAfter } = await ask(api, postcode);
          expect([status, retryAfter]).toEqual([503, '1']);
        }
      for (const server of [primary, replica]) server.start();
      for (const api of apis) await answersAgain(api);
      for (const api of apis)
        for (const postcode of postcodes)
          expect((await ask(api, postcode)).text).toBe(known.get(postcode));
      await expectFewConnections();
    }, 60_000);

    test('B8: a locked table is answered for by the replica; without one, what needs it is 503 and all else goes on', async () => {
      const [api] = apis;
      const [postcode = ''] = postcodes;
      const holder = new pg.Client(primary.address);
      await holder.connect();
      await holder.query('BEGIN; LOCK TABLE postcode IN ACCESS EXCLUSIVE MODE');
      expect((await ask(api, postcode)).text).toBe(known.get(postcode));
      replica.stopHard();
      const locked = ask(api, postcode);
      expect((await post(api, '{ needs { id } }', {})).status).toBe(200);
      expect((await locked).status).toBe(503);
      await holder.query('ROLLBACK');
      await holder.end();
      replica.start();
      await answersAgain(api);
    }, 60_000);

    test('B2: a load that is killed, or loses its server, leaves nothing of itself', async () => {
      const before = await held();
      for (let kill = 0; kill < KILLS; kill++) {
        const load = spawn(process.execPath, ['tests/failover/endless-load.ts', primary.address], {
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        const ended = once(load, 'exit');
        await once(load.stdout, 'data');
        await setTimeout(Math.random() * 200);
        const byServer = kill % 2 === 1;
        if (byServer) primary.stopHard();
        else load.kill('SIGKILL');
        const [code] = (await ended) as [number | null];
        expect(code).not.toBe(0);
        if (byServer) primary.start();
        expect(await held()).toEqual(before);
        await expect.poll(canClaim, { timeout: 10_000 }).toBe(true);
      }
      expect((await ask(apis[1], postcodes[0] ?? '')).text).toBe(known.get(postcodes[0] ?? ''));
    }, 120_000);

    async function answersAgain(api: ApiProcess | undefined): Promise<void> {
      const status = async (): Promise<number> => (await ask(api, postcodes[0] ?? '')).status;
      await expect.poll(status, { timeout: 10_000 }).toBe(200);
    }

    async function held(): Promise<unknown> {
      const { rows } = await primary.query(
        'SELECT release.id, (SELECT release FROM current_release) AS current, count(*) FROM release JOIN postcode ON postcode.release = release.key GROUP BY release.id',
      );
      return rows;
    }

    /** Whether another load may begin: the one that is gone holds nothing. */
    async function canClaim(): Promise<boolean> {
      const database = connect(primary.address);
      const mine = await claimed(database, () => Promise.resolve(true)).catch(() => false);
      await disconnect(database);
      return mine;
    }

    /** Each process may have ten to each copy. */
    async function expectFewConnections(): Promise<void> {
      for (const server of [primary, replica]) {
        const { rows } = await server.query(
          "SELECT count(*)::int AS connections FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
        );
        expect(rows[0]?.['connections']).toBeLessThanOrEqual(20);
      }
    }

    /** Asks both processes without a pause, and compares each answer with the known one. */
    function startLoad(): {
      readonly right: () => number;
      readonly stop: () => Promise<{ wrong: number; refused: number }>;
    } {
      const counts = { right: 0, wrong: 0, refused: 0 };
      let going = true;
      const askers = Array.from({ length: 8 }, async (_, asker) => {
        for (let turn = asker; going; turn++) {
          const postcode = postcodes[turn % postcodes.length] ?? '';
          const { status, text } = await ask(apis[turn % 2], postcode);
          if (status === 503) counts.refused++;
          else if (text === known.get(postcode)) counts.right++;
          else counts.wrong++;
        }
      });
      return {
        right: () => counts.right,
        stop: async () => {
          going = false;
          await Promise.all(askers);
          return { wrong: counts.wrong, refused: counts.refused };
        },
      };
    }
  },
);

type Reply = { readonly status: number; readonly retryAfter: string | null; readonly text: string };

async function ask(api: ApiProcess | undefined, postcode: string): Promise<Reply> {
  const response = await post(api, QUERY, { postcode });
  const { status, headers } = response;
  return { status, retryAfter: headers.get('retry-after'), text: await response.text() };
}

function post(api: ApiProcess | undefined, query: string, variables: object): Promise<Response> {
  return fetch(`${api?.base ?? ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
}
