import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** After the last new connection was taken, requests under way get this long to finish, milliseconds. */
const DRAIN_MS = 10_000;

export type Stopping = {
  /** From then on it is not ready, and every answer is the last on its connection. */
  readonly isStopping: () => boolean;
  /**
   * Takes new connections for `delayMs` more, while whoever balances load learns that it is not ready; then takes
   * none, and ends when all that was asked is answered.
   */
  readonly stop: (server: Server, delayMs: number) => Promise<void>;
};

export function createStopping(): Stopping {
  let isStopping = false;
  return {
    isStopping: () => isStopping,
    stop: async (server, delayMs) => {
      isStopping = true;
      await wait(delayMs);
      const cut = setTimeout(() => {
        server.closeAllConnections();
      }, DRAIN_MS);
      const closed = once(server, 'close');
      server.close();
      await closed;
      clearTimeout(cut);
    },
  };
}

export function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((fault, count) => {
      if (fault) reject(fault);
      else resolve(count);
    });
  });
}
