import type { AddressInfo } from 'node:net';

import { afterAll } from 'vitest';

import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Database } from '../../server/database/database.ts';

/** Serves the real app over a database on a free port of loopback until the test file ends. Gives its port. */
export async function serve(
  database: Database,
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const { server } = createApp(readConfig(environment), database);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
