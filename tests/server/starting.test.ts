import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

import { expect, test } from 'vitest';

import { startServer } from './own-process.ts';

test('CF02 a port in use ends the start in one sentence that says what to set', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  await expect(startServer({ PORT: String(port) })).rejects.toThrow(
    `The server ended with 69: Cannot listen: port ${port} is in use: set PORT to another.\n`,
  );
  taken.close();
});

test('CF03 a host that others could reach ends the start in one sentence', async () => {
  await expect(startServer({ HOST: '0.0.0.0' })).rejects.toThrow(
    /^The server ended with 69: HOST: others could reach "0\.0\.0\.0" without TLS; set BEHIND_PROXY=yes [^\n]+\n$/,
  );
});

test('a file of keys that is not there ends the start in one sentence', async () => {
  await expect(startServer({ API_KEYS_FILE: '/nowhere/keys' })).rejects.toThrow(
    'The server ended with 69: /nowhere/keys: wanted a file of API keys, found none\n',
  );
});
