import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { entryOf, makeKey, parseKeys, type Scope } from '../../server/keys/key.ts';
import { readKeyFile, writeKeyFile } from '../../server/keys/key-file.ts';
import { openWorld } from '../worlds/open.ts';
import { sendBody } from './question.ts';
import { sendRaw, statuses, written as asWritten } from './raw.ts';
import { serve } from './served.ts';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const HASH = 'ab'.repeat(32);
const QUESTION = '{"query":"{ __typename }"}';

/** Writes these keys to a file; gives each by its id. */
function written(
  path: string,
  wanted: Readonly<Record<string, readonly Scope[]>>,
): Record<string, string> {
  const made = Object.entries(wanted).map(([id, scopes]) => ({ id, scopes, ...makeKey(id) }));
  const until = localDate('2999-12-31');
  const entries = made.map(
    ({ id, scopes, sha256 }) => [id, { id, sha256, scopes: new Set(scopes), until }] as const,
  );
  writeKeyFile(path, new Map(entries));
  return Object.fromEntries(made.map(({ id, key }) => [id, key]));
}

describe('a key file', () => {
  test('is read as it is written, and only its owner may read it', () => {
    const path = join(folder, 'a');
    const keys = written(path, { one: ['read'], other: ['bulk', 'read'] });
    const entries = readKeyFile(path);
    expect([...entries.keys()]).toEqual(['one', 'other']);
    expect(entryOf(keys['other'] ?? '', entries)?.scopes).toEqual(new Set(['bulk', 'read']));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
  test('C19 holds no key, only what a key becomes', () => {
    const path = join(folder, 'b');
    const { one = '' } = written(path, { one: ['read'] });
    expect(readFileSync(path, 'utf8')).not.toContain(one.split('.')[1] ?? one);
  });
  test('CF08 that others may write is refused', () => {
    const path = join(folder, 'c');
    written(path, { one: ['read'] });
    chmodSync(path, 0o666);
    expect(() => readKeyFile(path)).toThrow(
      `${path}: anybody on this machine could add a key to it`,
    );
  });
  test.each([
    ['one', 'line 1: wanted the sha256 of one as 64 hexadecimal digits'],
    [`# a\n\nOne ${HASH} read`, 'line 3: wanted an id of small letters, digits and hyphens first'],
    [`__proto__ ${HASH} read`, 'line 1: wanted an id of small letters, digits and hyphens first'],
    [`one ${HASH}`, 'line 1: wanted scopes of one out of read,bulk,metrics'],
    [`one ${HASH} read,write`, 'line 1: wanted scopes of one out of read,bulk,metrics'],
    [
      `one ${HASH} read 2026-02-31`,
      'line 1: wanted the last day of one as YYYY-MM-DD, and nothing after it',
    ],
    [
      `one ${HASH} read 2026-02-28 x`,
      'line 1: wanted the last day of one as YYYY-MM-DD, and nothing after it',
    ],
    [`one ${HASH} read\none ${HASH} bulk`, 'line 2: one stands there twice'],
  ])('CF07 %j is refused with its line', (text, sentence) => {
    expect(() => parseKeys(text)).toThrow(sentence);
  });
  test('CF07 may begin with a byte order mark and end its lines as Windows does', () => {
    expect([...parseKeys(`\uFEFFone ${HASH} read\r\n\r\n# none\r\n`).keys()]).toEqual(['one']);
  });
  test('C19 no text but the key itself opens anything', () => {
    const { key, sha256 } = makeKey('one');
    const entries = new Map([
      ['one', { id: 'one', sha256, scopes: new Set<Scope>(['read']), until: null }],
    ]);
    expect(entryOf(key, entries)?.id).toBe('one');
    fc.assert(
      fc.property(
        fc.nat({ max: key.length - 1 }),
        fc.constantFrom('', 'a', 'B', '.', '_'),
        (at, letter) => {
          const other = key.slice(0, at) + letter + key.slice(at + 1);
          if (other !== key) expect(entryOf(other, entries)).toBeUndefined();
        },
      ),
    );
    expect(entryOf('', entries)).toBeUndefined();
    expect(entryOf(sha256.toString('hex'), entries)).toBeUndefined();
  });
});

describe('a service with keys', async () => {
  const path = join(folder, 'served');
  const keys = written(path, { reader: ['read'], bulk: ['read', 'bulk'], watcher: ['metrics'] });
  const database = await openWorld(readEmbeddedPack());
  const port = await serve(database, { API_KEYS_FILE: path });
  const base = `http://127.0.0.1:${port}`;
  const ask = (headers: Record<string, string>, filler = 0): ReturnType<typeof sendBody> =>
    sendBody(
      port,
      JSON.stringify({ query: '{ __typename }', variables: { filler: 'x'.repeat(filler) } }),
      headers,
    );
  const by = (id: string): Record<string, string> => ({
    authorization: `Bearer ${keys[id] ?? ''}`,
  });

  test('answers whoever sends one', async () => {
    expect((await ask(by('reader'))).status).toBe(200);
  });
  test('asks for one where there is none', async () => {
    const { status, headers, errors } = await ask({});
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(errors[0]?.message).toBe('Send an API key: "Authorization: Bearer KEY".');
    for (const path of ['/plain', '/oruk/services', '/fhir/Location', '/geojson', '/drawings/x'])
      expect((await fetch(base + path)).status).toBe(401);
  });
  test('says so to a person without script in a plain sentence', async () => {
    const response = await fetch(`${base}/plain`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe('Send an API key: "Authorization: Bearer KEY".\n');
  });
  test.each([
    'Bearer nobody.x',
    'Bearer ',
    `Bearer reader.${'A'.repeat(43)}`,
    'Basic cmVhZGVyOng=',
    `Bearer eyJhbGciOiJub25lIn0.${'A'.repeat(43)}.`,
  ])('GQ44, GQ45 refuses %s with 401, and repeats none of it', async (authorization) => {
    const { status, text } = await ask({ authorization });
    expect(status).toBe(401);
    expect(text).not.toContain('reader');
  });
  test('GQ44 takes the word Bearer in any case, and of two keys the first', async () => {
    const { authorization = '' } = by('reader');
    const answers = (...lines: string[]): Promise<string> =>
      sendRaw(port, asWritten(QUESTION, `Content-Length: ${QUESTION.length}`, ...lines));
    const shouted = authorization.replace('Bearer', 'BEARER');
    expect(statuses(await answers(`Authorization: ${shouted}`))).toEqual([200]);
    const twice = [`Authorization: ${authorization}`, 'Authorization: Bearer other'];
    expect(statuses(await answers(...twice))).toEqual([200]);
    expect(statuses(await answers(...twice.toReversed()))).toEqual([401]);
    expect(statuses(await answers('Authorization: Bearer'))).toEqual([401]);
    const long = await answers(`Authorization: Bearer ${'x'.repeat(1_000_000)}`);
    expect(statuses(long)).toEqual([431]);
  });
  test('keeps bulk questions for keys that have the scope', async () => {
    const { status, errors } = await ask(by('reader'), 9000);
    expect([status, errors[0]?.message]).toEqual([403, 'This API key lacks the scope "bulk".']);
    expect((await ask(by('bulk'), 9000)).status).toBe(200);
  });
  test('shows its metrics to those who may watch, its health to anybody, its pages too', async () => {
    expect((await fetch(`${base}/metrics`)).status).toBe(401);
    expect((await fetch(`${base}/metrics`, { headers: by('reader') })).status).toBe(403);
    expect((await fetch(`${base}/metrics`, { headers: by('watcher') })).status).toBe(200);
    for (const path of ['/health', '/ready', '/schema.graphql'])
      expect((await fetch(base + path)).status).toBe(200);
  });
  test('lets those without a key do what WITHOUT_KEY says', async () => {
    const half = await serve(database, { API_KEYS_FILE: path, WITHOUT_KEY: 'read' });
    expect((await sendBody(half, '{"query":"{ __typename }"}')).status).toBe(200);
    expect(
      (
        await sendBody(
          half,
          JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(9000) } }),
        )
      ).status,
    ).toBe(401);
  });
  test('C19, GQ45 knows without a restart that a key is revoked, and keeps the others while its file is broken', async () => {
    const own = join(folder, 'revoked');
    const { first = '', second = '' } = written(own, { first: ['read'], second: ['read'] });
    const served = await serve(database, { API_KEYS_FILE: own });
    const asked = async (key: string): Promise<number> =>
      (await sendBody(served, '{"query":"{ __typename }"}', { authorization: `Bearer ${key}` }))
        .status;
    expect([await asked(first), await asked(second)]).toEqual([200, 200]);
    expect(manage('revoke', 'first', '--file', own).status).toBe(0);
    while ((await asked(first)) === 200) await new Promise((resolve) => setTimeout(resolve, 50));
    expect([await asked(first), await asked(second)]).toEqual([401, 200]);
    writeFileSync(own, 'nonsense\n');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect([await asked(first), await asked(second)]).toEqual([401, 200]);
  });
  test('GQ45 takes no key after its last day', async () => {
    const own = join(folder, 'ended');
    const { key, sha256 } = makeKey('old');
    const until = localDate('2020-01-01');
    writeKeyFile(
      own,
      new Map([['old', { id: 'old', sha256, scopes: new Set<Scope>(['read']), until }]]),
    );
    const served = await serve(database, { API_KEYS_FILE: own });
    const { status } = await sendBody(served, '{"query":"{ __typename }"}', {
      authorization: `Bearer ${key}`,
    });
    expect(status).toBe(401);
  });
});

