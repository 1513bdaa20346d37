import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { serve } from '../server/served.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { faultsOf, isSchemaThere, orukSchema } from './oruk-schema.ts';

const drawn = `http://127.0.0.1:${await serve(await openWorld(fourSquares))}/oruk`;
const embedded = `http://127.0.0.1:${await serve(await openWorld(readEmbeddedPack()))}/oruk`;

type Entry = Readonly<Record<string, unknown>> & { readonly id: string };
type Page = {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Entry[];
};

async function get<Body = Page>(address: string): Promise<Body> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return (await response.json()) as Body;
}

async function everyPage(address: string): Promise<Page[]> {
  const mark = address.includes('?') ? '&' : '?';
  const first = await get(`${address}${mark}per_page=20`);
  const pages = [first];
  for (let at = 2; at <= first.total_pages; at++)
    pages.push(await get(`${address}${mark}per_page=20&page=${at}`));
  return pages;
}

async function names(search: string, list = 'services'): Promise<unknown[]> {
  const { contents } = await get(`${drawn}/${list}?${search}`);
  return contents.map(({ name, service }) => name ?? (service as Entry)['name']);
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  services: ['id', 'name', 'status', 'organization'],
  service_at_locations: ['id', 'location', 'service'],
  taxonomies: ['id', 'name', 'description'],
  taxonomy_terms: ['id', 'name', 'description', 'taxonomy_id'],
};

describe.each(Object.entries(NEEDED))('every page of /%s', (list, needed) => {
  test('tells where it stands, and together they hold each entry once', async () => {
    const pages = await everyPage(`${embedded}/${list}`);
    const ids = pages.flatMap(({ contents }) => contents.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [at, page] of pages.entries()) {
      expect(page).toMatchObject({
        total_items: ids.length,
        total_pages: pages.length,
        page_number: at + 1,
        size: page.contents.length,
        first_page: at === 0,
        last_page: at === pages.length - 1,
        empty: false,
      });
      for (const entry of page.contents)
        expect(Object.keys(entry)).toEqual(expect.arrayContaining([...needed]));
    }
  });

  test('past the last one is empty and says so', async () => {
    expect(await get(`${embedded}/${list}?page=1000`)).toMatchObject({
      page_number: 1000,
      size: 0,
      last_page: true,
      empty: true,
      contents: [],
    });
  });
});

describe.runIf(isSchemaThere)('against the schemas of the UK profile 3.0', () => {
  const cases = isSchemaThere
    ? ([
        ['services', '', orukSchema('service_list.json')],
        ['services', '?full=true', orukSchema('service.json')],
        ['service_at_locations', '', orukSchema('service_at_location_list.json')],
        ['service_at_locations', '?full=true', orukSchema('service_at_location.json')],
        ['taxonomy_terms', '', orukSchema('service.json', 'attributes', 'taxonomy_term')],
      ] as const)
    : [];

  test.each(cases)(
    'every entry of every page of /%s%s is valid',
    async (list, search, validate) => {
      for (const base of [drawn, embedded])
        for (const { contents } of await everyPage(`${base}/${list}${search}`))
          for (const entry of contents) expect(faultsOf(validate, entry)).toEqual([]);
    },
  );

  test('every service by its id is valid', async () => {
    const validate = orukSchema('service.json');
    for (const { contents } of await everyPage(`${embedded}/services`))
      for (const { id } of contents)
        expect(faultsOf(validate, await get(`${embedded}/services/${id}`))).toEqual([]);
  });

  test('every service at a location by its id is valid, also as the service the specification asks for there', async () => {
    const both = [orukSchema('service_at_location.json'), orukSchema('service.json')];
    for (const { contents } of await everyPage(`${embedded}/service_at_locations`))
      for (const { id } of contents) {
        const entry = await get(`${embedded}/service_at_locations/${id}`);
        for (const validate of both) expect(faultsOf(validate, entry)).toEqual([]);
      }
  });

  test('a service without a name, or with an id that is none, is found out', () => {
    const validate = orukSchema('service.json');
    expect(faultsOf(validate, { id: 'x', status: 'active' })).toHaveLength(2);
  });
});

