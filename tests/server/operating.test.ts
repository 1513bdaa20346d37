import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { disconnect } from '../../server/database/connect.ts';
import { createLog } from '../../server/operating/log.ts';
import { createRequestIds } from '../../server/operating/request-id.ts';
import { openWorld } from '../worlds/open.ts';
import { startServer } from './own-process.ts';
import { sendBody } from './question.ts';
import { serve } from './served.ts';

const database = await openWorld(readEmbeddedPack());
const base = `http://127.0.0.1:${await serve(database)}`;

async function get(path: string, headers: Record<string, string> = {}): Promise<[number, string]> {
  const response = await fetch(`${base}${path}`, { headers });
  return [response.status, await response.text()];
}

describe('a probe', () => {
  test('/health says that the process answers', async () => {
    expect(await get('/health')).toEqual([200, '{"status":"alive"}']);
  });
  test('/ready says from which release is answered', async () => {
    const [status, text] = await get('/ready');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ status: 'ready' });
    expect(text).toMatch(/"release":"embedded-[0-9a-f]{8}"/);
  });
  test('is never stored, and only read', async () => {
    for (const path of ['/health', '/ready', '/metrics']) {
      const response = await fetch(`${base}${path}`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect((await fetch(`${base}${path}`, { method: 'POST' })).status).toBe(405);
      expect(await (await fetch(`${base}${path}`, { method: 'HEAD' })).text()).toBe('');
    }
  });
  test('/ready is 503 with a reason where the database cannot be asked, and /health answers on', async () => {
    const lost = await openWorld(readEmbeddedPack());
    const port = await serve(lost);
    await disconnect(lost);
    const ready = await fetch(`http://127.0.0.1:${port}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'not ready' });
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toContain('\ncoterminosity_ready 0\n');
  });
});

describe('/metrics', () => {
  test('counts answers by route and status, and outcomes by their reason', async () => {
    const asked = (postcode: string): object => ({
      query:
        'query($p: String) { referral(input: { postcode: $p, need: "carers" }) { __typename } }',
      variables: { p: postcode },
    });
    const port = Number(new URL(base).port);
    await sendBody(port, JSON.stringify(asked('SO23 8UJ')));
    await sendBody(port, JSON.stringify(asked('nonsense')));
    await get('/no-such-file.js');
    const [, text] = await get('/metrics');
    expect(text).toContain(
      'coterminosity_request_duration_seconds_count{route="graphql",status="200"} 2\n',
    );
    expect(text).toContain(
      'coterminosity_request_duration_seconds_count{route="file",status="404"} 1\n',
    );
    expect(text).toContain('coterminosity_referrals_total{outcome="Routed",reason=""} 1\n');
    expect(text).toContain(
      'coterminosity_referrals_total{outcome="NotRoutable",reason="MALFORMED"} 1\n',
    );
    expect(text).toMatch(/\ncoterminosity_ready 1\n/);
    expect(text).toMatch(
      /\ncoterminosity_release_loaded_timestamp_seconds\{release="embedded-[0-9a-f]{8}"\} \d/,
    );
    expect(text).toMatch(/\nprocess_resident_memory_bytes \d/);
  });
  test('has no more figures however many different requests there were', async () => {
    const lines = async (): Promise<number> =>
      (await get('/metrics'))[1].split('\n').filter((line) => line.startsWith('coterminosity_'))
        .length;
    await get('/nowhere-0');
    await lines();
    const before = await lines();
    for (let at = 1; at < 50; at++)
      await get(`/nowhere-${at}`, { 'x-request-id': `0123456789abcdef0123456789abcd${at + 10}` });
    expect(await lines()).toBe(before);
  });
  test('is text that Prometheus reads: every family with its help and type, every line a figure', async () => {
    const [, text] = await get('/metrics');
    const figure = /^[a-z_][a-z0-9_]*(?:\{(?:[a-z_]+="[^"\\\n]*",?)+\})? (?:NaN|Nan|-?[\d.e+-]+)$/;
    const odd = text
      .split('\n')
      .filter((line) => !/^(?:# (?:HELP|TYPE) .*)?$/.test(line) && !figure.test(line));
    expect(odd).toEqual([]);
    const families = [...text.matchAll(/# TYPE (\S+)/g)].map(([, name]) => name);
    expect(new Set(families).size).toBe(families.length);
  });
});

describe('a request id', () => {
  test('is made for each request, and given back', async () => {
    const ids = await Promise.all(
      Array.from({ length: 5 }, async () =>
        (await fetch(`${base}/health`)).headers.get('x-request-id'),
      ),
    );
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{12}-[0-9a-z]{4,}$/);
  });
  test.each(['2f1c7a54-8d5e-4f6a-9b1c-0123456789ab', '0123456789abcdef0123456789abcdef'])(
    'of the client is kept where it can be nothing else: %s',
    (id) => {
      expect(createRequestIds()(id)).toBe(id);
    },
  );
  test.each([
    'SO238UJ',
    'SO23 8UJ',
    '',
    'x'.repeat(32),
    '"}\n{"',
    '0123456789ABCDEF0123456789ABCDEF0',
  ])('of the client is not kept where it may say something: %j', (id) => {
    expect(createRequestIds()(id)).not.toContain(id === '' ? ' ' : id);
  });
});

describe('the log', () => {
  test('has one JSON line for each request, with these fields and no others', async () => {
    const { base: own, stderr, stop } = await startServer({ LOG: 'yes' });
    const id = '0123456789abcdef0123456789abcdef';
    await fetch(`${own}/plain?postcode=x`, { headers: { 'x-request-id': id } });
    expect(await stop()).toBe(0);
    const lines = stderr()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ event }) => event)).toEqual([
      'listening',
      'request',
      'stopping',
      'stopped',
    ]);
    const { time, ms, ...request } = lines[1] ?? {};
    expect(request).toEqual({
      level: 'info',
      event: 'request',
      id,
      method: 'GET',
      route: 'plain',
      status: 200,
    });
    expect(new Date(String(time)).toISOString()).toBe(time);
    expect(ms).toBeTypeOf('number');
  });
  test('is silent about requests when it is switched off', async () => {
    const { base: own, stderr, stop } = await startServer({ LOG: 'no' });
    await fetch(`${own}/health`);
    await stop();
    expect(stderr()).toBe('');
  });
  test('C23 tells a fault by its name, where it was and the id that the answer carries, never by its message', () => {
    const written: string[] = [];
    let now = 0;
    const log = createLog({
      requests: true,
      write: (lines) => written.push(lines),
      now: () => now,
    });
    const fault = new TypeError('SO23 8UJ');
    log.fault(fault, 'abc');
    log.fault(fault, 'abd');
    now = 1001;
    log.fault('SO23 8UJ');
    log.flush();
    const [first = '', second = ''] = written.join('').trim().split('\n');
    expect(written.join('').trim().split('\n').length).toBe(2);
    expect(JSON.parse(first)).toMatchObject({
      level: 'error',
      event: 'fault',
      id: 'abc',
      name: 'TypeError',
    });
    expect(first).toContain('operating.test.ts');
    expect(first + second).not.toContain('SO23');
  });
});
