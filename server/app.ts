import { join } from 'node:path';
import type { Server } from 'node:http';

import { printSchema } from 'graphql';

import { createAdmission } from './admission/admission.ts';
import { clientReader } from './admission/client.ts';
import { createRate } from './admission/rate.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { createDrawings } from './drawings/drawings.ts';
import { DatabaseFault } from './database/database-fault.ts';
import { schema } from './graphql/schema.ts';
import { createGraphQLServer } from './graphql/yoga.ts';
import { createHttpServer } from './http.ts';
import { createFollow } from './questions/follow.ts';
import { createQuestions, type Questions } from './questions/questions.ts';
import { createPlainPage } from './plain/plain-page.ts';
import { createFeeds } from './standards/feeds/feeds.ts';
import { createFhir } from './standards/fhir/fhir.ts';
import { createGeoJson } from './standards/geojson/geojson.ts';
import { createOruk } from './standards/oruk/oruk.ts';
import { fileOf, readStaticFiles, type StaticFile } from './static-files.ts';

export type App = {
  readonly server: Server;
  readonly questions: () => Promise<Questions>;
};

const PAGES = join(import.meta.dirname, '..', 'web', 'dist');

/** Puts the parts together over an open database. Nothing listens yet. */
export function createApp(config: Config, database: Database): App {
  const questions = createQuestions(database);
  const graphql = createGraphQLServer({
    questions,
    development: config.development,
    now: Date.now,
    report,
  });
  const { development, tileUrl } = config;
  const files = filesOf(config);
  return {
    questions,
    server: createHttpServer({
      graphql,
      drawings: createDrawings(questions),
      plain: createPlainPage({ questions, now: Date.now, styles: stylesOf(files) }),
      standards: [
        { at: '/oruk', standard: createOruk({ questions, now: Date.now }) },
        { at: '/fhir', standard: createFhir({ questions, now: Date.now }) },
        { at: '/geojson', standard: createGeoJson({ questions, now: Date.now }) },
        {
          at: '/feeds',
          standard: createFeeds({ questions, turns: createFollow(database), now: Date.now }),
        },
      ],
      publicUrl: config.publicUrl,
      files,
      development,
      tileUrl,
      report,
      admission: createAdmission({
        rate: config.clientRate === null ? null : createRate(config.clientRate),
        shed: () => undefined,
      }),
      clientOf: clientReader(config.proxies),
      mostConnections: config.mostConnections,
    }),
  };
}

/** One document draws every page, each at its own address. */
const ADDRESSES = [
  '/',
  '/compare',
  '/compare/what-if',
  '/compare/cover',
  '/compare/indicators',
  '/compare/over-time',
  '/compare/before-and-after',
  '/developers',
  '/about',
];

function filesOf(config: Config): Map<string, StaticFile> {
  const built = readStaticFiles(PAGES);
  const page = built.get('/index.html');
  const pages = page ? ADDRESSES.map((address) => [address, page] as const) : [];
  return new Map([...built, ...pages, ...Object.entries(settings(config))]);
}

/** The style sheet every page has; those of parts are named in the scripts that load them. */
function stylesOf(files: ReadonlyMap<string, StaticFile>): string[] {
  return [...files.keys()].filter((path) => /\/index-[^/]*\.css$/.test(path));
}

/** What the pages need to know of this server, and the schema as a file. */
function settings({ tileUrl }: Config): Record<string, StaticFile> {
  return {
    '/settings.json': fileOf(
      Buffer.from(JSON.stringify({ tileUrl })),
      'application/json; charset=utf-8',
    ),
    '/schema.graphql': fileOf(Buffer.from(printSchema(schema)), 'text/plain; charset=utf-8'),
  };
}

/** One line for each fault of ours: its name and where, never what was asked. */
function report(fault: unknown): void {
  const said = fault instanceof DatabaseFault ? fault.message : whereOf(fault);
  const line = `fault ${fault instanceof Error ? fault.name : ''} ${said}`;
  if (line === lastLine && Date.now() < lastAt + SAME_LINE_MS) return;
  lastLine = line;
  lastAt = Date.now();
  console.error(`${new Date().toISOString()} ${line}`);
}

/** A database that is away fails every request alike: once so often is enough. */
const SAME_LINE_MS = 1000;
let lastLine = '';
let lastAt = 0;

function whereOf(fault: unknown): string {
  const stack = fault instanceof Error ? (fault.stack ?? fault.name) : 'unknown fault';
  return (
    stack
      .split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? ''
  );
}
