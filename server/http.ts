import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { GraphQLServer } from './graphql/yoga.ts';
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

const MAX_BODY_BYTES = 256 * 1024;

export type Site = {
  readonly graphql: GraphQLServer;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly development: boolean;
  /** Where background map tiles come from, if anywhere. */
  readonly tileUrl: string | null;
  readonly report: (fault: unknown) => void;
};

/** A server that answers questions at `POST /graphql` and serves the pages. Not yet listening. */
export function createHttpServer(site: Site): Server {
  const policy = contentSecurityPolicy(site.tileUrl);
  const server = createServer(
    { connectionsCheckingInterval: 1000, headersTimeout: 5000, requestTimeout: 10_000, keepAliveTimeout: 5000 },
    (request, response) => {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
      answer(site, policy, request, response).catch((fault: unknown) => {
        site.report(fault);
        if (response.headersSent) response.destroy();
        else refuse(response, 500, 'Something went wrong here. Try again.');
      });
    },
  );
  return server;
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

async function answer(site: Site, policy: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (path === '/graphql') return answerGraphQL(site, request, response);
  response.setHeader('content-security-policy', policy);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET is served here.', { allow: 'GET, HEAD' });
  serveFile(site, path, request, response);
}

async function answerGraphQL(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  const isGraphiQL = site.development && request.method === 'GET';
  if (request.method !== 'POST' && !isGraphiQL)
    return refuse(response, 405, 'Ask by POST: a question never goes into an address.', { allow: 'POST' });
  if (!isGraphiQL && !/^application\/(?:graphql-response\+)?json(?:; ?charset="?utf-8"?)?$/i.test(request.headers['content-type'] ?? ''))
    return refuse(response, 415, 'Send application/json in UTF-8.');
  if (request.headers['content-encoding'] !== undefined) return refuse(response, 415, 'Send the body as it is, not compressed.');
  const body = isGraphiQL ? undefined : await readBody(request);
  if (body === 'too large') return refuse(response, 413, `Send at most ${MAX_BODY_BYTES} bytes.`, { connection: 'close' });
  const result = await site.graphql.fetch('http://localhost/graphql', {
    method: request.method ?? 'POST',
    headers: {
      accept: request.headers.accept ?? 'application/json',
      'content-type': 'application/json',
    },
    ...(body && { body }),
  });
  response.statusCode = result.status;
  for (const name of ['content-type', 'allow']) {
    const value = result.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.end(Buffer.from(await result.arrayBuffer()));
}

async function readBody(request: IncomingMessage): Promise<Buffer | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 'too large';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return 'too large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Pages are addresses without a dot: the one document draws them all. */
function serveFile({ files }: Site, path: string, request: IncomingMessage, response: ServerResponse): void {
  const file = files.get(path) ?? (path.includes('.') ? undefined : files.get('/index.html'));
  if (!file) {
    refuse(response, 404, 'There is no page at this address.');
    return;
  }
  response.setHeader('content-type', file.type);
  response.setHeader('etag', file.etag);
  response.setHeader('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) response.writeHead(304).end();
  else if (request.method === 'HEAD') response.end();
  else response.end(file.body);
}

function refuse(response: ServerResponse, status: number, message: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify({ errors: [{ message }] }));
}
