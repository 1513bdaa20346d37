import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { makeReady } from '../../geodata/ready.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { connect } from '../../server/database/connect.ts';

/** What one request cost the server: the longest its event loop stood still, and processor time. */
export type Cost = { readonly blockedMs: number; readonly cpuMs: number };

const config = readConfig(process.env);
const database = connect(config.databaseUrl);
await makeReady(database, () => undefined);
const { server, questions } = createApp(config, database);
await questions();

const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let before = process.cpuUsage();

// Whoever started it asks for the cost of what came since it last asked.
process.on('message', () => {
  const { user, system } = process.cpuUsage(before);
  const blockedMs = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
  process.send?.({ blockedMs, cpuMs: (user + system) / 1000 } satisfies Cost);
  delay.reset();
  before = process.cpuUsage();
});
process.on('disconnect', () => process.exit());

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
