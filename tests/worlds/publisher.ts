import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { onTestFinished } from 'vitest';

/**
 * A stand-in for the publishers on loopback: the ArcGIS hub, its store of items, its feature services, and plain files. It does
 * what they do, trouble included; it knows nothing of our code.
 */
export type Publisher = {
  /** What a manifest says to have this asked in place of the real ones. */
  readonly mirrors: Readonly<Record<string, string>>;
  readonly origin: string;
  readonly items: Item[];
  readonly layers: Map<string, Layer>;
  /** By path below the host: `os/codepoint.zip`. */
  readonly files: Map<string, File>;
  /** The path and query of every question, in order, with `range` behind it where one was asked. */
  readonly asked: string[];
  readonly connections: () => number;
  /** The next question whose path fits meets with trouble, once for each time this is called. */
  readonly trouble: (path: RegExp, trouble: Trouble) => void;
};

export type Item = {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly tags: readonly string[];
};

export type Layer = {
  readonly features: readonly { readonly properties: object; readonly geometry: object | null }[];
  readonly edited?: number;
  readonly pageLimit?: number;
  /** What it says it has, when that is not what it gives. */
  readonly says?: number;
};

export type File = {
  readonly bytes: Uint8Array;
  readonly etag?: string;
  readonly modified?: string;
  readonly type?: string;
  readonly gzip?: boolean;
};

export type Trouble =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly kind: 'error within'; readonly code: number; readonly message: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'body'; readonly body: string; readonly type: string }
  /** So many bytes of the right answer, and then nothing more comes, or the connection breaks: at once, or when the test says so. */
  | { readonly kind: 'stall'; readonly after: number }
  | { readonly kind: 'cut'; readonly after: number; readonly when?: () => boolean }
  /** The whole answer without its length, ended early as if that were all. */
  | { readonly kind: 'short'; readonly after: number }
  /** Gives the rest of another file than the one begun, heedless of `If-Range`. */
  | { readonly kind: 'heedless range' };

const ONS = 'services1/ESMARspQHYMw9BZ9/arcgis/rest/services';

export async function openPublisher(): Promise<Publisher> {
  const items: Item[] = [];
  const layers = new Map<string, Layer>();
  const files = new Map<string, File>();
  const asked: string[] = [];
  const troubles: { readonly path: RegExp; readonly trouble: Trouble }[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://stand-in');
    const { range } = request.headers;
    asked.push(`${url.pathname}${url.search}${range === undefined ? '' : ` ${range}`}`);
    const at = troubles.findIndex(({ path }) => path.test(url.pathname + url.search));
    const trouble = at < 0 ? undefined : troubles.splice(at, 1)[0]?.trouble;
    answer({ request, response, url, trouble }, { items, layers, files });
  });
  server.on('connection', () => connections++);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    mirrors: {
      'https://hub.arcgis.com/': `${origin}/hub/`,
      'https://www.arcgis.com/': `${origin}/www/`,
      'https://services1.arcgis.com/': `${origin}/services1/`,
      'https://api.os.uk/': `${origin}/os/`,
      'https://www.odsdatasearchandexport.nhs.uk/': `${origin}/nhs/`,
    },
    items,
    layers,
    files,
    asked,
    connections: () => connections,
    trouble: (path, trouble) => void troubles.push({ path, trouble }),
  };
}

type Question = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly trouble: Trouble | undefined;
};

type Holdings = Pick<Publisher, 'items' | 'layers' | 'files'>;

function answer(question: Question, { items, layers, files }: Holdings): void {
  const { response, url, trouble } = question;
  const path = url.pathname.slice(1);
  if (trouble?.kind === 'status') response.writeHead(trouble.status, trouble.headers).end();
  else if (trouble?.kind === 'error within')
    sendJson(question, { error: { code: trouble.code, message: trouble.message, details: [] } });
  else if (trouble?.kind === 'redirect') response.writeHead(302, { location: trouble.to }).end();
  else if (trouble?.kind === 'body')
    response.writeHead(200, { 'content-type': trouble.type }).end(trouble.body);
  else if (path === 'hub/api/search/v1/collections/all/items') sendJson(question, search(items));
  else if (path === ONS) sendJson(question, listing(layers));
  else if (path.startsWith(`${ONS}/`))
    sendJson(question, ofLayer(path.slice(ONS.length + 1), url, layers));
  else sendStored(question, path, files);
}

/** As the hub does: everything the words are in, guides and other products too. */
function search(items: readonly Item[]): object {
  return {
    type: 'FeatureCollection',
    features: items.map(({ id, title, type, tags }) => ({
      id,
      type: 'Feature',
      geometry: null,
      properties: { title, type, tags, created: 1_700_000_000_000 },
    })),
    numberMatched: items.length,
  };
}

function listing(layers: ReadonlyMap<string, Layer>): object {
  const services = [...layers.keys()].flatMap((name) => [
    { name, type: 'FeatureServer', url: `https://services1.arcgis.com/x/${name}/FeatureServer` },
    { name, type: 'MapServer', url: `https://services1.arcgis.com/x/${name}/MapServer` },
  ]);
  return { currentVersion: 11.5, services };
}

