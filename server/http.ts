import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { GraphQLServer } from './graphql/yoga.ts';
import type { PlainPage } from './plain/plain-page.ts';
import { PLAIN_PATH } from './plain/sent.ts';
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
  readonly plain: PlainPage;
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
    {
      connectionsCheckingInterval: 1000,
      headersTimeout: 5000,
      requestTimeout: 10_000,
      keepAliveTimeout: 5000,
    },
    (request, response) => {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
      answer(site, policy, request, response).catch((fault: unknown) => {
        if (request.destroyed && !request.complete) return; // the asker hung up
        site.report(fault);
        if (response.headersSent) response.destroy();
        else refuse(response, { status: 500, message: 'Something went wrong here. Try again.' });
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

async function answer(
  site: Site,
  policy: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (path === '/graphql') {
    await answerGraphQL(site, request, response);
    return;
  }
  response.setHeader('content-security-policy', policy);
  if (path === PLAIN_PATH) {
    await answerPlain(site, request, response);
    return;
  }
  if (request.method === 'GET' || request.method === 'HEAD')
    serveFile(site, path, request, response);
  else
    refuse(response, {
      status: 405,
      message: 'Only GET is served here.',
      headers: { allow: 'GET, HEAD' },
    });
}

/** The lookup without script: asked by a form, answered by a page, kept by nobody. */
async function answerPlain(
  { plain }: Site,
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
  if (body === 'too large') {
    refuse(response, TOO_LARGE);
    return;
  }
  const page = body
    ? await plain.answer(new URLSearchParams(body.toString('utf8')))
    : await plain.form();
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page);
}

const FORM_TYPE = /^application\/x-www-form-urlencoded(?:; ?charset="?utf-8"?)?$/i;

type Refusal = {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const TOO_LARGE: Refusal = {
  status: 413,
  message: `Send at most ${MAX_BODY_BYTES} bytes.`,
  headers: { connection: 'close' },
};

async function answerGraphQL(
  { graphql, development }: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  const { method = 'GET', headers } = request;
  const isGraphiQL = development && method === 'GET';
  const refusal = isGraphiQL ? undefined : unfitFor(request);
  if (refusal) {
    refuse(response, refusal);
    return;
  }
  const body = isGraphiQL ? undefined : await readBody(request);
  if (body === 'too large') {
    refuse(response, TOO_LARGE);
    return;
  }
  const result = await graphql.fetch('http://localhost/graphql', {
    method,
    headers: { accept: headers.accept ?? 'application/json', 'content-type': 'application/json' },
    ...(body && { body }),
  });
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
  if (method !== 'POST')
    return {
      status: 405,
      message: 'Ask by POST: a question never goes into an address.',
      headers: { allow: 'POST' },
    };
  if (!JSON_TYPE.test(headers['content-type'] ?? ''))
    return { status: 415, message: 'Send application/json in UTF-8.' };
  if (headers['content-encoding'] !== undefined)
    return { status: 415, message: 'Send the body as it is, not compressed.' };
  return Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES ? TOO_LARGE : undefined;
}

async function readBody(request: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return 'too large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
  response.setHeader('content-type', file.type);
  response.setHeader('etag', file.etag);
  response.setHeader(
    'cache-control',
    file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.headers['if-none-match'] === file.etag) response.writeHead(304).end();
  else if (request.method === 'HEAD') response.end();
  else response.end(file.body);
}

function refuse(response: ServerResponse, { status, message, headers = {} }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify({ errors: [{ message }] }));
}
