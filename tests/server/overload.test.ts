import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { openWorld } from '../worlds/open.ts';
import { sendBody } from './question.ts';
import { restOf, statuses, written } from './raw.ts';
import { serve } from './served.ts';

const database = await openWorld(readEmbeddedPack());
const port = await serve(database);

const ASKED = JSON.stringify({
  query: '{ referral(input: { postcode: "SO23 8UJ", need: "carers" }) { __typename } }',
});

/** Connections of one client, all open before anything is asked on any. */
async function connections(count: number, localAddress: string): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () =>
    connect({ port, host: '127.0.0.1', localAddress }),
  );
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return sockets;
}

const question = written(ASKED, `Content-Length: ${Buffer.byteLength(ASKED)}`);

function askAll(sockets: readonly Socket[]): Promise<string[]> {
  const answers = sockets.map(restOf);
  for (const socket of sockets) socket.write(question);
  return Promise.all(answers);
}

function count(answers: readonly string[], status: number): number {
  return answers.filter((answer) => statuses(answer)[0] === status).length;
}

describe('C8 asked more at once than fits', () => {
  test('it turns away the rest with 503 and Retry-After, and answers everybody else', async () => {
    const answers = await askAll(await connections(2500, '127.0.0.1'));
    expect(count(answers, 200)).toBeGreaterThan(0);
    const shed = answers.filter((answer) => statuses(answer)[0] === 503);
    expect(shed.length).toBeGreaterThan(0);
    expect(count(answers, 200) + shed.length).toBe(answers.length);
    for (const answer of shed) {
      expect(answer.toLowerCase()).toContain('\r\nretry-after: 1\r\n');
      expect(answer).toContain('Ask again in a second.');
    }
  });
  test('and answers all again at once afterwards', async () => {
    const answers = await askAll(await connections(100, '127.0.0.1'));
    expect(count(answers, 200)).toBe(100);
  });
});

test('C9 a client that asks for everything keeps no other from being answered', async () => {
  const [greedy, modest] = [
    await connections(2500, '127.0.0.1'),
    await connections(40, '127.0.0.2'),
  ];
  const flood = askAll(greedy);
  expect(count(await askAll(modest), 200)).toBe(40);
  const answers = await flood;
  expect(count(answers, 200) + count(answers, 429) + count(answers, 503)).toBe(2500);
});

describe('the limits are published in the headers', () => {
  test('of an answer: the share, and how much of it is left', async () => {
    const { headers } = await sendBody(port, ASKED);
    expect(headers.get('ratelimit-policy')).toBe('"share";q=1064;qu="concurrent-requests"');
    expect(headers.get('ratelimit')).toBe('"share";r=1063');
  });
  test('of a bulk question, which waits for its like alone', async () => {
    const { headers } = await sendBody(
      port,
      JSON.stringify({ query: '{ __typename }', variables: { a: 'a'.repeat(8192) } }),
    );
    expect(headers.get('ratelimit-policy')).toBe('"share";q=64;qu="concurrent-requests"');
  });
  test('of the standards and of the page without script', async () => {
    for (const path of ['/oruk/services', '/plain', '/fhir/metadata', '/geojson']) {
      const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
      expect(headers.get('ratelimit-policy')).toContain('"share"');
    }
  });
});

describe('a rate, where one is set', () => {
  test('is published, counts size, and is 429 with the seconds to wait beyond', async () => {
    const rated = await serve(database, { CLIENT_RATE: '10' });
    const first = await sendBody(rated, ASKED);
    expect(first.headers.get('ratelimit-policy')).toContain('"minute";q=10;w=60');
    expect(first.headers.get('ratelimit')).toContain('"minute";r=9;t=60');
    const heavy = JSON.stringify({ query: '{ __typename }', variables: { a: 'a'.repeat(5000) } });
    expect((await sendBody(rated, heavy)).headers.get('ratelimit')).toContain('"minute";r=4;');
    const beyond = await sendBody(rated, heavy);
    expect(beyond.status).toBe(429);
    expect(Number(beyond.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(beyond.errors[0]?.message).toMatch(
      /^One client may ask 10 a minute, each KiB of a question counting as one more\. Ask again in \d+ s\.$/,
    );
    expect((await sendBody(rated, ASKED)).status).toBe(200);
  });
});