const INVALID = { error: { code: 400, message: 'Invalid URL', details: ['Invalid URL'] } };

function ofLayer(path: string, url: URL, layers: ReadonlyMap<string, Layer>): object {
  const [name = '', rest = ''] = path.split('/FeatureServer/0');
  const layer = layers.get(name);
  if (!layer) return INVALID;
  if (rest === '/query') return query(layer, url.searchParams);
  const { edited, pageLimit = 2000 } = layer;
  return {
    name,
    objectIdField: 'OBJECTID',
    maxRecordCount: pageLimit,
    ...(edited === undefined ? {} : { editingInfo: { lastEditDate: edited } }),
  };
}

function query(layer: Layer, asked: URLSearchParams): object {
  const chosen = layer.features
    .map((feature, at) => ({ id: at + 1, ...feature }))
    .filter(chosenBy(asked.get('where') ?? ''));
  if (asked.get('returnCountOnly') === 'true') return { count: layer.says ?? chosen.length };
  if (asked.get('f') !== 'geojson' || asked.get('outSR') !== '4326') return INVALID;
  const from = Number(asked.get('resultOffset'));
  const most = Math.min(Number(asked.get('resultRecordCount') ?? 2000), layer.pageLimit ?? 2000);
  const page = chosen.slice(from, from + most);
  const more = from + most < chosen.length;
  return {
    type: 'FeatureCollection',
    ...(more ? { properties: { exceededTransferLimit: true } } : {}),
    features: page.map(({ id, properties, geometry }) => ({
      type: 'Feature',
      id,
      geometry,
      properties: { OBJECTID: id, ...properties },
    })),
  };
}

/** `1=1`, or `NAME LIKE 'E%'`. */
function chosenBy(where: string): (feature: { readonly properties: object }) => boolean {
  const [, name = '', start = ''] = /^(\w+) LIKE '(\w+)%'$/.exec(where) ?? [];
  if (name === '') return () => where === '1=1';
  return ({ properties }) =>
    String((properties as Record<string, unknown>)[name]).startsWith(start);
}

function sendJson(question: Question, value: object): void {
  const { headers } = question.request;
  const packed = headers['accept-encoding'] === 'gzip';
  const body = Buffer.from(JSON.stringify(value));
  send(question, packed ? gzipSync(body) : body, 200, {
    'content-type': 'application/json; charset=utf-8',
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
  });
}

/** An item's data is not where it is asked for: the store sends on to a signed address elsewhere. */
function sendStored(question: Question, path: string, files: ReadonlyMap<string, File>): void {
  const { response } = question;
  const [, item] = /^www\/sharing\/rest\/content\/items\/(\w+)\/data$/.exec(path) ?? [];
  const file = files.get(path);
  if (item !== undefined && files.has(`storage/${item}`))
    response.writeHead(302, { location: `/storage/${item}?signature=secret` }).end();
  else if (file) sendFile(question, file);
  else response.writeHead(404, { 'content-type': 'text/html' }).end('<html>Not found</html>');
}

function sendFile(question: Question, file: File): void {
  const { headers } = question.request;
  const about = headersOf(file);
  const bytes = file.gzip === true ? gzipSync(file.bytes) : file.bytes;
  const same = [file.etag, file.modified].filter((each) => each !== undefined);
  if (
    [headers['if-none-match'], headers['if-modified-since']].some((each) =>
      same.includes(each ?? '-'),
    )
  ) {
    question.response.writeHead(304, about).end();
    return;
  }
  const from = placeAsked(question, same);
  if (from === undefined) send(question, bytes, 200, about);
  else if (from >= bytes.length)
    question.response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  else {
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    send(question, bytes.subarray(from), 206, { ...about, 'content-range': range });
  }
}

function headersOf({ etag, modified, type, gzip }: File): Record<string, string> {
  return {
    'content-type': type ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    ...(etag === undefined ? {} : { etag }),
    ...(modified === undefined ? {} : { 'last-modified': modified }),
    ...(gzip === true ? { 'content-encoding': 'gzip' } : {}),
  };
}

/** Where to go on, when the file is still the one the asker has a part of; or when nobody looks whether it is. */
function placeAsked({ request, trouble }: Question, same: readonly string[]): number | undefined {
  const [, first] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
  if (first === undefined) return undefined;
  const unchanged = same.includes(String(request.headers['if-range']));
  return unchanged || trouble?.kind === 'heedless range' ? Number(first) : undefined;
}

function send(
  { response, trouble }: Question,
  bytes: Uint8Array,
  status: number,
  headers: Record<string, string>,
): void {
  if (trouble?.kind === 'short') {
    response.writeHead(status, headers).end(bytes.subarray(0, trouble.after));
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
  if (trouble?.kind !== 'cut' && trouble?.kind !== 'stall') {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, trouble.after), () => {
    if (trouble.kind === 'cut') void breakOff(response, trouble.when);
  });
}

async function breakOff(response: ServerResponse, when: () => boolean = () => true): Promise<void> {
  while (!when()) await setTimeout(5);
  response.destroy();
}
