import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';

import { shown } from '../fields.ts';
import { isMirror, onlyPublic, placeToAsk, PrivateAddress } from './address.ts';
import type { Means } from './means.ts';
import { MOVED, Trouble } from './trouble.ts';

export type Reply = { readonly host: string; readonly message: IncomingMessage };

type Headers = Readonly<Record<string, string>>;

const REDIRECTS = 5;

/** One question, followed through redirects. The status is one of `wanted`; anything else is thrown. */
export async function ask(
  address: string,
  headers: Headers,
  wanted: readonly number[],
  means: Means,
): Promise<Reply> {
  let url = placeToAsk(address, means.mirrors);
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const message = await askOnce(url, headers, means);
    const { statusCode = 0 } = message;
    if (wanted.includes(statusCode)) return { host: url.host, message };
    message.destroy();
    const next = nextOf(message, url);
    if (next === undefined) throw troubleOfStatus(url.host, message, means.now());
    url = placeToAsk(next, means.mirrors);
  }
  throw new Trouble({ host: url.host, found: `more than ${REDIRECTS} redirects`, advice: MOVED });
}

function nextOf({ statusCode, headers }: IncomingMessage, url: URL): string | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode ?? 0)) return undefined;
  return headers.location === undefined ? undefined : URL.parse(headers.location, url)?.href;
}

function askOnce(url: URL, headers: Headers, means: Means): Promise<IncomingMessage> {
  const { patience, mirrors, lookup } = means;
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      headers: { 'user-agent': 'coterminosity', ...headers },
      timeout: patience.stallMs,
      signal: AbortSignal.timeout(patience.longestMs),
      lookup: isMirror(url, mirrors) ? lookup : onlyPublic(lookup),
    });
    // Also for silence in the midst of an answer: the time counts on the connection, not on the question.
    asked.on('timeout', () => asked.destroy(new Silence()));
    asked.on('error', (cause) => {
      const known = troubleOf(cause, url.host, patience.stallMs);
      reject(known === cause ? unforeseen(cause, url.host) : known);
    });
    asked.on('response', resolve);
    asked.end();
  });
}

function unforeseen(cause: Error, host: string): Trouble {
  return new Trouble({ host, found: shown(cause.message), advice: NETWORK, cause });
}

class Silence extends Error {
  override readonly name = 'Silence';
}

/** What a failed connection, or an answer that broke off, is in our words. */
export function troubleOf(cause: Error, host: string, stallMs: number): Error {
  if (cause instanceof Trouble) return cause;
  if (cause instanceof Silence)
    return new Trouble({ host, found: `silence for ${stallMs / 1000} s`, passing: true, cause });
  if (cause instanceof PrivateAddress)
    return new Trouble({
      host,
      found: 'that the name leads to a private address, which is not asked',
      advice: 'if that is meant, name the host in "mirrors"',
      cause,
    });
  const { code = '', name } = cause as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || name === 'AbortError')
    return new Trouble({ host, found: 'an answer that took hours', cause });
  const known = FAULTS[code];
  if (known) return new Trouble({ host, ...known, cause });
  if (code.includes('CERT') || code.includes('SIGNATURE'))
    return new Trouble({
      host,
      found: `a certificate that is not trusted (${code})`,
      advice: CERTIFICATE,
      cause,
    });
  return cause;
}

const NETWORK =
  'check the network (behind a proxy, set NODE_USE_ENV_PROXY=1 and HTTPS_PROXY), then run the same command again';
const CERTIFICATE =
  'check the network; where it puts its own certificates in, name them in NODE_EXTRA_CA_CERTS';

type Fault = { readonly found: string; readonly advice?: string; readonly passing?: boolean };

const FAULTS: Readonly<Record<string, Fault>> = {
  ECONNRESET: { found: 'an answer that broke off', passing: true },
  EPIPE: { found: 'an answer that broke off', passing: true },
  ECONNREFUSED: { found: 'nobody listening there', advice: NETWORK, passing: true },
  ETIMEDOUT: { found: 'no way there', advice: NETWORK, passing: true },
  EHOSTUNREACH: { found: 'no way there', advice: NETWORK },
  ENETUNREACH: { found: 'no way there', advice: NETWORK },
  ERR_PROXY_TUNNEL: { found: 'a proxy that does not let us through', advice: NETWORK },
  EAI_AGAIN: { found: 'no answer about the name', advice: NETWORK, passing: true },
  ENOTFOUND: { found: 'no host of that name', advice: NETWORK },
};

const PASSING = [408, 425, 429, 500, 502, 503, 504];

function troubleOfStatus(
  host: string,
  { statusCode = 0, headers }: IncomingMessage,
  now: Date,
): Trouble {
  const found = `HTTP status ${statusCode}`;
  if (PASSING.includes(statusCode))
    return new Trouble({
      host,
      found,
      passing: true,
      afterMs: waitWanted(headers['retry-after'], now),
    });
  if (statusCode === 401 || statusCode === 403)
    return new Trouble({
      host,
      found: `${found}: it may not be had without signing in`,
      advice: MOVED,
    });
  return new Trouble({ host, found, advice: MOVED });
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
function waitWanted(text: string | undefined, now: Date): number | undefined {
  if (text === undefined) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