describe('a service', () => {
  test('has the public number of the team, and of who answers when it is closed', async () => {
    const { contents } = await get(`${drawn}/services?search=county-social-care&full=true`);
    expect(contents[0]).toMatchObject({
      name: 'county-social-care',
      status: 'active',
      description: 'Answers. Not this team: Nothing else.',
      assured_date: '2026-01-01',
      last_modified: '2026-11-21T12:00:00.000Z',
      phones: [
        { number: '01632 960000', description: 'Desk: when the team is open' },
        { number: '01632 960001', description: 'Night desk: when the team is closed' },
      ],
      contacts: [{ title: 'Desk' }, { title: 'Night desk' }],
      schedules: [
        {
          freq: 'WEEKLY',
          byday: 'MO,TU,WE,TH,FR',
          opens_at: '09:00',
          closes_at: '17:00',
          description: 'Local time in London. Closed on bank holidays in England.',
        },
      ],
      service_areas: [{ name: 'The County' }],
    });
  });

  test('names no partnership manager: those numbers are for partners, not for the public', async () => {
    const all = await (await fetch(`${embedded}/services?full=true&per_page=500`)).text();
    const managers = readEmbeddedPack().arrangements.flatMap(({ contact }) => contact?.phone ?? []);
    expect(managers.length).toBeGreaterThan(1);
    expect(managers.filter((phone) => all.includes(phone))).toEqual([]);
  });

  test('warns of invented numbers wherever it stands', async () => {
    for (const list of ['services', 'service_at_locations'])
      for (const { contents } of await everyPage(`${embedded}/${list}`))
        for (const entry of contents)
          expect(((entry['service'] ?? entry) as Entry)['alert']).toMatch(/demonstration/i);
  });

  test('says when nobody has checked its entry for a year', async () => {
    const { contents } = await get(`${drawn}/services?search=young-therapy`);
    expect(contents[0]?.['alert']).toMatch(/not been checked for a year/);
  });

  test('keeps its id from release to release', async () => {
    const later = { ...fourSquares, release: { ...fourSquares.release, id: 'later' } };
    const other = `http://127.0.0.1:${await serve(await openWorld(later))}/oruk`;
    const ids = async (base: string): Promise<string[]> =>
      (await get(`${base}/services`)).contents.map(({ id }) => id);
    expect(await ids(other)).toEqual(await ids(drawn));
  });
});

describe('filters', () => {
  test('postcode gives the teams that serve it, and no others', async () => {
    const serving = await names('postcode=SO99+1AA');
    expect(serving).toContain('west-housing');
    expect(serving).toContain('board-mental-health');
    expect(serving).not.toContain('east-housing');
    expect(serving).not.toContain('north-mental-health'); // its PCT ended in 2013
    expect(await names('postcode=SO99+1AA', 'service_at_locations')).toEqual(serving);
  });

  test('a postcode astride a line gives the teams of both sides, each saying it serves only some homes', async () => {
    const { contents } = await get(`${drawn}/services?postcode=SO991AD&search=housing`);
    expect(contents.map(({ name }) => name)).toEqual(['east-housing', 'west-housing']);
    for (const { alert } of contents) expect(alert).toMatch(/serves only some homes/);
    const [whole] = (await get(`${drawn}/services?postcode=SO991AD&search=board`)).contents;
    expect(String(whole?.['alert'])).not.toMatch(/only some homes/);
  });

  test('a doubt about the postcode stands on the teams whose line it is about', async () => {
    const alert = async (team: string): Promise<unknown> =>
      (await get(`${drawn}/services?postcode=SO991AH&search=${team}`)).contents[0]?.['alert'];
    expect(await alert('west-housing')).toMatch(/line runs 40 metres from here/);
    expect(await alert('board-mental-health')).toBeUndefined();
  });

  test('the parameters can be sent as a form, so that no postcode stands in an address', async () => {
    const response = await fetch(`${drawn}/services`, {
      method: 'POST',
      body: new URLSearchParams({ postcode: 'SO99 1AA', search: 'housing' }),
    });
    const { contents } = (await response.json()) as Page;
    expect(contents.map(({ name }) => name)).toEqual(['west-housing']);
  });

  test.each([
    ['search=housing+west', ['west-housing']],
    ['text=Homelessness&postcode=SO99+1AA', ['west-housing']],
    ['minimum_age=80', ['oldest-therapy']],
    ['maximum_age=17', ['young-therapy']],
    ['day=SU', []],
    ['day=mo&start_time=09:00&end_time=17:00&search=west-housing', ['west-housing']],
    ['start_time=09:01', []],
    ['end_time=16:59', []],
    ['modified_after=2026-11-21T12:00:01Z', []],
    ['modified_after=2026-11-21&search=west-housing', ['west-housing']],
    ['modified_after=2026-11-21T13:00:00+01:00&search=west-housing', ['west-housing']],
  ])('%s gives %j', async (search, expected) => {
    expect(await names(search)).toEqual(expected);
  });

  test('taxonomy_term_id gives the teams of a need, taxonomy_id all that have one of its terms', async () => {
    const terms = await get(`${drawn}/taxonomy_terms`);
    const need = terms.contents.find(({ name }) => name === 'Homelessness');
    expect(await names(`taxonomy_term_id=${need?.id ?? ''}`)).toEqual([
      'east-housing',
      'west-housing',
    ]);
    const all = await get(`${drawn}/services`);
    const ofTaxonomy = await get(`${drawn}/services?taxonomy_id=${String(need?.['taxonomy_id'])}`);
    expect(ofTaxonomy.total_items).toBe(all.total_items);
    expect((await get(`${drawn}/services?taxonomy_id=none`)).empty).toBe(true);
  });

  test('organization_id gives the teams of one organisation', async () => {
    const all = await everyPage(`${embedded}/services`);
    const entries = all.flatMap(({ contents }) => contents);
    const one = String(entries[0]?.['organization_id']);
    const { total_items } = await get(`${embedded}/services?organization_id=${one}`);
    expect(total_items).toBe(entries.filter((each) => each['organization_id'] === one).length);
    expect(total_items).toBeLessThan(entries.length);
  });
});

