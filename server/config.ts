import { BlockList, isIP } from 'node:net';

import { parseProxies } from './admission/client.ts';
import { type Origins, parseOrigins } from './http/cors.ts';
import { parseScopes, type Scope, SCOPES } from './keys/key.ts';

/** The environment, checked once. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** `sqlite:PATH` or `postgres://…`. */
  readonly databaseUrl: string;
  /** Read replicas of it, `postgres://…`; often none. */
  readonly replicaUrls: readonly string[];
  /** GraphiQL and no limits: never for a server others can reach. */
  readonly development: boolean;
  /** Leaflet tile template of a background map; null draws none, so no outside server learns a place. */
  readonly tileUrl: string | null;
  /** Where others reach this server, without a slash at its end; null takes it from each request. */
  readonly publicUrl: string | null;
  /** Whose word on the address of a client is believed; null where no proxy stands before the server. */
  readonly proxies: BlockList | null;
  readonly mostConnections: number;
  /** What one client may ask in a minute; null sets no rate, only a share. */
  readonly clientRate: number | null;
  /** API keys; null leaves the service open. */
  readonly keys: { readonly path: string; readonly withoutKey: ReadonlySet<Scope> } | null;
  readonly origins: Origins;
  /** Whether each request has a line in the log; null leaves it to whether a terminal shows it. */
  readonly log: boolean | null;
  /** How long new connections are still taken once it is told to stop. */
  readonly stopDelaySeconds: number;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws one sentence that names the variable. Every variable may be left out. */
export function readConfig(environment: Environment): Config {
  return {
    port: readNumber(environment, 'PORT', { least: 0, most: 65_535, usual: 4000 }),
    host: readHost(environment['HOST'], readSwitch(environment, 'BEHIND_PROXY') ?? false),
    databaseUrl: environment['DATABASE_URL'] ?? 'sqlite:data/coterminosity.sqlite',
    replicaUrls: listIn(environment['DATABASE_REPLICA_URLS']),
    development: environment['NODE_ENV'] === 'development',
    tileUrl: readTileUrl(environment['TILE_URL']),
    publicUrl: readPublicUrl(environment['PUBLIC_URL']),
    proxies: readProxies(environment['TRUSTED_PROXIES']),
    mostConnections: readNumber(environment, 'MAX_CONNECTIONS', {
      least: 1,
      most: 1_000_000,
      usual: 15_000,
    }),
    clientRate: readNumber(environment, 'CLIENT_RATE', { least: 1, most: 1e9, usual: null }),
    keys: readKeys(environment['API_KEYS_FILE'], environment['WITHOUT_KEY']),
    origins: readOrigins(environment['CORS_ORIGINS']),
    log: readSwitch(environment, 'LOG'),
    stopDelaySeconds: readNumber(environment, 'STOP_DELAY', { least: 0, most: 300, usual: 1 }),
  };
}

type Range<Usual> = { readonly least: number; readonly most: number; readonly usual: Usual };

/** Digits and nothing else: `1e9`, `0x10` and `-1` are slips, not numbers. */
function readNumber<Usual extends number | null>(
  environment: Environment,
  name: string,
  { least, most, usual }: Range<Usual>,
): number | Usual {
  const text = environment[name];
  if (text === undefined || text === '') return usual;
  const number = Number(text);
  if (!/^\d{1,10}$/.test(text) || number < least || number > most)
    throw new Error(
      `${name}: wanted a whole number from ${least} to ${most}, found ${shown(text)}`,
    );
  return number;
}

function readSwitch(environment: Environment, name: string): boolean | null {
  const text = environment[name];
  if (text === undefined || text === '') return null;
  if (text !== 'yes' && text !== 'no')
    throw new Error(`${name}: wanted "yes" or "no", found ${shown(text)}`);
  return text === 'yes';
}

function readHost(host: string | undefined, isBehindProxy: boolean): string {
  if (!host) return '127.0.0.1';
  if (!isLoopback(host) && !isBehindProxy)
    throw new Error(
      `HOST: others could reach ${shown(host)} without TLS; set BEHIND_PROXY=yes if a proxy with TLS stands before it, else leave HOST out`,
    );
  return host;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isLoopback(host: string): boolean {
  if (isIP(host) === 0) return host === 'localhost';
  return LOOPBACK.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}

function readProxies(text: string | undefined): BlockList | null {
  if (!text) return null;
  const proxies = parseProxies(text);
  if (!proxies)
    throw new Error(
      `TRUSTED_PROXIES: wanted addresses and networks such as 10.1.2.3,10.2.0.0/16, found ${shown(text)}`,
    );
  return proxies;
}

function readKeys(path: string | undefined, withoutKey: string | undefined): Config['keys'] {
  const scopes = withoutKey ? parseScopes(withoutKey) : new Set<Scope>();
  if (!scopes)
    throw new Error(
      `WITHOUT_KEY: wanted scopes out of ${SCOPES.join(',')}, found ${shown(withoutKey ?? '')}`,
    );
  if (!path && withoutKey)
    throw new Error('WITHOUT_KEY: wanted API_KEYS_FILE beside it: without keys, all is open');
  return path ? { path, withoutKey: scopes } : null;
}

function readOrigins(text: string | undefined): Origins {
  if (!text) return new Set();
  const origins = parseOrigins(text);
  if (!origins)
    throw new Error(
      `CORS_ORIGINS: wanted origins such as https://teams.example.org,https://other.example, found ${shown(text)}`,
    );
  return origins;
}

function listIn(text = ''): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function readTileUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new Error(
      `TILE_URL: wanted an http address such as https://tiles.example.org/{z}/{x}/{y}.png, found ${shown(text)}`,
    );
  return text;
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search + url.hash + url.username !== '')
    throw new Error(
      `PUBLIC_URL: wanted an http address such as https://teams.example.org, found ${shown(text)}`,
    );
  return url.href.replace(/\/+$/, '');
}

/** On one line, and no longer than a reader needs to know it again. */
function shown(text: string): string {
  const most = 100;
  return JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text);
}
