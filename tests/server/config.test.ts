import { describe, expect, test } from 'vitest';

import { readConfig } from '../../server/config.ts';

function refusal(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
  } catch (fault) {
    return (fault as Error).message;
  }
  return 'accepted';
}

test('with nothing set, it listens on loopback alone and is open to whoever is there', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    development: false,
    proxies: null,
    clientRate: null,
  });
});

describe('a host', () => {
  test.each(['0.0.0.0', '::', '192.0.2.1', 'teams.example.org'])(
    'CF03 that others can reach, %s, is refused unless a proxy with TLS is said to stand before it',
    (host) => {
      expect(refusal({ HOST: host })).toBe(
        `HOST: others could reach "${host}" without TLS; set BEHIND_PROXY=yes if a proxy with TLS stands before it, else leave HOST out`,
      );
      expect(refusal({ HOST: host, BEHIND_PROXY: 'no' })).toContain('HOST: others');
      expect(readConfig({ HOST: host, BEHIND_PROXY: 'yes' }).host).toBe(host);
    },
  );
  test.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])(
    'CF03 of loopback, %s, needs no such word',
    (host) => {
      expect(readConfig({ HOST: host }).host).toBe(host);
    },
  );
});

describe('a number', () => {
  test.each(['-1', '1.5', '1e3', '0x10', '65536', '99999999999', ' 80', 'abc', '８０'])(
    'CF02 CF12 %j is no port',
    (PORT) => {
      expect(refusal({ PORT })).toBe(
        `PORT: wanted a whole number from 0 to 65535, found ${JSON.stringify(PORT)}`,
      );
    },
  );
  test('CF02 port 0 is any free one, and an empty setting is one left out', () => {
    expect(readConfig({ PORT: '0' }).port).toBe(0);
    expect(readConfig({ PORT: '' }).port).toBe(4000);
  });
  test.each([
    ['CLIENT_RATE', '0'],
    ['CLIENT_RATE', '1e9'],
    ['MAX_CONNECTIONS', '0'],
    ['MAX_CONNECTIONS', '-5'],
    ['MAX_CONNECTIONS', '0x10'],
  ])('CF12 %s=%s is refused', (name, value) => {
    expect(refusal({ [name]: value })).toContain(`${name}: wanted a whole number from 1 to`);
  });
});

test.each([
  [{ BEHIND_PROXY: 'true' }, 'BEHIND_PROXY: wanted "yes" or "no", found "true"'],
  [
    { TRUSTED_PROXIES: 'proxy' },
    'TRUSTED_PROXIES: wanted addresses and networks such as 10.1.2.3,10.2.0.0/16, found "proxy"',
  ],
  [
    { CORS_ORIGINS: '*' },
    'CORS_ORIGINS: wanted origins such as https://teams.example.org,https://other.example, found "*"',
  ],
  [
    { WITHOUT_KEY: 'read' },
    'WITHOUT_KEY: wanted API_KEYS_FILE beside it: without keys, all is open',
  ],
  [
    { API_KEYS_FILE: 'x', WITHOUT_KEY: 'all' },
    'WITHOUT_KEY: wanted scopes out of read,bulk,metrics, found "all"',
  ],
  [{ LOG: 'debug' }, 'LOG: wanted "yes" or "no", found "debug"'],
  [{ STOP_DELAY: '301' }, 'STOP_DELAY: wanted a whole number from 0 to 300, found "301"'],
  [
    { TILE_URL: 'ftp://x' },
    'TILE_URL: wanted an http address such as https://tiles.example.org/{z}/{x}/{y}.png, found "ftp://x"',
  ],
  [
    { PUBLIC_URL: 'x'.repeat(5000) },
    `PUBLIC_URL: wanted an http address such as https://teams.example.org, found "${'x'.repeat(100)}…"`,
  ],
])('a setting that cannot be is refused in one sentence: %j', (environment, sentence) => {
  expect(refusal(environment)).toBe(sentence);
});
