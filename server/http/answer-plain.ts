import { type Refusal, refuse } from '../refuse.ts';
import { inTurn } from './in-turn.ts';
import { FORM_TYPE, readBody } from './read-body.ts';
import type { Exchange, Site } from './site.ts';

/** The lookup without script: asked by a form, answered by a page, kept by nobody. */
export async function answerPlain(site: Site, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
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
  // A person reads this.
  const turnAway = ({ status, message, headers: more }: Refusal): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...more });
    response.end(`${message}\n`);
  };
  const body = method === 'POST' ? await readBody(request) : undefined;
  if (body && 'status' in body) {
    refuse(response, body);
    return;
  }
  await inTurn(site, exchange, { work: 'question', weight: 1, turnAway }, async () => {
    const page = body
      ? await site.plain.answer(new URLSearchParams(body.toString('utf8')))
      : await site.plain.form();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
  });
}
