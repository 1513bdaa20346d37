import type { IncomingMessage, ServerResponse } from 'node:http';

/** Origins, each as a browser names it, whose pages may read what is answered here. */
export type Origins = ReadonlySet<string>;

/** Undefined for what is no list of origins such as `https://teams.example.org`. `*` is none. */
export function parseOrigins(text: string): Origins | undefined {
  const origins = text.split(',').map((each) => each.trim());
  const isOrigin = (each: string): boolean =>
    /^https?:/.test(each) && URL.canParse(each) && new URL(each).origin === each;
  return origins.every(isOrigin) ? new Set(origins) : undefined;
}

/**
 * Lets pages of listed origins read the answer, without cookies or logins. True when the request was a browser's
 * question whether it may ask, which is answered with this.
 */
export function answerCors(
  origins: Origins,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (origins.size === 0) return false;
  response.appendHeader('vary', 'origin');
  const { origin } = headers;
  if (origin === undefined || !origins.has(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', EXPOSED);
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false;
  response.writeHead(204, PREFLIGHT).end();
  return true;
}

const EXPOSED = 'etag, ratelimit, ratelimit-policy, retry-after, x-request-id';

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, POST',
  'access-control-allow-headers':
    'authorization, content-type, if-none-match, prefer, x-request-id',
  'access-control-max-age': '600',
};
