import { type ChildProcess, spawn } from 'node:child_process';

export type ApiProcess = {
  readonly base: string;
  readonly isRunning: () => boolean;
  readonly stop: () => void;
};

/** Starts `server/main.ts` by itself over a primary and a replica, and waits until it listens. */
export function startApi(primary: string, replica: string): Promise<ApiProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, PORT: '0', DATABASE_URL: primary, DATABASE_REPLICA_URLS: replica },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const base = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (base !== undefined) resolve(apiProcess(child, base));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      reject(new Error(`The server ended with ${code ?? 'a signal'}: ${said}`));
    });
  });
}

function apiProcess(child: ChildProcess, base: string): ApiProcess {
  return {
    base,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: () => child.kill('SIGKILL'),
  };
}