describe('what cannot be asked', () => {
  test.each([
    ['/services?postcod=SO99+1AA', 400, /Wanted one of the parameters .*found "postcod"/],
    ['/services?postcode=SO99+1AA&postcode=SO99+1AB', 400, /postcode once/],
    ['/services?postcode=hello', 400, /postcode/i],
    ['/services?postcode=SO99', 400, /postcode/i],
    ['/services?postcode=ZZ99+3VZ', 404, /./],
    ['/services?postcode=LS1+1AA', 404, /./],
    ['/services?postcode=SO99+1AA&proximity=500', 400, /Leave out proximity/],
    ['/services?page=0', 400, /page from 1/],
    ['/services?per_page=501', 400, /per_page from 1 to 500/],
    ['/services?per_page=1e1', 400, /in digits/],
    ['/services?day=funday', 400, /day to be one of MO/],
    ['/services?start_time=25:00', 400, /HH:MM/],
    ['/services?minimum_age=-1', 400, /minimum_age from 0/],
    ['/services?modified_after=yesterday', 400, /modified_after/],
    ['/services?full=maybe', 400, /full to be one of true, false/],
    ['/services/not-there', 404, /nothing with that id/],
    ['/services/a/b', 404, /nothing at this address/],
    ['/services/%E0%A4%A', 404, /nothing at this address/],
    ['/organizations', 404, /nothing at this address/],
    ['/taxonomies/x', 404, /nothing with that id/],
  ])('%s is %i, in one sentence', async (path, status, sentence) => {
    const response = await fetch(drawn + path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as { status: number; title: string };
    expect(problem).toEqual({ status, title: expect.stringMatching(sentence) as string });
    expect(problem.title).not.toMatch(/\n/);
  });

  test.each([
    ['DELETE', '/services', 405],
    ['POST', '/taxonomies', 405],
    ['PUT', '', 405],
  ])('%s %s is %i', async (method, path, status) => {
    expect((await fetch(drawn + path, { method })).status).toBe(status);
  });

  test('a body that is no form is 415, one that is too long 413', async () => {
    const send = async (body: string, type: string): Promise<number> =>
      (
        await fetch(`${drawn}/services`, {
          method: 'POST',
          body,
          headers: { 'content-type': type },
        })
      ).status;
    expect(await send('{}', 'application/json')).toBe(415);
    expect(await send('x'.repeat(300_000), 'application/x-www-form-urlencoded')).toBe(413);
  });
});

test('no answer may be kept on the way, and no address is passed on: it can hold a postcode', async () => {
  const response = await fetch(`${drawn}/services?postcode=SO99+1AA`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('etag')).toBeNull();
  expect(await response.text()).not.toMatch(/SO99/);
});

test('the address itself says which version and profile are spoken', async () => {
  expect(await get(drawn)).toMatchObject({ version: '3.0' });
  expect(await get(`${drawn}/`)).toMatchObject({ version: '3.0' });
});
