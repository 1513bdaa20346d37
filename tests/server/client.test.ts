import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import { describe, expect, test } from 'vitest';

import { clientReader, parseProxies } from '../../server/admission/client.ts';

function from(address: string, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

describe('a client is', () => {
  const direct = clientReader(null);
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
    ['2001:db8::5', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s: %s', (address, client) => {
    expect(direct(from(address))).toBe(client);
  });
  test('C9 who sends, whatever the request says of a proxy that nobody named', () => {
    expect(direct(from('192.0.2.1', '198.51.100.7'))).toBe('192.0.2.1');
  });
});

describe('behind proxies that were named', () => {
  const behind = clientReader(parseProxies('10.0.0.0/8, ::1') ?? null);
  test.each([
    [
      'the last whom no proxy of ours saw',
      '10.0.0.1',
      '198.51.100.7, 203.0.113.9, 10.0.0.2',
      '203.0.113.9',
    ],
    ['the sender, who is no proxy', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['the proxy, where it passes nobody on', '10.0.0.1', undefined, '10.0.0.1'],
    [
      'the proxy, where what it passes on is no address',
      '10.0.0.1',
      '198.51.100.7, unknown',
      '10.0.0.1',
    ],
    ['the first proxy, where there are only proxies', '10.0.0.1', '10.0.0.9, 10.0.0.2', '10.0.0.9'],
    ['whom a proxy of IPv6 saw', '::1', '2001:db8:1:2::1', '2001:db8:1:2'],
  ])('C9 a client is %s', (_what, address, forwarded, client) => {
    expect(behind(from(address, forwarded))).toBe(client);
  });
});

test.each(['10.0.0.1', '10.0.0.0/8', '::1, 2001:db8::/32'])('%j is a list of proxies', (text) => {
  expect(parseProxies(text)).toBeDefined();
});
test.each([
  '',
  'proxy.example.org',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  '10.0.0.0/',
  '10.0.0.1,',
  '*',
  '::/129',
])('%j is none', (text) => {
  expect(parseProxies(text)).toBeUndefined();
});
