import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { describe, expect, test } from 'vitest';

import { startServer } from './own-process.ts';
import { sendBody } from './question.ts';
import { restOf } from './raw.ts';

/** Each needs a file of its own in this process: `ulimit -n` must be higher. `LONG=1` opens all that are promised. */
const MANY = process.env['LONG'] ? 10_000 : 1000;
const PATIENCE = 60_000;
const QUESTION = JSON.stringify({ query: '{ release { id } }' });

const { port } = await startServer();
const small = await startServer({ MAX_CONNECTIONS: '50' });

type Opened = { readonly sockets: readonly Socket[]; readonly gone: Promise<unknown> };

async function open(count: number): Promise<Opened> {
  const sockets: Socket[] = [];
  const gone: Promise<unknown>[] = [];
  // In hundreds: the queue of a listening socket is short.
  while (sockets.length < count) {
    const batch = Array.from({ length: 100 }, () => connect(port, '127.0.0.1'));
    gone.push(...batch.map(restOf));
    await Promise.all(batch.map((socket) => once(socket, 'connect')));
    sockets.push(...batch);
  }
  return { sockets, gone: Promise.all(gone) };
}

/** Asks again and again until all these are dropped; how often it was answered. */
async function answeredUntil(gone: Promise<unknown>): Promise<number> {
  let [isOver, answered] = [false, 0];
  void gone.then(() => (isOver = true));
  do {
    const { status } = await sendBody(port, QUESTION, { connection: 'close' });
    if (status !== 200) throw new Error(`A normal request was answered with ${status}`);
    answered += 1;
  } while (!isOver);
  return answered;
}

describe(`C6 ${MANY} connections are dropped by the server, and a normal request is answered all the while:`, () => {
  const headed = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  test.each([
    ['that say nothing', ''],
    ['that begin a head', headed],
    ['that begin a body', `${headed}Content-Length: 1000\r\n\r\n{"query":`],
    ['that were answered and say no more', 'GET /schema.graphql HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])(
    '%s',
    async (_what, bytes) => {
      const { sockets, gone } = await open(MANY);
      for (const socket of sockets) socket.write(bytes);
      expect(await answeredUntil(gone)).toBeGreaterThan(0);
    },
    PATIENCE,
  );
  test(
    'that drip their head, a line a second',
    async () => {
      const { sockets, gone } = await open(MANY / 10);
      for (const socket of sockets) socket.write(headed);
      const drip = setInterval(() => {
        for (const socket of sockets) socket.write('X-Drip: x\r\n');
      }, 1000);
      expect(await answeredUntil(gone)).toBeGreaterThan(0);
      clearInterval(drip);
    },
    PATIENCE,
  );
  test(
    'that do not read their answers',
    async () => {
      const sockets = Array.from({ length: 20 }, () => connect(port, '127.0.0.1'));
      const asked = 'GET /schema.graphql HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(200);
      for (const socket of sockets) socket.on('error', () => undefined).write(asked);
      const isGone = (socket: Socket): boolean => socket.destroyed || socket.errored !== null;
      // A socket that does not read hears of its end only by writing.
      const poke = setInterval(() => {
        for (const socket of sockets) if (!isGone(socket)) socket.write('G');
      }, 500);
      while (!sockets.every(isGone))
        expect((await sendBody(port, QUESTION, { connection: 'close' })).status).toBe(200);
      clearInterval(poke);
    },
    PATIENCE,
  );
});

test(
  'over MAX_CONNECTIONS the idle ones of whoever holds most make room for others',
  { timeout: PATIENCE },
  async () => {
    const crowd = Array.from({ length: 80 }, () => connect(small.port, '127.0.0.1'));
    const held = crowd.map(restOf);
    await Promise.all(crowd.map((socket) => once(socket, 'connect')));
    const other = connect({ port: small.port, host: '127.0.0.1', localAddress: '127.0.0.2' });
    other.write('GET /settings.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(await restOf(other)).toContain('200 OK');
    await Promise.all(held);
    expect((await fetch(`${small.base}/settings.json`)).status).toBe(200);
  },
);
