import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { AskingFault } from '../questions/asking-fault.ts';
import { isUnavailable } from '../questions/unavailable.ts';
import { inTurn } from './in-turn.ts';
import type { Exchange, Site, StandardAt } from './site.ts';
import { FORM_TYPE, readBody } from './read-body.ts';
import type { Refusal } from '../refuse.ts';
import { type Answer, NotThere, type Standard, TooManyWait } from '../standards/standard.ts';

export function answerStandard(standard: StandardAt) {
  return (site: Site, exchange: Exchange): Promise<void> =>
    inTurn(
      site,
      exchange,
      {
        work: 'standard',
        weight: 1,
        turnAway: (refusal) => refuseStandard(standard, refusal, exchange),
      },
      () => answerBy(standard, site.publicUrl, exchange),
    );
}

async function answerBy(
  { at, standard }: StandardAt,
  publicUrl: string | null,
  { request, response }: Exchange,
): Promise<void> {
  const [address = '', search = ''] = splitOnce(request.url ?? '/', '?');
  const path = address.slice(at.length);
  const answer = await (async (): Promise<Answer> => {
    const refusal = unfitFor(standard, path, request);
    if (refusal) return standard.refuse(...refusal);
    const form = request.method === 'POST' ? await readBody(request) : Buffer.of();
    if ('status' in form) return refusedAs(standard, form, response);
    const parameters = new URLSearchParams(`${search}&${form.toString('utf8')}`);
    const base = `${publicUrl ?? hostOf(request)}${at}`;
    const prefer = String(request.headers['prefer'] ?? '');
    const { accept = '' } = request.headers;
    return answerOrRefuse(standard, { path, parameters, base, prefer, accept });
  })();
  if (answer.status === 405)
    response.setHeader('allow', standard.takesForm(path) ? 'GET, HEAD, POST' : 'GET, HEAD');
  await send(answer, request, response);
}

/** Turns a request away in the words of the standard. */
async function refuseStandard(
  { standard }: StandardAt,
  refusal: Refusal,
  { request, response }: Exchange,
): Promise<void> {
  await send(refusedAs(standard, refusal, response), request, response);
}

function refusedAs(
  standard: Standard,
  { status, message, headers = {} }: Refusal,
  response: ServerResponse,
): Answer {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return standard.refuse(status, message);
}

function unfitFor(
  standard: Standard,
  path: string,
  { method, headers }: IncomingMessage,
): [status: number, message: string] | undefined {
  const takesForm = standard.takesForm(path);
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST' || !takesForm)
    return [405, takesForm ? 'Ask by GET, or by POST with a form.' : 'Ask by GET.'];
  return FORM_TYPE.test(headers['content-type'] ?? '')
    ? undefined
    : [415, 'Send a form: application/x-www-form-urlencoded.'];
}

async function answerOrRefuse(
  standard: Standard,
  asked: Parameters<Standard['answer']>[0],
): Promise<Answer> {
  try {
    return await standard.answer(asked);
  } catch (fault) {
    if (fault instanceof AskingFault) return standard.refuse(400, fault.message);
    if (fault instanceof NotThere) return standard.refuse(404, fault.message);
    if (fault instanceof TooManyWait)
      return { ...standard.refuse(503, fault.message), retryAfter: fault.retryAfter };
    if (isUnavailable(fault)) return standard.refuse(503, 'The database is away. Try again.');
    throw fault;
  }
}

/** As the client named us; a name that is none of a host is not repeated. */
function hostOf({ headers: { host = '' } }: IncomingMessage): string {
  return /^[\w.:[\]-]+$/.test(host) ? `http://${host}` : 'http://localhost';
}

async function send(
  { status, type, body, etag, retryAfter }: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', etag === null ? 'no-store' : 'no-cache');
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  response.appendHeader('vary', 'accept-encoding');
  if (etag !== null) {
    response.setHeader('etag', `W/"${etag}"`);
    if (isKnown(request.headers['if-none-match'], etag)) {
      response.removeHeader('content-type');
      response.writeHead(304).end();
      return;
    }
  }
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const pieces = Readable.from(typeof body === 'string' ? [body] : body);
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    await pipeline(pieces, response);
    return;
  }
  response.setHeader('content-encoding', 'gzip');
  await pipeline(pieces, createGzip(), response);
}

function isKnown(header: string | undefined, etag: string): boolean {
  const known = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return known.includes('*') || known.includes(`"${etag}"`);
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
