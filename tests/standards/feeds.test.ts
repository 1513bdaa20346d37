import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';

import { admit } from '../../geodata/admit.ts';
import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { rollBack } from '../../geodata/keep.ts';
import { switchTo } from '../../server/database/current-release.ts';
import type { Database } from '../../server/database/database.ts';
import type { ReleaseContent } from '../../server/database/release-content.ts';
import { writeBeside } from '../../server/database/write-release.ts';
import { serve } from '../server/served.ts';
import { openDatabase } from '../worlds/engine.ts';
import { east, fourSquares } from '../worlds/four-squares.ts';
import { LOADED_AT, openWorld } from '../worlds/open.ts';

type Item = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_text: string;
  readonly date_published: string;
  readonly _coterminosity: Readonly<Record<string, unknown>>;
};
type JsonFeed = {
  readonly version: string;
  readonly title: string;
  readonly feed_url: string;
  readonly items: readonly Item[];
};
type AtomEntry = { readonly id: string; readonly title: string; readonly updated: string };
type Atom = {
  readonly feed: {
    readonly id: string;
    readonly title: string;
    readonly updated: string;
    readonly author: { readonly name: string };
    readonly link: readonly { readonly rel: string; readonly href: string }[];
    readonly entry?: readonly (AtomEntry & { readonly content: string })[];
  };
};

const LATER = new Date('2026-12-01T03:00:00Z');
const BACK = new Date('2026-12-02T03:00:00Z');
const HOSTILE = 'East <District> & "Co" ]]>';

/** East gets a name and a wider team, one team goes; then that is taken back. */
const changed: ReleaseContent = {
  ...fourSquares,
  release: { ...fourSquares.release, id: 'second' },
  areas: fourSquares.areas.map((each) =>
    each.area.code === east.code ? { ...each, area: { ...each.area, name: HOSTILE } } : each,
  ),
  teams: fourSquares.teams
    .slice(1)
    .map((team, at) => (at === 0 ? { ...team, does: 'More than before.' } : team)),
};

async function threeTurns(): Promise<Database> {
  const database = await openDatabase();
  const first = await writeBeside(database, fourSquares, LOADED_AT);
  await switchTo(database, first, { at: LOADED_AT });
  const second = await writeBeside(database, changed, LATER);
  const { answers } = await admit(database, second, { at: LATER });
  expect(answers).toBe(true);
  await rollBack(database, undefined, BACK);
  await switchTo(database, second, { at: BACK });
  return database;
}

const drawn = `http://127.0.0.1:${await serve(await threeTurns())}/feeds`;
const embedded = `http://127.0.0.1:${await serve(await openWorld(readEmbeddedPack()))}/feeds`;

async function json(path: string, base = drawn): Promise<JsonFeed> {
  const response = await fetch(`${base}/${path}`);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  return (await response.json()) as JsonFeed;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'entry',
});

