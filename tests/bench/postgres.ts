import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A PostgreSQL server for the length of one benchmark, on a socket of its own. */
export type PostgresServer = {
  readonly addressOf: (database: string) => string;
  /** What the server took for those that have left; NaN where the system does not say. */
  readonly cpuSeconds: () => number;
  readonly stop: () => void;
};

const INSTALLED = '/usr/lib/postgresql';
const PORT = 54_399;
const USER = 'bench';

/** Undefined where PostgreSQL is not installed. All else is as it comes, with what is committed safe on disk. */
export function startPostgres(folder: string, settings = ''): PostgresServer | undefined {
  const bin = existsSync(INSTALLED)
    ? readdirSync(INSTALLED)
        .map((version) => join(INSTALLED, version, 'bin'))
        .find((path) => existsSync(join(path, 'initdb')))
    : undefined;
  if (bin === undefined) return undefined;
  const data = join(folder, 'data');
  const owner = process.getuid?.() === 0 ? idOf('postgres') : undefined;
  if (owner !== undefined) chownSync(folder, owner, owner);
  const command = (name: string, ...args: string[]): void => {
    execFileSync(join(bin, name), args, {
      stdio: 'ignore',
      cwd: folder,
      ...(owner !== undefined && { uid: owner, gid: owner }),
    });
  };
  command('initdb', '-D', data, '-A', 'trust', '-U', USER, '-E', 'UTF8', '--locale=C.UTF-8');
  const place = `-c listen_addresses= -c unix_socket_directories=${folder} -c port=${PORT}`;
  command('pg_ctl', '-D', data, '-w', '-o', `${place} ${settings}`, 'start');
  return {
    addressOf: (database) =>
      `postgres://${USER}@localhost:${PORT}/${database}?host=${encodeURIComponent(folder)}`,
    cpuSeconds: () => cpuOfChildren(data),
    stop: () => {
      command('pg_ctl', '-D', data, '-m', 'fast', '-w', 'stop');
    },
  };
}

function idOf(user: string): number {
  return Number(execFileSync('id', ['-u', user], { encoding: 'utf8' }));
}

/** Of Linux, the same on every machine. */
const TICKS_A_SECOND = 100;

/** Every connection is served by a child of the first process, which is told what each took when it ends. */
function cpuOfChildren(data: string): number {
  const [pid = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const [, afterName = ''] = readFileSync(file, 'utf8').split(') ');
  const [user = '', system = ''] = afterName.split(' ').slice(13, 15);
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
}