function manage(...args: readonly string[]): {
  status: number | null;
  stdout: string;
  stderr: string;
} {
  const { API_KEYS_FILE: _, ...env } = process.env;
  return spawnSync(process.execPath, ['server/manage-keys.ts', ...args], { encoding: 'utf8', env });
}

describe('npm run keys', () => {
  const path = join(folder, 'managed');
  test('makes a key that opens, lists it and ends it', () => {
    const made = manage(
      'create',
      'hants',
      '--scopes',
      'read,bulk',
      '--until',
      '2027-03-31',
      '--file',
      path,
    );
    expect([made.status, made.stderr]).toEqual([0, '']);
    const key = made.stdout.split('\n')[0] ?? '';
    expect(entryOf(key, readKeyFile(path))?.id).toBe('hants');
    expect(manage('list', '--file', path).stdout).toBe('hants: read, bulk, until 2027-03-31\n');
    expect(manage('revoke', 'hants', '--file', path).status).toBe(0);
    expect(manage('list', '--file', path).stdout).toBe('No keys.\n');
  });
  test.each([
    [
      'CF01',
      ['creat'],
      'Wanted a command (create, revoke, list), found "creat": did you mean create?',
    ],
    [
      'CF01',
      ['create', 'x', '--scope', 'read'],
      'Wanted --scopes, --until, --file, found --scope: did you mean --scopes?',
    ],
    [
      'CF08',
      ['revoke', makeKey('x').key],
      'Wanted the id of a key, found a key itself: make another and revoke this',
    ],
    ['CF15', ['create', 'x', '--until', '2026-02-31'], 'Wanted --until a day as YYYY-MM-DD'],
    ['', ['create', 'X y'], 'Wanted an id of small letters, digits and hyphens, at most 40'],
    ['', ['create', 'x', '--scopes', 'all'], 'Wanted --scopes out of read,bulk,metrics'],
    ['', ['list'], 'Wanted --file FILE, or API_KEYS_FILE in the environment'],
  ])('%s %j exits 64 with one sentence', (_id, args, sentence) => {
    const { status, stdout, stderr } = manage(...args);
    expect([status, stdout, stderr]).toEqual([64, '', `${sentence}\n`]);
  });
});
