import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { type Admission, type Asking, BULK_BYTES, weightOf } from './admission/admission.ts';
import type { ClientOf } from './admission/client.ts';
import { answerReferrals, REFERRALS_PATH } from './answer-referrals.ts';
import { answerStandard, refuseStandard, type StandardAt } from './answer-standard.ts';
import { badHead } from './bad-head.ts';
import { answerCors, type Origins } from './cors.ts';
import { type Drawings, DRAWINGS_PATH } from './drawings/drawings.ts';
import type { GraphQLServer } from './graphql/yoga.ts';
import { whyUnclear } from './json-body.ts';
import { type Answered, currentRequest } from './operating/log.ts';
import type { Probes } from './operating/probes.ts';
import { createRequestIds } from './operating/request-id.ts';
import type { Route } from './operating/route-name.ts';
import { guardSockets, TIMES } from './operating/sockets.ts';
import type { Questions } from './questions/questions.ts';
import type { Scope } from './keys/key.ts';
import type { Keys } from './keys/keys.ts';
import { refusalFor } from './keys/refusal.ts';
import type { PlainPage } from './plain/plain-page.ts';
import { PLAIN_PATH } from './plain/sent.ts';
import { FORM_TYPE, MAX_BODY_BYTES, readBody, TOO_LARGE } from './read-body.ts';
import { COMPRESSED, NOT_BY_POST, type Refusal, refuse } from './refuse.ts';
import type { StaticFile } from './static-files.ts';

/** What a browser is told of every page: nothing from elsewhere, no address passed on, never framed. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), camera=(), microphone=()',
};

export type Site = {
  readonly questions: () => Promise<Questions>;
  readonly graphql: GraphQLServer;
  readonly plain: PlainPage;
  readonly standards: readonly StandardAt[];
  /** Where others reach this server; null where only the request says. */
  readonly publicUrl: string | null;
  readonly drawings: Drawings;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly development: boolean;
  /** Where background map tiles come from, if anywhere. */
  readonly tileUrl: string | null;
  readonly report: (fault: unknown, request: string) => void;
  /** Told of every answer, once it is over. */
  readonly answered: (answered: Answered) => void;
  readonly probes: Probes;
  readonly isStopping: () => boolean;
  readonly admission: Admission;
  readonly clientOf: ClientOf;
  readonly keys: Keys;
  readonly origins: Origins;
  readonly mostConnections: number;
};

/** A server that answers questions at `POST /graphql` and serves the pages. Not yet listening. */
export function createHttpServer(site: Site): Server {
  const policy = contentSecurityPolicy(site.tileUrl);
  const idOf = createRequestIds();
  const server = createServer(TIMES, (request, response) => {
    const id = idOf(request.headers['x-request-id']);
    const path = pathOf(request);
    noteAnswer(site, { id, route: routeOf(site, path), request, response });
    sockets.note(request, response, path === REFERRALS_PATH);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader('x-request-id', id);
    if (site.isStopping()) response.setHeader('connection', 'close');
    answer(site, policy, request, response).catch((fault: unknown) => {
      if (hasHungUp(fault, request)) return;
      site.report(fault, id);
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, message: 'Something went wrong here. Try again.' });
    });
  });
  const sockets = guardSockets(server, site.mostConnections);
  return server;
}

