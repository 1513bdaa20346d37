import { createServer, type IncomingMessage, type Server } from 'node:http';

import { createRequestIds } from '../operating/request-id.ts';
import type { Route } from '../operating/route-name.ts';
import { guardSockets, TIMES } from '../operating/sockets.ts';
import { refuse } from '../refuse.ts';
import { badHead } from './bad-head.ts';
import { answerCors } from './cors.ts';
import { contentSecurityPolicy, SECURITY_HEADERS } from './headers.ts';
import { createRoutes, type Destination } from './routes.ts';
import type { Exchange, Site } from './site.ts';

/** A server that answers questions at `POST /graphql` and serves the pages. Not yet listening. */
export function createHttpServer(site: Site): Server {
  const policy = contentSecurityPolicy(site.tileUrl);
  const routeTo = createRoutes(site.standards);
  const idOf = createRequestIds();
  const server = createServer(TIMES, (request, response) => {
    const path = pathOf(request.url ?? '/');
    const exchange = { id: idOf(request.headers['x-request-id']), path, request, response };
    const to = routeTo(path);
    noteAnswer(site, to.route, exchange);
    sockets.note(request, response, to.route === 'referrals');
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    response.setHeader('x-request-id', exchange.id);
    if (to.route !== 'graphql') response.setHeader('content-security-policy', policy);
    if (site.isStopping()) response.setHeader('connection', 'close');
    answer(site, to, exchange).catch((fault: unknown) => {
      if (hasHungUp(fault, request)) return;
      site.report(fault, exchange.id);
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, message: 'Something went wrong here. Try again.' });
    });
  });
  const sockets = guardSockets(server, site.mostConnections);
  return server;
}

/** As other servers call it when the client left before there was an answer. */
const CLIENT_LEFT = 499;

function noteAnswer({ answered }: Site, route: Route, { id, request, response }: Exchange): void {
  const began = performance.now();
  response.on('close', () => {
    answered({
      id,
      method: request.method ?? 'GET',
      route,
      status: response.headersSent ? response.statusCode : CLIENT_LEFT,
      ms: performance.now() - began,
      cutShort: !response.writableFinished,
    });
  });
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

function hasHungUp(fault: unknown, request: IncomingMessage): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return (request.destroyed && !request.complete) || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** What pages of other sites may be let to read: what programs ask, not our own pages. */
const CROSS_ORIGIN: ReadonlySet<Route> = new Set(['graphql', 'referrals', 'standard', 'drawing']);

async function answer(site: Site, to: Destination, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const bad = badHead(request.rawHeaders);
  if (bad) refuse(response, bad);
  else if (!CROSS_ORIGIN.has(to.route) || !answerCors(site.origins, request, response))
    await to.answer(site, exchange);
}
