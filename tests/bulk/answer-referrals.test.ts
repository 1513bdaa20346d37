import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request as ask } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { serve } from '../server/served.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';

const port = await serve(await openWorld(fourSquares));
const base = `http://127.0.0.1:${port}`;

async function send(body: string, type: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${base}/referrals`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function lines(...questions: readonly (object | string)[]) {
  const body = questions.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  const { text } = await send(`${body.join('\n')}\n`, 'application/x-ndjson');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const AT = '2026-11-20T10:00:00Z';

describe('POST /referrals', () => {
  test('answers CSV with CSV', async () => {
    const { status, headers, text } = await send(
      'ref,postcode,need\n7,SO99 1AA,carers\n',
      'text/csv',
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text).toMatch(
      /^ref,postcode,need,outcome,.*\r\n7,SO99 1AA,carers,ROUTED,.*,The County,C,/,
    );
  });
  test('answers NDJSON with NDJSON: in order, with the numbers of its lines and names of the asker’s own', async () => {
    const answers = await lines(
      { id: 'a', postcode: 'SO99 1AA', need: 'carers', at: AT },
      '',
      { id: 2, postcode: 'SO99 1AD', need: 'homelessness' },
      { point: { lat: 51.015, lon: -0.99 }, need: 'carers' },
      { postcode: 'SO99 1AA', need: 'therapy', age: 12, asAt: '2026-11-20' },
      {
        postcode: 'SO99 1AD',
        need: 'homelessness',
        answers: [{ question: 'district', answer: 'W' }],
      },
      { postcode: 'EH1 1YZ', need: 'carers' },
    );
    expect(answers.map(({ row, id, outcome }) => [row, id, outcome])).toEqual([
      [1, 'a', 'ROUTED'],
      [3, 2, 'NEEDS_CHOICE'],
      [4, undefined, 'ROUTED'],
      [5, undefined, 'ROUTED'],
      [6, undefined, 'ROUTED'],
      [7, undefined, 'NOT_ROUTABLE'],
    ]);
    expect(answers[0]).toMatchObject({
      responsible: [{ sector: 'SOCIAL_CARE', code: 'C' }],
      teams: [{ name: 'county-social-care', openNow: true, phoneNow: '01632 960000' }],
      holdsUntil: '2026-11-20T17:00:00.000Z',
    });
    expect(answers[1]).toMatchObject({ cause: 'STRADDLES', key: 'district' });
  });
  test.each<[string, string, object | string]>([
    ['no JSON', 'JSON', '{'],
    ['a list', 'JSON', '[]'],
    ['a key nobody knows', 'JSON', { postcode: 'SO99 1AA', need: 'carers', gppractice: 'J82001' }],
    ['a key twice', 'JSON', '{"postcode":"SO99 1AA","postcode":"SO99 1AB","need":"carers"}'],
    ['neither postcode nor point', 'WHERE', { need: 'carers' }],
    ['both', 'WHERE', { postcode: 'SO99 1AA', point: { lat: 51, lon: -1 }, need: 'carers' }],
    ['a point off the globe', 'WHERE', { point: { lat: 91, lon: 0 }, need: 'carers' }],
    ['no need', 'NEED', { postcode: 'SO99 1AA' }],
    ['an age as text', 'AGE', { postcode: 'SO99 1AA', need: 'carers', age: '40' }],
    [
      'a moment without offset',
      'AT',
      { postcode: 'SO99 1AA', need: 'carers', at: '2026-11-20T10:00' },
    ],
    [
      'answers of another form',
      'ANSWERS',
      { postcode: 'SO99 1AA', need: 'carers', answers: { a: 1 } },
    ],
  ])('a line with %s says so, and the next is answered', async (_name, reason, question) => {
    const answers = await lines(question, { postcode: 'SO99 1AA', need: 'carers' });
    expect(answers.map(({ outcome }) => outcome)).toEqual(['BAD_ROW', 'ROUTED']);
    expect(answers[0]).toMatchObject({ reason });
    expect(JSON.stringify(answers[0])).not.toContain('SO99');
  });
  test('is told never to be kept', async () => {
    expect((await send('postcode,need\n', 'text/csv')).headers.get('cache-control')).toBe(
      'no-store',
    );
  });
  test.each<[string, number, RequestInit]>([
    ['GET', 405, { method: 'GET' }],
    ['PUT', 405, { method: 'PUT', body: 'x' }],
    ['JSON', 415, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
    ['no type', 415, { method: 'POST', body: Buffer.from('x') }],
    [
      'Latin-1',
      415,
      { method: 'POST', body: 'x', headers: { 'content-type': 'text/csv; charset=latin1' } },
    ],
    [
      'gzip',
      415,
      {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': 'text/csv', 'content-encoding': 'gzip' },
      },
    ],
    [
      'CSV that is to be JSON',
      406,
      {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': 'text/csv', accept: 'application/json' },
      },
    ],
  ])('refuses %s with %d', async (_name, status, init) => {
    expect((await fetch(`${base}/referrals`, init)).status).toBe(status);
  });
  test.each<[string, string, string]>([
    ['text/csv', 'home,need\n', 'Row 1: wanted a column "postcode"'],
    ['text/csv', '', 'Wanted a header row, found an empty file.'],
    ['application/x-ndjson', 'x'.repeat(200_000), 'wanted lines of at most 65536 characters'],
  ])('says in one sentence what is wrong with a whole %s', async (type, body, sentence) => {
    const { status, text } = await send(body, type);
    expect(status).toBe(400);
    expect(text).toContain(JSON.stringify(sentence).slice(1, -1));
  });
});

type Open = { readonly request: ClientRequest; readonly response: IncomingMessage };

async function open(first: string): Promise<Open> {
  const request = ask(`${base}/referrals`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
  });
  request.on('error', () => undefined); // whoever hangs up hears of it
  request.write(first);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { request, response };
}

const ROW = 'SO99 1AA,carers,some words to make it longer\n';

describe('a table without end', () => {
  test(
    'is answered while it is sent, for as long as something is sent',
    { timeout: 60_000 },
    async () => {
      const { request, response } = await open('postcode,need,note\n');
      response.setEncoding('utf8');
      const pieces = response[Symbol.asyncIterator]() as AsyncIterator<string>;
      expect((await pieces.next()).value).toContain('postcode,need,note,outcome');
      for (let sent = 0; sent < 4; sent++) {
        request.write(ROW);
        expect((await pieces.next()).value).toContain('ROUTED');
        await wait(3000); // in all for longer than a question may take to be sent
      }
      request.end();
      expect((await pieces.next()).done).toBe(true);
    },
  );
  test('is read no faster than its answers are', { timeout: 60_000 }, async () => {
    const { request } = await open('postcode,need,note\n');
    const piece = ROW.repeat(1000);
    let [sent, isStuck] = [0, false];
    while (!isStuck && sent < 4000) {
      sent++;
      if (!request.write(piece))
        isStuck = await Promise.race([once(request, 'drain').then(() => false), wait(2000, true)]);
    }
    expect(isStuck).toBe(true);
    request.destroy();
  });
  test(
    'is dropped when its sender hangs up, and makes room for others',
    { timeout: 60_000 },
    async () => {
      for (let time = 0; time < 8; time++) {
        const { request, response } = await open(`postcode,need,note\n${ROW.repeat(2000)}`);
        response.once('error', () => undefined);
        request.destroy();
      }
      expect((await send('postcode,need\nSO99 1AA,carers\n', 'text/csv')).status).toBe(200);
    },
  );
  test('leaves others their turn', { timeout: 60_000 }, async () => {
    const over: string[] = [];
    const table = send(`postcode,need,note\n${ROW.repeat(60_000)}`, 'text/csv').then(({ text }) => {
      over.push('table');
      return text;
    });
    const query = JSON.stringify({ query: '{ release { id } }' });
    await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: query,
    });
    over.push('question');
    expect((await table).split('\r\n')).toHaveLength(60_002);
    expect(over).toEqual(['question', 'table']);
  });
  test('that is refused while it is still sent is told why, however late that is read', async () => {
    const body = `name,age\n${ROW.repeat(200_000)}`;
    const head = `POST /referrals HTTP/1.1\r\nHost: t\r\nContent-Type: text/csv\r\nContent-Length: ${body.length}\r\n\r\n`;
    const socket = connect(port, '127.0.0.1').pause();
    await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.write(head + body, resolve);
    });
    const [answer] = (await once(socket.setEncoding('utf8').resume(), 'data')) as [string];
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*postcode/s);
  });
  test('that goes wrong midway is broken off, not ended', async () => {
    const { request, response } = await open(`postcode,need,note\n${ROW}`);
    response.resume();
    response.once('error', () => undefined);
    const broken = new Promise((resolve) => response.once('close', resolve));
    request.write(Buffer.from([0xff, 0xfe, 0x0a]));
    await broken;
    expect(response.complete).toBe(false);
  });
});
