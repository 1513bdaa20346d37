import { join } from 'node:path';
import type { Server } from 'node:http';

import { printSchema } from 'graphql';

import { createAdmission } from './admission/admission.ts';
import { clientReader } from './admission/client.ts';
import { createRate } from './admission/rate.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { createDrawings } from './drawings/drawings.ts';
import { contractOf } from './contract.ts';
import { schema } from './graphql/schema.ts';
import { createGraphQLServer } from './graphql/yoga.ts';
import { createHttpServer } from './http/http-server.ts';
import { createKeys, OPEN } from './keys/keys.ts';
import { createLog, type Log } from './operating/log.ts';
import { createProbes } from './operating/probes.ts';
import { countConnections, createStopping, type Stopping } from './operating/stopping.ts';
import { countingOutcomes, Tallies } from './operating/tallies.ts';
import { createFollow } from './questions/follow.ts';
import { createQuestions, type Questions } from './questions/questions.ts';
import { createPlainPage } from './plain/plain-page.ts';
import { createOutwardFiles } from './spreadsheet/outward-files.ts';
import { createFeeds } from './standards/feeds/feeds.ts';
import { createFhir } from './standards/fhir/fhir.ts';
import { createGeoJson } from './standards/geojson/geojson.ts';
import { createOruk } from './standards/oruk/oruk.ts';
import { fileOf, readStaticFiles, type StaticFile } from './static-files.ts';

export type App = {
  readonly server: Server;
  readonly questions: () => Promise<Questions>;
  readonly log: Log;
  readonly stopping: Stopping;
};

const PAGES = join(import.meta.dirname, '..', 'web', 'dist');

/** Puts the parts together over an open database. Nothing listens yet. */
export function createApp(config: Config, database: Database): App {
  const tallies = new Tallies();
  const questions = createQuestions(database, countingOutcomes(tallies));
  const log = createLog({
    requests: config.log ?? false,
    write: (lines) => process.stderr.write(lines),
  });
  const stopping = createStopping();
  const admission = createAdmission({
    rate: config.clientRate === null ? null : createRate(config.clientRate),
    shed: tallies.shed,
  });
  const graphql = createGraphQLServer({
    questions,
    development: config.development,
    now: Date.now,
    report: log.fault,
  });
  const { development, tileUrl } = config;
  const files = filesOf(config);
  const probes = createProbes({
    questions,
    isStopping: stopping.isStopping,
    tallies,
    admission,
    connections: () => countConnections(server),
  });
  const server = createHttpServer({
    questions,
    graphql,
    drawings: createDrawings(questions),
    plain: createPlainPage({ questions, now: Date.now, styles: stylesOf(files) }),
    standards: [
      { at: '/oruk', standard: createOruk({ questions, now: Date.now }) },
      { at: '/fhir', standard: createFhir({ questions, now: Date.now }) },
      { at: '/outward', standard: createOutwardFiles({ questions, now: Date.now }) },
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
    report: log.fault,
    answered: (answered) => {
      tallies.answered(answered);
      log.answered(answered);
    },
    probes,
    isStopping: stopping.isStopping,
    admission,
    clientOf: clientReader(config.proxies),
    keys: config.keys ? createKeys({ ...config.keys, now: Date.now, report: log.misread }) : OPEN,
    origins: config.origins,
    mostConnections: config.mostConnections,
  });
  return { server, questions, log, stopping };
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
  '/check',
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
function settings(config: Config): Record<string, StaticFile> {
  return {
    '/settings.json': fileOf(
      Buffer.from(JSON.stringify({ tileUrl: config.tileUrl })),
      'application/json; charset=utf-8',
    ),
    '/contract.json': fileOf(
      Buffer.from(JSON.stringify(contractOf(config))),
      'application/json; charset=utf-8',
    ),
    '/schema.graphql': fileOf(Buffer.from(printSchema(schema)), 'text/plain; charset=utf-8'),
  };
}
