import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { makeReady } from '../geodata/ready.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { isFirst, leaveOthers, onStop } from './cores.ts';
import { connect, disconnect, readingFrom } from './database/connect.ts';
import type { Database } from './database/database.ts';
import { DatabaseFault } from './database/database-fault.ts';
import type { Questions } from './questions/questions.ts';

/** A database that starts beside the server gets this long to answer, milliseconds. */
const PATIENCE_MS = 60_000;
const BETWEEN_MS = 500;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const primary = connect(config.databaseUrl);
  const database = readingFrom(primary, config.databaseUrl, config.replicaUrls);
  const isWatched = process.stderr.isTTY;
  const app = createApp({ ...config, log: config.log ?? !isWatched }, database);
  const { server, questions, log, stopping } = app;
  process.once('exit', log.flush);
  const { atlas } = await firstQuestions(primary, questions);
  if (primary !== database) await disconnect(primary);
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
    if (isFirst()) tellWhere(at, atlas);
    log.event('listening', { port, release: atlas.release.id });
    flushCompileCache();
  });
  onStop((signal) => {
    log.event('stopping', { signal });
    // Whoever stops it by hand balances no load.
    const delayMs = signal === 'SIGINT' ? 0 : config.stopDelaySeconds * 1000;
    void stopping.stop(server, delayMs).then(async () => {
      await disconnect(database);
      log.event('stopped');
      leaveOthers();
    });
  });
}

function tellWhere(at: string, { release, sets, areas, needs, teams }: Questions['atlas']): void {
  console.log(`Release ${release.id} covers ${release.coverage.name}:`);
  console.log(
    `  ${sets.length} boundary sets, ${areas.length} areas, ${needs.length} needs, ${teams.length} teams`,
  );
  console.log(`\nFind the team       ${at}/`);
  console.log(`Compare boundaries  ${at}/compare`);
  console.log(`For developers      ${at}/developers\n`);
}

/** Makes the database ready, waiting while it may still come up; a replica that can answer is enough. */
async function firstQuestions(
  primary: Database,
  questions: () => Promise<Questions>,
): Promise<Questions> {
  const until = Date.now() + PATIENCE_MS;
  for (let told = false; ; told = true) {
    try {
      await makeReady(primary, console.log);
      return await questions();
    } catch (fault) {
      if (!(fault instanceof DatabaseFault && fault.passing) || Date.now() > until) throw fault;
      const answered = await questions().catch(() => undefined);
      if (answered) return answered;
      if (!told) console.error(`Waiting for the database. ${fault.message}`);
    }
    await wait(BETWEEN_MS);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 69;
});
