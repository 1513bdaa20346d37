import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

/** Where PostgreSQL’s programs are on this machine; undefined where it is not installed. */
export const PROGRAMS = [
  ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
  ...(process.env['PATH'] ?? '').split(':'),
].find((folder) => existsSync(join(folder, 'pg_ctl')) && existsSync(join(folder, 'initdb')));

/** PostgreSQL refuses to run as root. */
const USER = process.getuid?.() === 0 ? 'postgres' : undefined;

export type PostgresServer = {
  readonly port: number;
  readonly address: string;
  readonly start: () => void;
  /** As a power cut would. */
  readonly stopHard: () => void;
  readonly query: (sql: string) => Promise<pg.QueryResult<Record<string, unknown>>>;
};

/** A folder the servers may write, and the way to be rid of it and them. */
export function serverFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (USER !== undefined) chownSync(folder, idOf('-u'), idOf('-g'));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** A new primary, or a streaming replica of one, running on loopback. */
export async function startServer(
  folder: string,
  name: string,
  primary?: PostgresServer,
): Promise<PostgresServer> {
  const data = join(folder, name);
  const port = await freePort();
  if (primary)
    run(
      'pg_basebackup',
      '-D',
      data,
      '-R',
      '-h',
      '127.0.0.1',
      '-p',
      `${primary.port}`,
      '-U',
      'postgres',
    );
  else run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c fsync=off -c hot_standby_feedback=on`;
  const address = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const server: PostgresServer = {
    port,
    address,
    start: () => {
      run('pg_ctl', 'start', '-w', '-D', data, '-o', options, '-l', join(folder, `${name}.log`));
    },
    stopHard: () => {
      run('pg_ctl', 'stop', '-w', '-m', 'immediate', '-D', data);
    },
    query: async (sql) => {
      const client = new pg.Client(address);
      await client.connect();
      try {
        return await client.query(sql);
      } finally {
        await client.end();
      }
    },
  };
  server.start();
  return server;
}

function run(program: string, ...given: readonly string[]): void {
  const command = [join(PROGRAMS ?? '', program), ...given];
  const [first = '', ...rest] =
    USER === undefined ? command : ['runuser', '-u', USER, '--', ...command];
  // A server that is started keeps what it is given open, so it is given nothing.
  const { status, error } = spawnSync(first, rest, { cwd: tmpdir(), stdio: 'ignore' });
  if (status !== 0)
    throw new Error(`${program} ended with ${status ?? 'nothing'}`, { cause: error });
}

function idOf(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, USER ?? '']).stdout);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
