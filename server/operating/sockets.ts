import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { type Refusal, refuse } from '../refuse.ts';

/** A connection that stands still so long while it is its turn to write or to read is dropped, milliseconds. */
const STILL_MS = 5000;

/** A head must be there after so long, however slowly it drips; Node has one limit for all bodies, and we have two sorts. */
export const TIMES = {
  connectionsCheckingInterval: 1000,
  headersTimeout: 5000,
  requestTimeout: 0,
  keepAliveTimeout: STILL_MS,
} as const;

/** And a whole request after so long, and a second at most, milliseconds. */
const WHOLE_MS = 10_000;
const MS_BETWEEN_LOOKS = 1000;

export type Sockets = {
  /** To be told of every request; an endless one may send as long as it keeps sending. */
  readonly note: (request: IncomingMessage, response: ServerResponse, isEndless: boolean) => void;
};

/** The latest on its connection. */
type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** When it began, milliseconds of `performance.now`; `Infinity` for what is hurried no more, or never. */
  since: number;
};

/** Every open connection, and what was asked on it. */
type Latest = ReadonlyMap<Socket, Exchange | undefined>;

/** Keeps connections from piling up: those that stand still, and those over `most`. */
export function guardSockets(server: Server, most: number): Sockets {
  const latest = new Map<Socket, Exchange | undefined>();
  const byAddress = new Map<string, Set<Socket>>();
  // A client that says no more still gets its answer; Node has the setting, and no type for it.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.setTimeout(STILL_MS, (socket) => {
    const exchange = latest.get(socket);
    if (!exchange || exchange.response.headersSent) socket.destroy();
    else if (isTheirTurn(exchange)) refuse(exchange.response, TOO_SLOW);
    else socket.setTimeout(STILL_MS);
  });
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const sockets = byAddress.get(address) ?? new Set();
    byAddress.set(address, sockets.add(socket));
    latest.set(socket, undefined);
    socket.once('close', () => {
      latest.delete(socket);
      sockets.delete(socket);
      if (sockets.size === 0) byAddress.delete(address);
    });
    if (latest.size > most) dispensable(byAddress, latest).destroy();
  });
  const looking = setInterval(hurry, MS_BETWEEN_LOOKS, latest).unref();
  server.once('close', () => {
    clearInterval(looking);
  });
  return {
    note: (request, response, isEndless) => {
      const since = isEndless ? Infinity : performance.now();
      if (latest.has(request.socket)) latest.set(request.socket, { request, response, since });
    },
  };
}

/** Looks now and then at what is still coming in: a timer or a listener for each would cost every honest request. */
function hurry(latest: Latest): void {
  const late = performance.now() - WHOLE_MS;
  for (const exchange of latest.values()) {
    if (!exchange || exchange.since > late) continue;
    exchange.since = Infinity;
    if (isTheirTurn(exchange)) refuse(exchange.response, TOO_SLOW);
    else if (!exchange.request.complete) exchange.request.socket.destroy();
  }
}

/** The question is not whole, and we read it. Else, until its answer begins, the client can only wait. */
function isTheirTurn({ request, response }: Exchange): boolean {
  return !request.complete && request.readableFlowing !== null && !response.headersSent;
}

const TOO_SLOW: Refusal = {
  status: 408,
  message: `Send the rest of a question within ${STILL_MS / 1000} seconds.`,
  headers: { connection: 'close' },
};

/** Of the address that holds most connections, the oldest on which nothing is asked, else the newest. */
function dispensable(byAddress: ReadonlyMap<string, ReadonlySet<Socket>>, latest: Latest): Socket {
  let crowd: ReadonlySet<Socket> = new Set();
  for (const sockets of byAddress.values()) if (sockets.size > crowd.size) crowd = sockets;
  let newest: Socket | undefined;
  for (const socket of crowd) {
    if (latest.get(socket)?.response.writableEnded ?? true) return socket;
    newest = socket;
  }
  if (!newest) throw new Error('Connections are over the limit, and there is none');
  return newest;
}
