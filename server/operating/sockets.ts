import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { type Refusal, refuse } from '../refuse.ts';

/** A connection that stands still so long while it is its turn to write or to read is dropped, milliseconds. */
const STILL_MS = 5000;

/** A head, and a whole request, must be there after so long, however slowly they drip. */
export const TIMES = {
  connectionsCheckingInterval: 1000,
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: STILL_MS,
} as const;

export type Sockets = {
  /** To be told of every request. */
  readonly note: (request: IncomingMessage, response: ServerResponse) => void;
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** Keeps connections from piling up: those that stand still, and those over `most`. */
export function guardSockets(server: Server, most: number): Sockets {
  const latest = new WeakMap<Socket, Exchange>();
  const byAddress = new Map<string, Set<Socket>>();
  let open = 0;
  server.setTimeout(STILL_MS, (socket) => {
    const exchange = latest.get(socket);
    if (exchange && isTheirTurn(exchange)) refuse(exchange.response, TOO_SLOW);
    else if (!exchange || exchange.response.headersSent) socket.destroy();
  });
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const sockets = byAddress.get(address) ?? new Set();
    byAddress.set(address, sockets.add(socket));
    open += 1;
    socket.once('close', () => {
      open -= 1;
      sockets.delete(socket);
      if (sockets.size === 0) byAddress.delete(address);
    });
    if (open > most) dispensable(byAddress, latest).destroy();
  });
  return {
    note: (request, response) => {
      latest.set(request.socket, { request, response });
    },
  };
}

/** The question is not whole. If it is, and its answer not begun, the client can only wait. */
function isTheirTurn({ request, response }: Exchange): boolean {
  return !request.complete && !response.headersSent;
}

const TOO_SLOW: Refusal = {
  status: 408,
  message: `Send the rest of a question within ${STILL_MS / 1000} seconds.`,
  headers: { connection: 'close' },
};

/** Of the address that holds most connections, the oldest on which nothing is asked, else the newest. */
function dispensable(
  byAddress: ReadonlyMap<string, ReadonlySet<Socket>>,
  latest: WeakMap<Socket, Exchange>,
): Socket {
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
