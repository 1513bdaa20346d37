import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, test } from 'vitest';

/** Who may import whom. A room not named here may be imported by nobody. */
const mayImport: Record<string, readonly string[]> = {
  'server/domain': [],
  'server/database': ['server/domain'],
  'server/questions': ['server/domain', 'server/database'],
  'server/bulk': ['server/domain', 'server/questions'],
  'server/graphql': ['server/domain', 'server/questions'],
  'server/standards': ['server/domain', 'server/questions'],
  'server/standards/feeds': ['server/domain', 'server/questions', 'server/standards'],
  'server/standards/fhir': ['server/domain', 'server/questions', 'server/standards'],
  'server/standards/geojson': ['server/domain', 'server/questions', 'server/standards'],
  'server/standards/oruk': ['server/domain', 'server/questions', 'server/standards'],
  'server/spreadsheet': ['server/domain', 'server/questions', 'server/standards'],
  server: [
    'server/domain',
    'server/database',
    'server/questions',
    'server/bulk',
    'server/graphql',
    'server/standards',
    'server/standards/feeds',
    'server/standards/fhir',
    'server/standards/geojson',
    'server/standards/oruk',
    'server/spreadsheet',
    'geodata',
  ],
  geodata: ['server/domain', 'server/database', 'server'],
  // Of it no more than ALSO_IN_BROWSER.
  web: ['server/domain'],
};

/** Libraries each kept in one place. */
const onlyIn: Record<string, readonly string[]> = {
  kysely: ['server/database'],
  pg: ['server/database'],
  'node:sqlite': ['server/database'],
  '@pothos/core': ['server/graphql'],
  'graphql-yoga': ['server/graphql'],
  '@turf/turf': ['server/domain/geometry.ts', 'geodata/overlay'],
  'geos-wasm': ['geodata/overlay'],
  leaflet: ['web/map'],
  'node:fs': [
    'geodata',
    'server/database/sqlite.ts',
    'server/static-files.ts',
    'server/route-',
    'server/keys',
    'server/manage-keys.ts',
  ],
};

/** What pure code may lean on. */
const PURE_LIBRARIES = [
  '@turf/turf',
  'flatbush',
  'robust-predicates',
  'geojson',
  'topojson-server',
  'topojson-specification',
];

type Import = { readonly file: string; readonly target: string };

const files = ['server', 'geodata', 'web'].flatMap(sourcesBelow);
const imports = files.flatMap(importsOf);
const inside = imports.filter(({ target }) => target.startsWith('.'));
const outside = imports.filter(({ target }) => !target.startsWith('.'));

test('there is code to look at', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(inside.length).toBeGreaterThan(100);
});

describe.each(Object.keys(mayImport))('%s', (room) => {
  test('imports only what it may', () => {
    const strays = inside
      .filter(({ file }) => roomOf(file) === room)
      .map(({ file, target }) => ({ file, to: roomOf(normalize(join(dirname(file), target))) }))
      .filter(({ to }) => to !== room && !(mayImport[room] ?? []).includes(to));
    expect(strays).toEqual([]);
  });
});

/** What reads a postcode and writes an answer in the browser as the server does: two ways of either would part. */
const ALSO_IN_BROWSER = [
  'server/domain/answer-columns.ts',
  'server/domain/brand.ts',
  'server/domain/not-located.ts',
  'server/domain/outward-file.ts',
  'server/domain/postcode.ts',
];

test('the web imports nothing of the server but generated types, the reading of postcodes and the columns of answers', () => {
  const strays = inside
    .filter(({ file }) => file.startsWith('web/'))
    .map(({ file, target }) => normalize(join(dirname(file), target)))
    .filter((path) => path.startsWith('server/') && !ALSO_IN_BROWSER.includes(path));
  expect(strays).toEqual([]);
});

test('what the browser shares with the server brings nothing else of it along', () => {
  const brought = ALSO_IN_BROWSER.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/^import (?!type )/gm), () => file),
  );
  expect(brought).toEqual([]);
});

test('of the server itself, geodata imports only its settings', () => {
  const strays = inside
    .filter(({ file }) => roomOf(file) === 'geodata')
    .map(({ file, target }) => normalize(join(dirname(file), target)))
    .filter((path) => roomOf(path) === 'server' && path !== 'server/config.ts');
  expect(strays).toEqual([]);
});

test.each(Object.entries(onlyIn))('%s is used only in %s', (library, places) => {
  const strays = outside
    .filter(({ target }) => target === library || target.startsWith(`${library}/`))
    .filter(({ file }) => !places.some((place) => file.startsWith(place)));
  expect(strays).toEqual([]);
});

describe('the domain is pure', () => {
  const domain = files.filter((file) => roomOf(file) === 'server/domain');
  test('it leans only on libraries that compute', () => {
    const strays = outside
      .filter(({ file }) => roomOf(file) === 'server/domain')
      .filter(({ target }) => !PURE_LIBRARIES.includes(target));
    expect(strays).toEqual([]);
  });
  test.each([
    'Date.now',
    'new Date()',
    'process.',
    'console.',
    'fetch(',
    'Math.random',
    'setTimeout',
  ])('it never says %s', (word) => {
    expect(domain.filter((file) => readFileSync(file, 'utf8').includes(word))).toEqual([]);
  });
});

test('nothing imports in a circle', () => {
  const next = new Map(
    files.map((file) => [
      file,
      inside
        .filter((each) => each.file === file)
        .map(({ target }) => normalize(join(dirname(file), target))),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
    else if (!done.has(file)) {
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('no folder or file is named for saying nothing', () => {
  expect(
    files.filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|shared|misc|index)(?:\/|\.)/.test(file),
    ),
  ).toEqual([]);
});

function roomOf(path: string): string {
  const rooms = Object.keys(mayImport).sort((a, b) => b.length - a.length);
  return rooms.find((room) => path.startsWith(`${room}/`)) ?? path;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/web\/(?:dist|.*generated)\//.test(file));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map(([, plain, dynamic]) => ({ file, target: plain ?? dynamic ?? '' }));
}
