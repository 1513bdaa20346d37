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
};

/** Throws one sentence that names the variable. Every variable may be left out. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const {
    PORT = '4000',
    HOST = '127.0.0.1',
    DATABASE_URL,
    DATABASE_REPLICA_URLS = '',
    NODE_ENV,
    TILE_URL,
    PUBLIC_URL,
  } = environment;
  return {
    port: readPort(PORT),
    host: HOST,
    databaseUrl: DATABASE_URL ?? 'sqlite:data/coterminosity.sqlite',
    replicaUrls: DATABASE_REPLICA_URLS.split(',')
      .map((url) => url.trim())
      .filter((url) => url !== ''),
    development: NODE_ENV === 'development',
    tileUrl: readTileUrl(TILE_URL),
    publicUrl: readPublicUrl(PUBLIC_URL),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new Error(`PORT: wanted a whole number from 0 to 65535, found "${text}"`);
  return port;
}

function readTileUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new Error(
      `TILE_URL: wanted an http address such as https://tiles.example.org/{z}/{x}/{y}.png, found "${text}"`,
    );
  return text;
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search + url.hash + url.username !== '')
    throw new Error(
      `PUBLIC_URL: wanted an http address such as https://teams.example.org, found "${text}"`,
    );
  return url.href.replace(/\/+$/, '');
}
