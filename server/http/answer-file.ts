import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { refuse } from '../refuse.ts';
import type { StaticFile } from '../static-files.ts';
import { inTurn } from './in-turn.ts';
import type { Exchange, Site } from './site.ts';

export function answerFile({ files }: Site, { path, request, response }: Exchange): void {
  const found = files.get(path);
  const file = found ?? (path.includes('.') ? undefined : files.get('/'));
  if (!file) {
    refuse(response, { status: 404, message: 'There is nothing at this address.' });
    return;
  }
  if (!found) response.statusCode = 404; // the pages say so themselves
  send(file, request, response);
}

export async function answerDrawing(site: Site, exchange: Exchange): Promise<void> {
  const { path, request, response } = exchange;
  await inTurn(site, exchange, { work: 'drawing', weight: 1 }, async () => {
    const drawing = await site.drawings(path);
    if (drawing === 'no such drawing')
      refuse(response, { status: 404, message: 'There is no such drawing in this release.' });
    else send(drawing, request, response);
  });
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
