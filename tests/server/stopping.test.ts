import { Agent, request } from 'node:http';

import { describe, expect, test } from 'vitest';

import { type OwnProcess, startServer } from './own-process.ts';

const PATIENCE = { timeout: 60_000 };
const ASKERS = 40;
const ONE = JSON.stringify({
  query: '{ referral(input: { postcode: "SO23 8UJ", need: "carers" }) { __typename } }',
});
const MANY = JSON.stringify({
  query: 'query($inputs: [ReferralInput!]!) { referrals(inputs: $inputs) { __typename } }',
  variables: { inputs: Array(1000).fill({ postcode: 'SO23 8UJ', need: 'carers' }) },
});

type Answer = { readonly status: number; readonly isLast: boolean; readonly text: string };

function ask({ port }: OwnProcess, agent: Agent, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    request(
      { port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent, headers },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode: status = 0, headers: said } = response;
          resolve({ status, isLast: said.connection === 'close', text });
        });
      },
    )
      .on('error', reject)
      .end(body);
  });
}

/** One connection, asking as fast as it is answered, until told that this answer is the last on it. */
async function askOn(server: OwnProcess, body: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let answered = 1; ; answered++) {
    const { status, isLast, text } = await ask(server, agent, body);
    if (status !== 200 || !text.includes('Routed'))
      throw new Error(`Answered with ${status}: ${text}`);
    if (!isLast) continue;
    agent.destroy();
    return answered;
  }
}

describe('B12 told to stop under load', () => {
  test(
    'it answers every request it took, tells each connection which answer is the last, and ends with 0',
    PATIENCE,
    async () => {
      const server = await startServer();
      const askers = [
        ...Array.from({ length: ASKERS }, () => askOn(server, ONE)),
        ...Array.from({ length: 3 }, () => askOn(server, MANY)),
      ];
      await ask(server, new Agent(), ONE);
      const ended = server.stop('SIGTERM');
      expect((await Promise.all(askers)).every((answered) => answered > 0)).toBe(true);
      expect(await ended).toBe(0);
    },
  );
  test(
    'it is not ready first, while it still takes new connections, and alive all the while',
    PATIENCE,
    async () => {
      const server = await startServer({ STOP_DELAY: '2' });
      expect((await fetch(`${server.base}/ready`)).status).toBe(200);
      const ended = server.stop('SIGTERM');
      let ready = await fetch(`${server.base}/ready`);
      while (ready.status === 200) ready = await fetch(`${server.base}/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.json()).toEqual({ status: 'not ready', why: 'It is stopping.' });
      expect(ready.headers.get('connection')).toBe('close');
      expect((await ask(server, new Agent(), ONE)).status).toBe(200);
      expect((await fetch(`${server.base}/health`)).status).toBe(200);
      expect(await ended).toBe(0);
    },
  );
  test('by hand it waits for no one who might still come', PATIENCE, async () => {
    const server = await startServer({ STOP_DELAY: '300' });
    expect(await server.stop('SIGINT')).toBe(0);
  });
  test('it waits for nobody who never ends a question', PATIENCE, async () => {
    const server = await startServer({ STOP_DELAY: '0' });
    const halfAsked = request({
      port: server.port,
      host: '127.0.0.1',
      path: '/graphql',
      method: 'POST',
    });
    halfAsked.on('error', () => undefined).flushHeaders();
    await ask(server, new Agent(), ONE);
    expect(await server.stop('SIGTERM')).toBe(0);
  });
});