async function atom(path: string, base = drawn): Promise<Atom['feed']> {
  const response = await fetch(`${base}/${path}`);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const text = await response.text();
  return (parser.parse(text) as Atom).feed;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('the feed of releases', () => {
  test('tells every turn, newest first, with what changed', async () => {
    const { version, items } = await json('releases.json');
    expect(version).toBe('https://jsonfeed.org/version/1.1');
    expect(items.map(({ title, date_published: on }) => `${on.slice(0, 10)} ${title}`)).toEqual([
      '2026-12-02 Release second answers',
      `2026-12-02 Gone back to ${fourSquares.release.id}`,
      '2026-12-01 Release second answers',
      `2026-11-21 Release ${fourSquares.release.id} answers`,
    ]);
    const news = items[2]?.content_text ?? '';
    expect(news).toContain(`What changed since ${fourSquares.release.id}`);
    expect(news).toContain('1 renamed');
    expect(news).toContain('teams: 0 appeared, 1 ended, 1 changed');
  });
  test('remembers what changed when the release itself is gone', async () => {
    const database = await threeTurns();
    const third = { ...changed, release: { ...changed.release, id: 'third' } };
    const key = await writeBeside(database, third, BACK);
    await switchTo(database, key, { at: BACK });
    await database.kysely.deleteFrom('release').where('id', '=', fourSquares.release.id).execute();
    const base = `http://127.0.0.1:${await serve(database)}/feeds`;
    const { items } = await json('releases.json', base);
    expect(items.map(({ title }) => title)).toContain('Release a release no longer kept answers');
    expect(items.some(({ content_text: text }) => text.includes('1 renamed'))).toBe(true);
  });
});

describe('the feed of an area', () => {
  test('tells of its name and of every team that covers it, not of others', async () => {
    const { items } = await json('areas/E.json');
    const news = items.find(({ title }) => title.includes('with release second'));
    expect(news?.content_text).toContain(`East District is now named ${HOSTILE}`);
    const { items: ofWest } = await json('areas/W.json');
    expect(JSON.stringify(ofWest)).not.toContain('is now named');
  });
  test('tells what becomes of Hart in April 2028, as announced and no older than the data', async () => {
    const { title, items } = await json('areas/E07000089.json', embedded);
    expect(title).toBe('Coterminosity: what changes for Hart');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      title: 'Hart (district): merged into another on 2028-04-01',
      date_published: LOADED_AT.toISOString(),
      _coterminosity: { effective: '2028-04-01', change: 'MERGED', status: 'ANNOUNCED' },
    });
    expect(items[0]?.content_text).toContain('may still change');
    expect(items[0]?.url).toContain('/compare/before-and-after?before=district&from=2028-03-31');
  });
  test('tells from the day of the change what is past: North Hampshire PCT, October 2006', async () => {
    const { items } = await json('areas/5G6.json', embedded);
    const [news] = items;
    expect(news?._coterminosity).toMatchObject({ effective: '2006-10-01', kind: 'pct' });
    expect(news?.date_published).toBe('2006-09-30T23:00:00.000Z');
    expect(news?.content_text).toContain('Hampshire');
  });
  test('tells from whom a new body took over', async () => {
    const { items } = await json('areas/5QC.json', embedded);
    const began = items.find(({ _coterminosity: { change } }) => change === 'BEGAN');
    expect(began?.content_text).toContain('takes over from');
  });
  test('is of one kind where one is asked for', async () => {
    const { items } = await json('areas/E06000045.json?kind=district', embedded);
    expect(items.every(({ _coterminosity: { kind } }) => kind !== 'upper-tier')).toBe(true);
  });
});

describe('both shapes', () => {
  test.each(['releases', 'areas/E', 'areas/W'])('of %s hold the same entries', async (path) => {
    const [{ items, feed_url: self }, feed] = [
      await json(`${path}.json`),
      await atom(`${path}.atom`),
    ];
    expect(self).toBe(`${drawn}/${path}.json`);
    expect(feed.link.find(({ rel }) => rel === 'self')?.href).toBe(`${drawn}/${path}.atom`);
    expect(feed.entry?.map(({ id }) => id) ?? []).toEqual(items.map(({ id }) => id));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const moment of [feed.updated, ...(feed.entry ?? []).map(({ updated }) => updated)])
      expect(moment).toMatch(MOMENT);
    expect(feed.author.name).not.toBe('');
  });
  test('change their tag only with what they say', async () => {
    const first = await fetch(`${drawn}/areas/E.atom`);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${drawn}/areas/E.atom`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });
});

test.each([
  ['', 404],
  ['releases', 404],
  ['releases.xml', 404],
  ['areas.json', 404],
  ['areas/nowhere.json', 404],
  ['areas/E.json?kind=icb', 404],
  ['areas/E.json?colour=red', 400],
  ['releases.json?since=2020', 400],
])('what is not there is refused in one sentence: %s', async (path, status) => {
  const response = await fetch(`${drawn}/${path}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});
