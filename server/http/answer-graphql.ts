import type { IncomingMessage } from 'node:http';

import { BULK_BYTES, weightOf } from '../admission/admission.ts';
import type { GraphQLServer } from '../graphql/yoga.ts';
import { currentRequest } from '../operating/log.ts';
import { COMPRESSED, NOT_BY_POST, type Refusal, refuse } from '../refuse.ts';
import { inTurn } from './in-turn.ts';
import { readText } from './json-body.ts';
import { MAX_BODY_BYTES, readBody, TOO_LARGE } from './read-body.ts';
import type { Exchange, Site } from './site.ts';

export async function answerGraphQL(site: Site, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  response.setHeader('cache-control', 'no-store');
  if (site.development && request.method === 'GET') {
    await answerQuestion(site.graphql, exchange, undefined);
    return;
  }
  const refusal = unfitFor(request);
  const body = refusal ?? (await readBody(request));
  if ('status' in body) {
    refuse(response, body);
    return;
  }
  const work = body.length > BULK_BYTES ? 'bulk' : 'question';
  await inTurn(site, exchange, { work, weight: weightOf(body.length) }, () => {
    const read = readText(body);
    if ('text' in read) return answerQuestion(site.graphql, exchange, read.text);
    refuse(response, { status: 400, message: read.unclear });
    return undefined;
  });
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

async function answerQuestion(
  graphql: GraphQLServer,
  { id, request: { method = 'GET', headers }, response }: Exchange,
  body: string | undefined,
): Promise<void> {
  const quick = body === undefined ? undefined : await graphql.answerOften(body, headers.accept);
  if (quick) {
    response.setHeader('content-type', quick.type);
    response.end(quick.body);
    return;
  }
  const result = await currentRequest.run(id, () =>
    graphql.fetch('http://localhost/graphql', {
      method,
      headers: { accept: headers.accept ?? 'application/json', 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    }),
  );
  response.statusCode = result.status;
  for (const name of ['content-type', 'allow', 'retry-after']) {
    const value = result.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.end(Buffer.from(await result.arrayBuffer()));
}