type Exchange = {
  readonly id: string;
  readonly route: Route;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

/** As other servers call it when the client left before there was an answer. */
const CLIENT_LEFT = 499;

function noteAnswer({ answered }: Site, { id, route, request, response }: Exchange): void {
  const began = performance.now();
  response.once('close', () => {
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

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

function routeOf(site: Site, path: string): Route {
  if (path === '/graphql') return 'graphql';
  if (path === REFERRALS_PATH) return 'referrals';
  if (path === PLAIN_PATH) return 'plain';
  const probe = PROBES.get(path);
  if (probe) return probe;
  if (standardAt(site, path)) return 'standard';
  return path.startsWith(DRAWINGS_PATH) ? 'drawing' : 'file';
}

const PROBES: ReadonlyMap<string, 'health' | 'ready' | 'metrics'> = new Map([
  ['/health', 'health'],
  ['/ready', 'ready'],
  ['/metrics', 'metrics'],
]);

function standardAt({ standards }: Site, path: string): StandardAt | undefined {
  return standards.find(({ at }) => path === at || path.startsWith(`${at}/`));
}

function hasHungUp(fault: unknown, request: IncomingMessage): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return (request.destroyed && !request.complete) || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function contentSecurityPolicy(tileUrl: string | null): string {
  const tiles = tileUrl === null ? '' : ` ${new URL(tileUrl.replaceAll(/[{}]/g, '')).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${tiles}`,
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** What pages of other sites may be let to read: what programs ask, not our own pages. */
const CROSS_ORIGIN: ReadonlySet<Route> = new Set(['graphql', 'referrals', 'standard', 'drawing']);

async function answer(
  site: Site,
  policy: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bad = badHead(request.rawHeaders);
  if (bad) {
    refuse(response, bad);
    return;
  }
  const path = pathOf(request);
  if (CROSS_ORIGIN.has(routeOf(site, path)) && answerCors(site.origins, request, response)) return;
  if (path === '/graphql') {
    await answerGraphQL(site, request, response);
    return;
  }
  response.setHeader('content-security-policy', policy);
  if (path === REFERRALS_PATH) {
    await inTurn(site, { work: 'stream', weight: 1, request, response }, () =>
      answerReferrals(site.questions, request, response),
    );
    return;
  }
  const standard = standardAt(site, path);
  if (standard) {
    await inTurn(
      site,
      { work: 'standard', weight: 1, request, response },
      () => answerStandard(standard, site.publicUrl, request, response),
      (refusal) => refuseStandard(standard, refusal, request, response),
    );
    return;
  }
  if (path === PLAIN_PATH) {
    await answerPlain(site, request, response);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    refuse(response, {
      status: 405,
      message: 'Only GET is served here.',
      headers: { allow: 'GET, HEAD' },
    });
  else if (PROBES.has(path)) await answerProbe(site, path, request, response);
  else if (path.startsWith(DRAWINGS_PATH))
    await inTurn(site, { work: 'drawing', weight: 1, request, response }, () =>
      serveDrawing(site, path, request, response),
    );
  else serveFile(site, path, request, response);
}

async function answerProbe(
  { probes, keys }: Site,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const right = keys.rightTo('metrics', request.headers.authorization);
  if (path === '/metrics' && right.kind !== 'allowed') {
    refuse(response, refusalFor(right));
    return;
  }
  const { status, type, body } = await probes[PROBES.get(path) ?? 'health']();
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

type Asked = Omit<Asking, 'client'> & { readonly request: IncomingMessage };

const SCOPE_OF = {
  question: 'read',
  bulk: 'bulk',
  stream: 'bulk',
  standard: 'read',
  drawing: 'read',
} as const satisfies Readonly<Record<Asked['work'], Scope>>;

/** Work begins when it is the client's turn, if there is room for it at all. */
async function inTurn(
  { admission, clientOf, keys }: Site,
  { request, ...asked }: Asked,
  work: () => Promise<void>,
  turnAway: (refusal: Refusal) => Promise<void> | void = (refusal) => {
    refuse(asked.response, refusal);
  },
): Promise<void> {
  const right = keys.rightTo(SCOPE_OF[asked.work], request.headers.authorization);
  if (right.kind !== 'allowed') {
    await turnAway(refusalFor(right));
    return;
  }
  // A key is a client wherever it is used from; its id can be no address.
  const client = right.key === null ? clientOf(request) : `key ${right.key}`;
  const entered = await admission.enter({ ...asked, client });
  if (typeof entered !== 'function') {
    await turnAway(entered);
    return;
  }
  try {
    await work();
  } finally {
    entered();
  }
}

/** The lookup without script: asked by a form, answered by a page, kept by nobody. */
async function answerPlain(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, headers } = request;
  response.setHeader('cache-control', 'no-store');
  if (method !== 'GET' && method !== 'POST') {
    const allow = { allow: 'GET, POST' };
    refuse(response, { status: 405, message: 'Ask by GET or POST.', headers: allow });
    return;
  }
  if (method === 'POST' && !FORM_TYPE.test(headers['content-type'] ?? '')) {
    refuse(response, { status: 415, message: 'Send a form.' });
    return;
  }
  const body = method === 'POST' ? await readBody(request) : undefined;
  if (body && 'status' in body) {
    refuse(response, body);
    return;
  }
  await inTurn(
    site,
    { work: 'question', weight: 1, request, response },
    async () => {
      const page = body
        ? await site.plain.answer(new URLSearchParams(body.toString('utf8')))
        : await site.plain.form();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page);
    },
    ({ status, message, headers }) => {
      // A person reads this.
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
      response.end(`${message}\n`);
    },
  );
}

async function answerGraphQL(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  if (site.development && request.method === 'GET') {
    await answerQuestion(site.graphql, request, undefined, response);
    return;
  }
  const refusal = unfitFor(request);
  const body = refusal ?? (await readBody(request));
  if ('status' in body) {
    refuse(response, body);
    return;
  }
  const work = body.length > BULK_BYTES ? 'bulk' : 'question';
  await inTurn(site, { work, weight: weightOf(body.length), request, response }, async () => {
    const unclear = whyUnclear(body);
    if (unclear === undefined) await answerQuestion(site.graphql, request, body, response);
    else refuse(response, { status: 400, message: unclear });
  });
}

async function answerQuestion(
  graphql: GraphQLServer,
  { method = 'GET', headers }: IncomingMessage,
  body: Buffer<ArrayBuffer> | undefined,
  response: ServerResponse,
): Promise<void> {
  const quick = body && (await graphql.answerOften(body, headers.accept));
  if (quick) {
    response.setHeader('content-type', quick.type);
    response.end(quick.body);
    return;
  }
  const result = await currentRequest.run(String(response.getHeader('x-request-id')), () =>
    graphql.fetch('http://localhost/graphql', {
      method,
      headers: { accept: headers.accept ?? 'application/json', 'content-type': 'application/json' },
      ...(body && { body }),
    }),
  );
  response.statusCode = result.status;
  for (const name of ['content-type', 'allow', 'retry-after']) {
    const value = result.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.end(Buffer.from(await result.arrayBuffer()));
}

const JSON_TYPE = /^application\/(?:graphql-response\+)?json(?:; ?charset="?utf-8"?)?$/i;

/** Why a request is refused before its body is read. */
function unfitFor({ method, headers }: IncomingMessage): Refusal | undefined {
  if (method !== 'POST') return NOT_BY_POST;
  if (!JSON_TYPE.test(headers['content-type'] ?? ''))
    return { status: 415, message: 'Send application/json in UTF-8.' };
  if (headers['content-encoding'] !== undefined) return COMPRESSED;
  return Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES ? TOO_LARGE : undefined;
}

function serveFile(
  { files }: Site,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const found = files.get(path);
  const file = found ?? (path.includes('.') ? undefined : files.get('/'));
  if (!file) {
    refuse(response, { status: 404, message: 'There is nothing at this address.' });
    return;
  }
  if (!found) response.statusCode = 404; // the pages say so themselves
  send(file, request, response);
}

async function serveDrawing(
  { drawings }: Site,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const drawing = await drawings(path);
  if (drawing === 'no such drawing')
    refuse(response, { status: 404, message: 'There is no such drawing in this release.' });
  else send(drawing, request, response);
}

function send(file: StaticFile, request: IncomingMessage, response: ServerResponse): void {
  const isRead = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  if (file.gzipped) response.appendHeader('vary', 'accept-encoding');
  if (file.gzipped && isRead) response.setHeader('content-encoding', 'gzip');
  response.setHeader('content-type', file.type);
  response.setHeader('etag', file.etag);
  response.setHeader(
    'cache-control',
    file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.headers['if-none-match'] === file.etag) response.writeHead(304).end();
  else if (request.method === 'HEAD') response.end();
  else response.end(file.gzipped && !isRead ? gunzipSync(file.body) : file.body);
}
