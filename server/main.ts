import type { AddressInfo } from 'node:net';

import { openReadyDatabase } from '../geodata/ready.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { disconnect } from './database/connect.ts';

/** Requests under way get this long to finish when the server is told to stop, milliseconds. */
const DRAIN_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openReadyDatabase(config.databaseUrl, console.log);
  const { server, questions } = createApp(config, database);
  const { atlas } = await questions();
  server.on('error', (error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE'
        ? `port ${config.port} is in use: set PORT to another`
        : error.message;
    console.error(`Cannot listen: ${why}.`);
    process.exit(69);
  });
  server.listen(config.port, config.host, () => {
    const { port } = server.address() as AddressInfo;
    const at = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    console.log(`Release ${atlas.release.id} covers ${atlas.release.coverage.name}:`);
    console.log(
      `  ${atlas.sets.length} boundary sets, ${atlas.areas.length} areas, ${atlas.needs.length} needs, ${atlas.teams.length} teams`,
    );
    console.log(`\nFind the team       ${at}/`);
    console.log(`Compare boundaries  ${at}/compare`);
    console.log(`GraphQL             ${at}/graphql\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      setTimeout(() => {
        server.closeAllConnections();
      }, DRAIN_MS).unref();
      server.close(() => void disconnect(database));
      server.closeIdleConnections();
    });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 69;
});
